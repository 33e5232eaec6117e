using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>What another node matches, each scored alike.</summary>
internal sealed class ConstantNode : Node
{
    private Node inner = null!;
    private float score;

    public override bool IsExact => true;

    public override long LeastMatches => inner.LeastMatches;

    public override bool IsCounted => inner.IsCounted;

    public void Prepare(ImpactSnapshot snapshot, Node inner, float score)
    {
        this.inner = inner;
        this.score = score;
        ResetBounds(snapshot);
        for (var window = 0; window < Bounds.Length; window++)
        {
            Bounds[window] = inner.Bounds[window] < 0 ? -1 : score;
        }
    }

    public override void Match(Span<ulong> bits)
    {
        if (IsActive)
        {
            inner.Match(bits);
        }
    }

    public override void Candidates(float least, Span<ulong> bits)
    {
        if (IsActive && score * Slack >= least)
        {
            inner.Candidates(0, bits);
        }
    }

    public override void Accumulate(Span<float> sums)
    {
        if (IsActive)
        {
            var bits = Clean(stackalloc ulong[PostingsLayout.WindowWords]);
            inner.Match(bits);
            WindowBits.Add(bits, score, sums);
        }
    }

    public override float Score(int doc) => IsActive && inner.Contains(doc) ? score : float.NaN;

    protected override int CountCost() => inner.Cost;

    protected override void Turn(int segment, int window, int global) => inner.Enter(segment, window, global);
}
