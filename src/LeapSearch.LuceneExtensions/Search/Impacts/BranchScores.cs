using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>Tells which branch of a tier ranked a hit: the one that scores it highest, the first of equals.</summary>
internal sealed class BranchScores(ImpactSnapshot snapshot)
{
    private readonly List<(int Tier, int Branch, Node Node)> branches = [];

    /// <summary>Adds an evaluated branch, in the plan's order.</summary>
    public void Add(int tier, int branch, Node node) => branches.Add((tier, branch, node));

    public void Apply(List<SearchHit> hits)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            var branch = BranchOf(hits[i]);
            hits[i] = branch == hits[i].Branch ? hits[i] : hits[i] with { Branch = branch };
        }
    }

    private int BranchOf(SearchHit hit)
    {
        var first = 0;
        while (branches[first].Tier != hit.Position.Tier)
        {
            first++;
        }

        if (first + 1 == branches.Count || branches[first + 1].Tier != hit.Position.Tier)
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
        for (var i = first; i < branches.Count && branches[i].Tier == hit.Position.Tier; i++)
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
