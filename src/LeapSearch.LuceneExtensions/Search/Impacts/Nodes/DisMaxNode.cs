using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>The best of the alternatives plus a tie times the others.</summary>
internal sealed class DisMaxNode : Node
{
    private readonly List<Node> children = [];
    private float[] sums = [];
    private float tie;

    public override bool IsExact => tie == 0 && children.TrueForAll(static c => c.IsExact);

    public override long LeastMatches
    {
        get
        {
            long least = 0;
            foreach (var child in children)
            {
                least = Math.Max(least, child.LeastMatches);
            }

            return least;
        }
    }

    public void Prepare(ImpactSnapshot snapshot, ReadOnlySpan<Node> alternatives, float tie)
    {
        this.tie = tie;
        children.Clear();
        children.AddRange(alternatives);
        ResetBounds(snapshot);
        if (sums.Length < Bounds.Length)
        {
            sums = new float[Bounds.Length];
        }

        var best = Bounds.AsSpan();
        var sum = sums.AsSpan(0, best.Length);
        sum.Clear();
        foreach (var child in children)
        {
            BoundKernels.Max(best, child.Bounds);
            BoundKernels.AddPositive(sum, child.Bounds);
        }

        for (var window = 0; window < best.Length && tie > 0; window++)
        {
            best[window] = best[window] < 0 ? -1 : best[window] + ((sum[window] - best[window]) * tie);
        }
    }

    public override void Match(Span<ulong> bits)
    {
        foreach (var child in children)
        {
            if (child.IsActive)
            {
                child.Match(bits);
            }
        }
    }

    public override bool IsDear
    {
        get
        {
            foreach (var child in children)
            {
                if (child.IsActive && child.IsDear)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public override void Approximate(Span<ulong> bits)
    {
        foreach (var child in children)
        {
            if (child.IsActive)
            {
                child.Approximate(bits);
            }
        }
    }

    public override void Candidates(float least, Span<ulong> bits)
    {
        float sum = 0;
        foreach (var child in children)
        {
            sum += Math.Max(0, child.Bound);
        }

        // A document that reaches the least has a best alternative, to which the others add at most the tie of their bounds.
        foreach (var child in children)
        {
            var needed = least - (tie * (sum - child.Bound));
            if (child.IsActive && child.Bound * Slack >= needed)
            {
                child.Candidates(needed, bits);
            }
        }
    }

    public override float MarkBest(Span<ulong> bits)
    {
        if (tie > 0)
        {
            return Bound;
        }

        var best = -1f;
        foreach (var child in children)
        {
            best = child.IsActive ? Math.Max(best, child.MarkBest(bits)) : best;
        }

        return best;
    }

    public override void Accumulate(Span<float> sums)
    {
        foreach (var child in children)
        {
            if (child.IsActive)
            {
                child.Accumulate(sums);
            }
        }
    }

    public override float Score(int doc)
    {
        var (best, sum) = (float.NaN, 0f);
        foreach (var child in children)
        {
            var score = child.IsActive ? child.Score(doc) : float.NaN;
            if (!float.IsNaN(score))
            {
                sum += score;
                best = score <= best ? best : score;
            }
        }

        return best + ((sum - best) * tie);
    }

    protected override int CountCost()
    {
        var cost = 0;
        foreach (var child in children)
        {
            cost += child.IsActive ? child.Cost : 0;
        }

        return cost;
    }

    protected override void Turn(int segment, int window, int global)
    {
        foreach (var child in children)
        {
            child.Enter(segment, window, global);
        }
    }
}
