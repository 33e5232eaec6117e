using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Similarities;

/// <summary>
/// BM25 for every field of an index whose documents are of several kinds. Set it on the writer's configuration and on every searcher.
/// </summary>
/// <remarks>
/// The score of a term in a document is <c>weight · idf · (k1 + 1) · f / (f + k1 · (1 - b + b · length / average))</c>, with f the
/// term's frequency in the field (Robertson and Walker 1994; Lucene's BM25Similarity). Three things differ from Lucene's class:
/// <list type="bullet">
/// <item>idf = ln(1 + (N - n + 0.5) / (n + 0.5)) and the average length count the N documents <i>that have the field</i>, not all of
/// the index, so that a new article leaves the scores of films as they are;</item>
/// <item>lengths are exact up to 40 words, and within 6 % above (Lucene's coding calls 3 and 4 words equal);</item>
/// <item>boosts given at index time are ignored: weights belong to the query.</item>
/// </list>
/// Words that share a position with another (synonyms, folded variants) do not lengthen a field. A field without norms scores as
/// f / (f + k1). The score of a phrase is that of one term whose idf is the sum of its words'. Deleted documents count in N and n until
/// their segment is merged, as in Lucene. No coordination factor and no query norm.
/// </remarks>
public sealed class LeapSimilarity : Similarity
{
    /// <summary>How soon a repeated term stops adding to the score.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much the length of a field counts, from 0 (not at all) to 1.</summary>
    public const float B = 0.75f;

    /// <inheritdoc/>
    public override long ComputeNorm(FieldInvertState state) => (sbyte)FieldLength.Encode(state.Length - state.NumOverlap);

    /// <inheritdoc/>
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        float idf = 0;
        foreach (var term in termStats)
        {
            idf += Idf(term.DocFreq, DocumentsWithField(collectionStats));
        }

        return new Bm25Weight(collectionStats.Field, idf, queryBoost, AverageLength(collectionStats));
    }

    /// <inheritdoc/>
    public override SimScorer GetSimScorer(SimWeight stats, AtomicReaderContext context)
    {
        var weight = (Bm25Weight)stats;
        return new Bm25Scorer(weight, context.AtomicReader.GetNormValues(weight.Field));
    }

    /// <summary>The inverse document frequency of a term that <paramref name="docFreq"/> of <paramref name="docCount"/> documents hold.</summary>
    internal static float Idf(long docFreq, long docCount) => (float)Math.Log(1 + ((docCount - docFreq + 0.5D) / (docFreq + 0.5D)));

    /// <summary>The part of the denominator that depends on the length alone, for each of the 256 norms.</summary>
    internal static float[] LengthFactors(float averageLength)
    {
        var factors = new float[256];
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = K1 * (1 - B + (B * FieldLength.Decode((byte)i) / averageLength));
        }

        return factors;
    }

    /// <summary>The mean length in words of the documents that have the field; 1 where frequencies were not indexed.</summary>
    internal static float AverageLength(long sumTotalTermFreq, long docCount)
        => sumTotalTermFreq <= 0 || docCount <= 0 ? 1 : (float)(sumTotalTermFreq / (double)docCount);

    private static float AverageLength(CollectionStatistics statistics)
        => AverageLength(statistics.SumTotalTermFreq, DocumentsWithField(statistics));

    private static long DocumentsWithField(CollectionStatistics statistics)
        => statistics.DocCount >= 0 ? statistics.DocCount : statistics.MaxDoc;

    private sealed class Bm25Weight(string field, float idf, float queryBoost, float averageLength) : SimWeight
    {
        public string Field { get; } = field;

        public float Idf { get; } = idf;

        public float AverageLength { get; } = averageLength;

        public float[] Factors { get; } = LengthFactors(averageLength);

        public float Boost { get; private set; }

        /// <summary>idf, boost and the constant numerator in one.</summary>
        public float Value { get; private set; }

        public override float GetValueForNormalization()
        {
            var value = Idf * queryBoost;
            return value * value;
        }

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
            Boost = queryBoost * topLevelBoost;
            Value = Idf * Boost * (K1 + 1);
        }
    }

    private sealed class Bm25Scorer(Bm25Weight weight, NumericDocValues? norms) : SimScorer
    {
        public override float Score(int doc, float freq) => weight.Value * freq / (freq + Factor(doc));

        public override float ComputeSlopFactor(int distance) => 1.0f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;

        public override Explanation Explain(int doc, Explanation freq)
        {
            var result = new Explanation(Score(doc, freq.Value), $"BM25 of {weight.Field}, product of:");
            result.AddDetail(new Explanation(weight.Boost, "weight"));
            result.AddDetail(new Explanation(weight.Idf, "idf, over the documents that have the field"));
            var saturation = new Explanation((K1 + 1) * freq.Value / (freq.Value + Factor(doc)), "f * (k1 + 1) / (f + k1 * (1 - b + b * length / average)), with:");
            saturation.AddDetail(freq);
            saturation.AddDetail(new Explanation(K1, "k1"));
            if (norms is not null)
            {
                saturation.AddDetail(new Explanation(B, "b"));
                saturation.AddDetail(new Explanation(FieldLength.Decode((byte)norms.Get(doc)), "length in words"));
                saturation.AddDetail(new Explanation(weight.AverageLength, "average length"));
            }

            result.AddDetail(saturation);
            return result;
        }

        private float Factor(int doc) => norms is null ? K1 : weight.Factors[(byte)norms.Get(doc)];
    }
}
