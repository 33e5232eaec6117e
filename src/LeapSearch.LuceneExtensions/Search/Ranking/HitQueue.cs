using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>
/// The best <c>Count</c> documents after the plan's <c>After</c>, in the plan's order. Documents are offered segment by segment, each
/// once, with any scores.
/// </summary>
internal abstract class HitQueue
{
    /// <param name="plan">The plan.</param>
    /// <param name="ranked">A queue by relevance, to be used again where the plan orders so.</param>
    public static HitQueue For(SearchPlan plan, RelevanceQueue ranked)
    {
        if (plan.Sort.Count > 0)
        {
            return new ValueQueue(plan);
        }

        ranked.Begin(plan);
        return ranked;
    }

    /// <summary>Turns to another segment; the same one may be turned to again.</summary>
    public abstract void SetLeaf(AtomicReaderContext leaf);

    /// <summary>Offers a document of the current segment.</summary>
    /// <returns>Whether it is, for now, among the best.</returns>
    public abstract bool Offer(int doc, int tier, float score);

    /// <summary>The best documents in order, as far as offered; the branch is left at 0 for the engine to tell.</summary>
    public abstract SearchHit[] ToHits();
}
