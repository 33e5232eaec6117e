using LeapSearch.LuceneExtensions.Search.Planning;
using LeapSearch.LuceneExtensions.Search.Ranking;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Stock;

/// <summary>
/// Evaluates plans by queries of stock Lucene.Net: every clause is the Lucene query that its docstring names, every matching document
/// is visited, all hits are counted. What a faster engine answers is checked against this one.
/// </summary>
/// <remarks>
/// The scores are those of the searcher's similarity, which should be <see cref="Similarities.LeapSimilarity"/>. A boolean clause may
/// hold at most <see cref="BooleanQuery.MaxClauseCount"/> clauses.
/// </remarks>
public sealed class StockEngine : ISearchEngine
{
    /// <inheritdoc/>
    public string Name => "stock";

    /// <inheritdoc/>
    public void Warm(IndexSearcher searcher, string keyField, DocumentBoost? boost)
        => Search(searcher, new SearchPlan { Branches = [new SearchBranch(0, new AllClause())], KeyField = keyField, Boost = boost, Count = 1 }, default);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The plan is malformed.</exception>
    public SearchAnswer Search(IndexSearcher searcher, SearchPlan plan, CancellationToken cancellationToken)
    {
        PlanRules.Check(plan);
        plan.Trace?.Begin(plan, Name);
        cancellationToken.ThrowIfCancellationRequested();
        var queries = new StockQueries(searcher.IndexReader, cancellationToken);
        var filter = plan.Filter is null ? null : BitSetFilter.Of(searcher, queries.Translate(plan.Filter), cancellationToken);
        var hasTiers = plan.Branches[0].Tier != plan.Branches[^1].Tier;
        var earlier = hasTiers ? new FixedBitSet(Math.Max(1, searcher.IndexReader.MaxDoc)) : null;
        var queue = HitQueue.For(plan, new RelevanceQueue());
        var collector = new PlanCollector(plan, queue, earlier, cancellationToken);
        var evaluated = new List<(int Tier, List<int> Branches, List<Query> Queries)>();
        for (int start = 0, end; start < plan.Branches.Count; start = end)
        {
            var active = new List<int>();
            Tiers.AddActive(active, plan, start, collector.Matched, collector.BestTier, out end);
            if (active.Count == 0)
            {
                continue;
            }

            // The best branch of a tier is what DisjunctionMaxQuery without a tie finds.
            var roots = active.Select(b => queries.Translate(plan.Branches[b].Root)).ToList();
            collector.Tier = plan.Branches[start].Tier;
            searcher.Search(StockQueries.Best(roots, 0), filter, collector);
            evaluated.Add((collector.Tier, active, roots));
        }

        var hits = queue.ToHits();
        foreach (var (tier, branches, roots) in evaluated)
        {
            BranchAttribution.Apply(searcher, hits, tier, branches, roots);
        }

        return new SearchAnswer(hits, collector.Matched, TotalIsExact: true, collector.Facets);
    }
}
