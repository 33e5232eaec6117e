using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>All required clauses, none of the excluded ones, enough of the optional ones; what matches is added up.</summary>
internal sealed class BooleanNode : Node
{
    /// <summary>Below so many candidates, asking a clause for each is cheaper than marking all of its documents.</summary>
    private const int FewCandidates = 16;

    private readonly List<Node> must = [];
    private readonly List<Node> should = [];
    private readonly List<Node> mustNot = [];
    private readonly List<Node> ordered = [];
    private readonly OptionalSum optional = new();
    private float[] lowest = [];
    private float[] matching = [];
    private int least;
    private int windowBase;

    /// <summary>Known only where one clause alone decides.</summary>
    public override long LeastMatches
    {
        get
        {
            if (mustNot.Count > 0 || must.Count > 1 || least > (must.Count == 0 ? 1 : 0))
            {
                return 0;
            }

            long matches = 0;
            foreach (var node in must.Count > 0 ? must : should)
            {
                matches = Math.Max(matches, node.LeastMatches);
            }

            return matches;
        }
    }

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="must">Required clauses.</param>
    /// <param name="should">Optional clauses.</param>
    /// <param name="mustNot">Excluded clauses.</param>
    /// <param name="minimumShould">Optional clauses that must match; at least one where nothing is required.</param>
    public void Prepare(ImpactSnapshot snapshot, ReadOnlySpan<Node> must, ReadOnlySpan<Node> should, ReadOnlySpan<Node> mustNot, int minimumShould)
    {
        Fill(this.must, must);
        Fill(this.should, should);
        Fill(this.mustNot, mustNot);
        Fill(ordered, must);
        least = Math.Max(minimumShould, must.Length == 0 ? 1 : 0);
        ResetBounds(snapshot);
        if (lowest.Length < Bounds.Length)
        {
            (lowest, matching) = (new float[Bounds.Length], new float[Bounds.Length]);
        }

        var sums = Bounds.AsSpan();
        var low = lowest.AsSpan(0, sums.Length);
        var any = matching.AsSpan(0, sums.Length);
        sums.Clear();
        low.Clear();
        any.Clear();
        foreach (var node in should)
        {
            BoundKernels.AddPositive(sums, node.Bounds);
            BoundKernels.Count(any, node.Bounds);
        }

        foreach (var node in must)
        {
            BoundKernels.AddPositive(sums, node.Bounds);
            BoundKernels.Min(low, node.Bounds);
        }

        for (var window = 0; window < sums.Length; window++)
        {
            sums[window] = low[window] < 0 || any[window] < least ? -1 : sums[window];
        }
    }

    public override void Match(Span<ulong> bits)
    {
        var found = Clean(stackalloc ulong[PostingsLayout.WindowWords]);
        if (must.Count == 0)
        {
            foreach (var node in should)
            {
                if (node.IsActive)
                {
                    node.Match(found);
                }
            }
        }
        else
        {
            Intersect(float.NegativeInfinity, found);
        }

        if (least > 1 || (must.Count > 0 && least > 0))
        {
            WindowBits.Keep(found, this, windowBase, held: true);
        }

        Exclude(found);
        WindowBits.Or(bits, found);
    }

    public override void Candidates(float least, Span<ulong> bits)
    {
        if (must.Count == 0)
        {
            optional.Candidates(should, least, bits);
            return;
        }

        var found = Clean(stackalloc ulong[PostingsLayout.WindowWords]);
        Intersect(least, found);
        WindowBits.Or(bits, found);
    }

    public override float MarkBest(Span<ulong> bits)
    {
        if (must.Count == 0)
        {
            return Bound;
        }

        foreach (var node in should)
        {
            if (node.IsActive)
            {
                node.Approximate(bits);
            }
        }

        float required = 0;
        foreach (var node in must)
        {
            required += node.Bound;
        }

        return required;
    }

    public override void Accumulate(Span<float> sums)
    {
        foreach (var node in must)
        {
            node.Accumulate(sums);
        }

        foreach (var node in should)
        {
            if (node.IsActive)
            {
                node.Accumulate(sums);
            }
        }
    }

    public override float Score(int doc)
    {
        float required = 0;
        foreach (var node in must)
        {
            required += node.Score(doc);
            if (float.IsNaN(required))
            {
                return required;
            }
        }

        double sum = 0;
        var matching = 0;
        foreach (var node in should)
        {
            var score = node.IsActive ? node.Score(doc) : float.NaN;
            if (!float.IsNaN(score))
            {
                sum += score;
                matching++;
            }
        }

        if (matching < least)
        {
            return float.NaN;
        }

        foreach (var node in mustNot)
        {
            if (node.IsActive && node.Contains(doc))
            {
                return float.NaN;
            }
        }

        // Lucene adds in this order and width: required as floats, optional as doubles.
        return required + (float)sum;
    }

    protected override int CountCost()
    {
        var (required, any) = (int.MaxValue, 0);
        foreach (var node in must)
        {
            required = Math.Min(required, node.Cost);
        }

        foreach (var node in should)
        {
            any += node.IsActive ? node.Cost : 0;
        }

        return must.Count == 0 ? any : required;
    }

    protected override void Turn(int segment, int window, int global)
    {
        windowBase = window << PostingsLayout.WindowBits;
        foreach (var node in must)
        {
            node.Enter(segment, window, global);
        }

        foreach (var node in should)
        {
            node.Enter(segment, window, global);
        }

        foreach (var node in mustNot)
        {
            node.Enter(segment, window, global);
        }
    }

    private static void Fill(List<Node> into, ReadOnlySpan<Node> nodes)
    {
        into.Clear();
        into.AddRange(nodes);
    }

    /// <summary>Marks what all required clauses hold, the rarest first; with a least score, what of it may reach that.</summary>
    private void Intersect(float least, Span<ulong> found)
    {
        // Few, and mostly in order from the window before.
        for (var i = 1; i < must.Count; i++)
        {
            for (var j = i; j > 0 && ordered[j].Cost < ordered[j - 1].Cost; j--)
            {
                (ordered[j], ordered[j - 1]) = (ordered[j - 1], ordered[j]);
            }
        }

        var others = (stackalloc ulong[PostingsLayout.WindowWords]);
        for (var i = 0; i < ordered.Count; i++)
        {
            var node = ordered[i];
            if (i == 0)
            {
                Mark(node, least, found);
                continue;
            }

            var count = WindowBits.Count(found);
            if (count == 0)
            {
                return;
            }

            if (!node.IsDear && (count <= FewCandidates || count * FewCandidates < node.Cost))
            {
                WindowBits.Keep(found, node, windowBase, held: true);
            }
            else
            {
                others.Clear();
                Mark(node, least, others);
                WindowBits.And(found, others);
            }
        }

        foreach (var node in ordered)
        {
            if (node.IsDear && float.IsNegativeInfinity(least))
            {
                WindowBits.Keep(found, node, windowBase, held: true);
            }
        }
    }

    private void Mark(Node node, float least, Span<ulong> bits)
    {
        if (float.IsNegativeInfinity(least))
        {
            node.Approximate(bits);
        }
        else
        {
            // The window's bound is a sum: what the node does not score, the others cannot make good.
            node.Candidates(least - ((Bound * Slack) - node.Bound), bits);
        }
    }

    private void Exclude(Span<ulong> found)
    {
        var others = (stackalloc ulong[PostingsLayout.WindowWords]);
        foreach (var node in mustNot)
        {
            if (!node.IsActive)
            {
                continue;
            }

            if (WindowBits.Count(found) is var count && (count <= FewCandidates || count * FewCandidates < node.Cost))
            {
                WindowBits.Keep(found, node, windowBase, held: false);
            }
            else
            {
                others.Clear();
                node.Match(others);
                WindowBits.AndNot(found, others);
            }
        }
    }
}
