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
            hits[i] = hits[i] with { Branch = BranchOf(hits[i]) };
        }
    }

    private int BranchOf(SearchHit hit)
    {
        var ofTier = branches.Where(b => b.Tier == hit.Position.Tier).ToArray();
        if (ofTier.Length == 1)
        {
            return ofTier[0].Branch;
        }

        var segment = Array.FindLastIndex(snapshot.Segments, s => s.Leaf.DocBase <= hit.Document);
        var doc = hit.Document - snapshot.Segments[segment].Leaf.DocBase;
        var window = doc >> PostingsLayout.WindowBits;
        var (best, highest) = (ofTier[0].Branch, float.NegativeInfinity);
        foreach (var (_, branch, node) in ofTier)
        {
            node.Enter(segment, window, snapshot.Segments[segment].FirstWindow + window);
            if (node.IsActive && node.Score(doc) is var score && score > highest)
            {
                (best, highest) = (branch, score);
            }
        }

        return best;
    }
}
