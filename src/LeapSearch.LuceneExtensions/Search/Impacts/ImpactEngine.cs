using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using LeapSearch.LuceneExtensions.Search.Planning;
using LeapSearch.LuceneExtensions.Search.Ranking;
using LeapSearch.LuceneExtensions.Search.Stock;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>
/// Evaluates plans on the side-cars of the segments, reading only the postings that can change the answer. The answers are those of
/// <see cref="StockEngine"/>, which also takes the plans that this one does not serve. docs/search-engine.md tells how it works.
/// </summary>
/// <remarks>
/// Scores are sums of the same products; where Lucene adds three or more in the order of its own iterators, the last bit may differ.
/// Side-cars are written by <see cref="ImpactsCodec"/>, and built in memory at the first search where a segment has none.
/// </remarks>
public sealed class ImpactEngine : ISearchEngine
{
    private readonly StockEngine stock = new();
    private readonly ImpactsSegments sideCars;
    private readonly SegmentColumns columns = new();
    private readonly ConditionalWeakTable<IndexReader, ImpactSnapshot> snapshots = [];
    private readonly ConcurrentBag<SearchState> states = [];

    /// <param name="told">Told when a side-car is damaged and built anew; null for nobody.</param>
    public ImpactEngine(Action<string>? told = null) => sideCars = new ImpactsSegments(told ?? (_ => { }));

    /// <inheritdoc/>
    public string Name => "impacts";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The plan is malformed.</exception>
    public SearchAnswer Search(IndexSearcher searcher, SearchPlan plan, CancellationToken cancellationToken)
    {
        PlanRules.Check(plan);
        if (!ImpactRule.Serves(searcher, plan))
        {
            return stock.Search(searcher, plan, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = Snapshot(searcher.IndexReader);
        var state = states.TryTake(out var used) ? used : new SearchState();
        try
        {
            state.Begin(snapshot, plan, cancellationToken);
            return Search(snapshot, plan, state, cancellationToken);
        }
        finally
        {
            states.Add(state);

            // The nodes read the side-cars by address.
            GC.KeepAlive(snapshot);
        }
    }

    /// <inheritdoc/>
    public void Warm(IndexSearcher searcher, string keyField, DocumentBoost? boost)
    {
        foreach (var segment in Snapshot(searcher.IndexReader).Segments)
        {
            KeyColumn.Of(segment.Leaf.AtomicReader, keyField);
            if (boost is not null)
            {
                columns.Boosts(segment.Leaf.AtomicReader, boost.Field);
            }
        }
    }

    private ImpactSnapshot Snapshot(IndexReader reader)
        => snapshots.TryGetValue(reader, out var known) ? known : snapshots.GetValue(reader, r => new ImpactSnapshot(r, sideCars, columns));

    private SearchAnswer Search(ImpactSnapshot snapshot, SearchPlan plan, SearchState state, CancellationToken cancellationToken)
    {
        var trace = plan.Trace?.Begin(plan, Name);
        state.Nodes.Noted = trace?.MutableBounds;
        long read = 0;
        var queue = HitQueue.For(plan, state.Ranked);
        var filter = plan.Filter is null ? null : state.Nodes.Make(plan.Filter);
        var search = new TierSearch(snapshot, plan, state, queue, filter is AllNode ? null : filter, cancellationToken);
        var active = state.Active;
        for (int start = 0, end; start < plan.Branches.Count && (plan.Filter is null || filter is not null); start = end)
        {
            // Where no further document can enter, those of all further tiers are counted in one pass.
            var isClosed = search.IsClosed(plan.Branches[start].Tier);
            active.Clear();
            if (isClosed)
            {
                Tiers.AddDecided(active, plan, start, search.Matched, search.BestTier, out end);
            }
            else
            {
                Tiers.AddActive(active, plan, start, search.Matched, search.BestTier, out end);
            }

            if (active.Count == 0)
            {
                continue;
            }

            var tier = plan.Branches[active[0]].Tier;
            if (search.IsOver(tier))
            {
                search.HasSkipped = true;
                break;
            }

            state.Roots.Clear();
            if (isClosed)
            {
                AddCountedRoots(plan, state);
            }
            else
            {
                AddScoredRoots(plan, state);
            }

            if (state.Nodes.Best(CollectionsMarshal.AsSpan(state.Roots), 0) is { } root)
            {
                search.Run(tier, root);
            }

            if (trace is not null)
            {
                var before = read;
                read = state.Nodes.PostingsRead;
                trace.Add(state.Roots.Count == 0 ? new TierTrace(tier, 0, 0, read - before, 0) : new TierTrace(tier, search.Windows, search.Visited, read - before, search.Scored));
                AddCountedWith(trace, tier, plan, active);
            }
        }

        var hits = queue.ToHits();
        state.Attribution.Apply(hits);
        return new SearchAnswer(hits, search.Matched, !search.HasSkipped, search.Facets);
    }

    private static void AddCountedWith(PlanTrace trace, int tier, SearchPlan plan, List<int> active)
    {
        foreach (var with in active.Select(branch => plan.Branches[branch].Tier).Distinct().Where(other => other != tier))
        {
            trace.Add(new TierTrace(with, 0, 0, 0, 0) { CountedWith = tier });
        }
    }

    private static void AddScoredRoots(SearchPlan plan, SearchState state)
    {
        foreach (var branch in state.Active)
        {
            if (state.Nodes.Make(plan.Branches[branch].Root) is { } node)
            {
                state.Roots.Add(node);
                state.Attribution.Add(plan.Branches[branch].Tier, branch, node);
            }
        }
    }

    private static void AddCountedRoots(SearchPlan plan, SearchState state)
        => state.Roots.AddRange(Matching.Widest(state.Active.Select(branch => plan.Branches[branch].Root)).Select(state.Nodes.Make).OfType<Node>());
}
