using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Similarities;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Segments;

/// <summary>
/// What <see cref="LeapSimilarity"/> needs of a field: counts over all segments, and for each segment's codes the frequency and the
/// denominator, which follow from the average length.
/// </summary>
internal sealed class FieldStatistics
{
    private static readonly float[] NoFactors = Enumerable.Repeat(LeapSimilarity.K1, 256).ToArray();

    private readonly float[] factors;
    private readonly float[][] frequencies;
    private readonly float[][] denominators;

    public FieldStatistics(string name, ImpactSegment[] segments)
    {
        Fields = new ImpactsField?[segments.Length];
        long sumTotalTermFreq = 0;
        for (var i = 0; i < segments.Length; i++)
        {
            if ((Fields[i] = segments[i].SideCar.Field(name)) is { } field)
            {
                DocCount += field.Entry.DocCount;
                // -1 where a segment has no frequencies: then the sum is unknown, as in Lucene's MultiTerms.
                sumTotalTermFreq = sumTotalTermFreq < 0 || field.Entry.SumTotalTermFreq < 0 ? -1 : sumTotalTermFreq + field.Entry.SumTotalTermFreq;
            }
        }

        factors = LeapSimilarity.LengthFactors(LeapSimilarity.AverageLength(sumTotalTermFreq, DocCount));
        frequencies = new float[segments.Length][];
        denominators = new float[segments.Length][];
        for (var i = 0; i < segments.Length; i++)
        {
            if (Fields[i] is { } field)
            {
                (frequencies[i], denominators[i]) = Tables(field);
            }
        }
    }

    /// <summary>The field's dictionary in each segment; null where the segment has none.</summary>
    public ImpactsField?[] Fields { get; }

    /// <summary>Documents that have the field.</summary>
    public long DocCount { get; }

    /// <summary>A term's weight, of which its frequency and the field's length take their share.</summary>
    public static float Weight(float idf, float boost) => idf * boost * (LeapSimilarity.K1 + 1);

    /// <summary>What each length of a segment's documents makes of a frequency, by norm.</summary>
    public ReadOnlySpan<float> Factors(int segment) => Fields[segment]!.HasNorms ? factors : NoFactors;

    public float Idf(long docFreq) => LeapSimilarity.Idf(docFreq, DocCount);

    /// <summary>The scores of a segment's codes for a term of some weight.</summary>
    public void FillTable(int segment, float weight, Span<float> table)
        => WindowKernels.FillTable(weight, frequencies[segment], denominators[segment], Fields[segment]!.Entry.Codes, table);

    /// <summary>What a term of some weight can score in each window of a segment.</summary>
    public void Bound(int segment, in PostingsView postings, float weight, ReadOnlySpan<float> table, Span<float> bounds)
        => WindowKernels.Bound(in postings, table, weight, Factors(segment), bounds);

    /// <summary>Lowers bounds to what a windowed term of some weight can score, where they are not below 0.</summary>
    public void Restrict(int segment, in PostingsView postings, float weight, Span<float> bounds)
        => WindowKernels.Restrict(in postings, weight, Factors(segment), bounds);

    /// <summary>The score of a frequency and a norm, computed as the similarity does.</summary>
    public float Score(int segment, float weight, float frequency, byte norm)
        => weight * frequency / (frequency + (Fields[segment]!.HasNorms ? factors[norm] : LeapSimilarity.K1));

    private (float[] Frequencies, float[] Denominators) Tables(ImpactsField field)
    {
        var (f, d) = (new float[256], new float[256]);
        Array.Fill(d, 1);
        var pairs = field.Pairs;
        for (var code = 0; code < field.Entry.Codes; code++)
        {
            f[code] = pairs[code] >> 8;
            d[code] = f[code] + (field.HasNorms ? factors[(byte)pairs[code]] : LeapSimilarity.K1);
        }

        return (f, d);
    }
}
