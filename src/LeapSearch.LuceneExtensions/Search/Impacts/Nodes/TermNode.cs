using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>One term, scored by the similarity.</summary>
internal sealed class TermNode : Node
{
    private readonly TermCursor cursor = new();
    private FieldStatistics field = null!;
    private float[] tables = [];
    private float weight;
    private int segment;
    private long docFreq;

    public override bool IsExact => true;

    public override bool SumsAreScores => !IsActive || cursor.Current.EscapeCount == 0;

    public override long LeastMatches => docFreq;

    public override bool IsCounted => true;

    public override long PostingsRead => cursor.Read;

    private ReadOnlySpan<float> Table => tables.AsSpan(segment * 256, 256);

    /// <returns>Whether any document holds the term.</returns>
    public bool Prepare(ImpactSnapshot snapshot, FieldStatistics statistics, ReadOnlySpan<byte> term, float boost)
    {
        field = statistics;
        docFreq = cursor.Prepare(snapshot, statistics, term);
        if (docFreq == 0)
        {
            return false;
        }

        weight = FieldStatistics.Weight(field.Idf(docFreq), boost);
        if (tables.Length < snapshot.Segments.Length * 256)
        {
            tables = new float[snapshot.Segments.Length * 256];
        }

        ResetBounds(snapshot);
        for (segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            if (cursor.Has(segment))
            {
                field.FillTable(segment, weight, tables.AsSpan(segment * 256, 256));
                field.Bound(segment, in cursor.Postings(segment), weight, Table, SegmentBounds(snapshot.Segments[segment]));
            }
        }

        segment = 0;
        return true;
    }

    public override void Match(Span<ulong> bits)
    {
        if (IsActive)
        {
            cursor.Read += cursor.Count;
            WindowKernels.Mark(in cursor.Current, cursor.Start, cursor.End, bits);
        }
    }

    public override void Candidates(float least, Span<ulong> bits)
    {
        if (!IsActive || Bound * Slack < least)
        {
            return;
        }

        if (least <= 0)
        {
            Match(bits);
        }
        else
        {
            cursor.MarkFrom(Table, least / Slack, bits, escapes: false);
            cursor.MarkEscapesFrom(weight, field.Factors(segment), least / Slack, bits);
        }
    }

    public override void Accumulate(Span<float> sums)
    {
        if (IsActive)
        {
            cursor.Read += cursor.Count;
            WindowKernels.Add(in cursor.Current, cursor.Start, cursor.End, Table, sums);
        }
    }

    public override float Score(int doc)
    {
        cursor.Read++;
        var index = IsActive ? cursor.Find(doc) : -1;
        if (index < 0)
        {
            return float.NaN;
        }

        var code = cursor.Current.Code(index);
        return code == PostingsLayout.Escape ? EscapeScore(index) : Table[code];
    }

    protected override int CountCost() => cursor.Estimate;

    protected override void Turn(int segment, int window, int global)
    {
        this.segment = segment;
        cursor.Enter(segment, window);
    }

    private float EscapeScore(int index)
    {
        var pair = cursor.Current.Escape(index);
        return field.Score(segment, weight, pair.Frequency, pair.Norm);
    }
}
