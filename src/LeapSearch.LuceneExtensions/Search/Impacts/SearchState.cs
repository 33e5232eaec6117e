using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using LeapSearch.LuceneExtensions.Search.Ranking;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>What one search at a time works in; used again by the next.</summary>
internal sealed class SearchState
{
    private BoostValues[] boosts = [];

    public NodeFactory Nodes { get; } = new();

    /// <summary>The best hits by relevance.</summary>
    public RelevanceQueue Ranked { get; } = new();

    /// <summary>Which branch ranked a hit.</summary>
    public BranchScores Attribution { get; } = new();

    /// <summary>The branches of a tier that are evaluated, as indexes in the plan.</summary>
    public List<int> Active { get; } = [];

    /// <summary>Their nodes.</summary>
    public List<Node> Roots { get; } = [];

    /// <summary>Sums of a window's documents.</summary>
    public float[] Sums { get; } = new float[PostingsLayout.Window];

    /// <summary>By window: what sorts it, best first, and its number.</summary>
    public ulong[] Order { get; private set; } = [];

    /// <summary>By window: the documents that earlier tiers matched, as words.</summary>
    public ulong[] Earlier { get; private set; } = [];

    /// <summary>By segment; only where the plan has a boost.</summary>
    public ReadOnlySpan<BoostValues> Boosts => boosts;

    public void Begin(ImpactSnapshot snapshot, SearchPlan plan, CancellationToken cancellationToken)
    {
        Nodes.Begin(snapshot, cancellationToken);
        Attribution.Begin(snapshot);
        if (Order.Length < snapshot.Windows)
        {
            Order = new ulong[snapshot.Windows];
        }

        if (plan.Branches[0].Tier != plan.Branches[^1].Tier)
        {
            if (Earlier.Length < snapshot.Windows * PostingsLayout.WindowWords)
            {
                Earlier = new ulong[snapshot.Windows * PostingsLayout.WindowWords];
            }
            else
            {
                Array.Clear(Earlier, 0, snapshot.Windows * PostingsLayout.WindowWords);
            }
        }

        if (plan.Boost is { } boost)
        {
            Array.Resize(ref boosts, Math.Max(boosts.Length, snapshot.Segments.Length));
            for (var i = 0; i < snapshot.Segments.Length; i++)
            {
                boosts[i] = snapshot.Columns.Boosts(snapshot.Segments[i].Leaf.AtomicReader, boost.Field);
            }
        }
    }
}
