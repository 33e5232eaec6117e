using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>Every document, each scored alike.</summary>
internal sealed class AllNode : Node
{
    private ImpactSnapshot snapshot = null!;
    private float score;
    private int count;

    public override bool IsExact => true;

    public override long LeastMatches
    {
        get
        {
            long documents = 0;
            foreach (var segment in snapshot.Segments)
            {
                documents += segment.SideCar.MaxDoc;
            }

            return documents;
        }
    }

    public override bool IsCounted => true;

    public void Prepare(ImpactSnapshot snapshot, float score)
    {
        this.snapshot = snapshot;
        this.score = score;
        ResetBounds(snapshot);
        Array.Fill(Bounds, score);
    }

    public override void Match(Span<ulong> bits)
    {
        bits[..(count / 64)].Fill(ulong.MaxValue);
        if (count % 64 != 0)
        {
            bits[count / 64] |= (1UL << (count % 64)) - 1;
        }
    }

    public override void Candidates(float least, Span<ulong> bits)
    {
        if (score * Slack >= least)
        {
            Match(bits);
        }
    }

    public override void Accumulate(Span<float> sums)
    {
        // No further than the segment reaches: what has a sum is taken for a document.
        foreach (ref var sum in sums[..count])
        {
            sum += score;
        }
    }

    public override float Score(int doc) => score;

    protected override int CountCost() => count;

    protected override void Turn(int segment, int window, int global)
        => count = Math.Min(PostingsLayout.Window, snapshot.Segments[segment].SideCar.MaxDoc - (window << PostingsLayout.WindowBits));
}
