using LeapSearch.LuceneExtensions.Search.Planning;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>
/// Tells why a document has its place in the answer to a plan: every clause for that one document, scored by the formula of
/// <see cref="LeapSimilarity"/> from the statistics of the index. It shares no code with the fast engine's scoring, so that it is a
/// check on it.
/// </summary>
public static class PlanExplainer
{
    private static readonly StockEngine Stock = new();

    /// <summary>Explains one document.</summary>
    /// <param name="searcher">The snapshot; its similarity is <see cref="LeapSimilarity"/>.</param>
    /// <param name="plan">The plan; page and order do not matter.</param>
    /// <param name="document">Lucene's document number within the searcher.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The plan is malformed, there is no such live document, or the similarity is another.</exception>
    public static PlanExplanation Explain(IndexSearcher searcher, SearchPlan plan, int document, CancellationToken cancellationToken)
    {
        PlanRules.Check(plan);
        if (searcher.Similarity is not LeapSimilarity)
        {
            throw new ArgumentException($"The searcher scores by {searcher.Similarity.GetType().Name}; only LeapSimilarity is explained.", nameof(searcher));
        }

        var probe = new DocumentProbe(searcher, document, cancellationToken);
        var clauses = new ClauseExplainer(searcher.IndexReader, probe, cancellationToken);
        var filter = plan.Filter is null ? null : clauses.Explain(plan.Filter);
        var branches = plan.Branches
            .Select((branch, i) => new ExplainedBranch(
                i, branch, MatchedBefore(searcher, plan, branch, cancellationToken), IsSettled(searcher, plan, branch, cancellationToken), clauses.Explain(branch.Root)))
            .ToList();
        var ranked = filter is { Score: null }
            ? null
            : branches.Where(b => b.IsEvaluated && b.Root.Score is not null).OrderBy(b => b.Branch.Tier).ThenByDescending(b => b.Root.Score).FirstOrDefault();
        return new PlanExplanation(filter, branches, ranked, plan.Boost is null ? null : probe.Boost(plan.Boost));
    }

    /// <summary>What the tiers before a branch matched, where that decides whether it is looked at.</summary>
    private static long? MatchedBefore(IndexSearcher searcher, SearchPlan plan, SearchBranch branch, CancellationToken cancellationToken)
    {
        return branch.OnlyBelow == int.MaxValue ? null : Matched(searcher, plan, branch.Tier, cancellationToken);
    }

    /// <summary>Whether a better match leaves a branch out.</summary>
    private static bool IsSettled(IndexSearcher searcher, SearchPlan plan, SearchBranch branch, CancellationToken cancellationToken)
        => branch.OnlyBelow != int.MaxValue && Matched(searcher, plan, Math.Min(branch.Tier, plan.SettledBy + 1), cancellationToken) > 0;

    private static long Matched(IndexSearcher searcher, SearchPlan plan, int below, CancellationToken cancellationToken)
    {
        SearchBranch[] before = [.. plan.Branches.TakeWhile(b => b.Tier < below)];
        var count = plan with { Branches = before, Count = 0, After = null, Sort = [], Boost = null, Facets = [], Trace = null };
        return before.Length == 0 ? 0 : Stock.Search(searcher, count, cancellationToken).Total;
    }
}
