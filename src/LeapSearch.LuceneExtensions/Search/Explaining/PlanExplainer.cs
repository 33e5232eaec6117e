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
        var matched = new Dictionary<int, long>();
        var branches = plan.Branches.Select((branch, i) => Explain(branch, i)).ToList();
        var ranked = filter is { Score: null }
            ? null
            : branches.Where(b => b.IsEvaluated && b.Root.Score is not null).OrderBy(b => b.Branch.Tier).ThenByDescending(b => b.Root.Score).FirstOrDefault();
        return new PlanExplanation(filter, branches, ranked, plan.Boost is null ? null : probe.Boost(plan.Boost));

        ExplainedBranch Explain(SearchBranch branch, int index)
        {
            var isConditional = branch.OnlyBelow != int.MaxValue;
            return new ExplainedBranch(
                index,
                branch,
                isConditional ? Matched(branch.Tier) : null,
                isConditional && Matched(Math.Min(branch.Tier, plan.SettledBy + 1)) > 0,
                clauses.Explain(branch.Root));
        }

        // What the tiers below one matched: a search, and several branches ask for the same.
        long Matched(int below)
        {
            if (!matched.TryGetValue(below, out var count))
            {
                SearchBranch[] before = [.. plan.Branches.TakeWhile(b => b.Tier < below)];
                var counting = plan with { Branches = before, Count = 0, After = null, Sort = [], Boost = null, Facets = [], Trace = null };
                matched[below] = count = before.Length == 0 ? 0 : Stock.Search(searcher, counting, cancellationToken).Total;
            }

            return count;
        }
    }
}
