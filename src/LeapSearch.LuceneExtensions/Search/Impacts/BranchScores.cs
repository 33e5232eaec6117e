using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>Tells which branch of a tier ranked a hit: the one that scores it highest, the first of equals.</summary>
internal sealed class BranchScores
{
    private readonly List<(int Tier, int Branch, Node Node)> branches = [];
    private ImpactSnapshot snapshot = null!;

    /// <summary>Begins a search.</summary>
    public void Begin(ImpactSnapshot snapshot)
    {
        this.snapshot = snapshot;
        branches.Clear();
    }

    /// <summary>Adds an evaluated branch, in the plan's order.</summary>
    public void Add(int tier, int branch, Node node) => branches.Add((tier, branch, node));

    public void Apply(Span<SearchHit> hits)
    {
        foreach (ref var hit in hits)
        {
            hit = hit with { Branch = BranchOf(in hit) };
        }
    }

    private int BranchOf(in SearchHit hit)
    {
        var first = 0;
        while (branches[first].Tier != hit.Tier)
        {
            first++;
        }

        if (first + 1 == branches.Count || branches[first + 1].Tier != hit.Tier)
        {
            return branches[first].Branch;
        }

        var segment = snapshot.Segments.Length - 1;
        while (snapshot.Segments[segment].Leaf.DocBase > hit.Document)
        {
            segment--;
        }

        var doc = hit.Document - snapshot.Segments[segment].Leaf.DocBase;
        var window = doc >> PostingsLayout.WindowBits;
        var (best, highest) = (branches[first].Branch, float.NegativeInfinity);
        for (var i = first; i < branches.Count && branches[i].Tier == hit.Tier; i++)
        {
            var node = branches[i].Node;
            node.Enter(segment, window, snapshot.Segments[segment].FirstWindow + window);
            if (node.IsActive && node.Score(doc) is var score && score > highest)
            {
                (best, highest) = (branches[i].Branch, score);
            }
        }

        return best;
    }
}
