using LeapSearch.LuceneExtensions.Search.Planning;
using LeapSearch.LuceneExtensions.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Stock;

/// <summary>
/// Takes the matches of one tier after the other: counts them, leaves out those of earlier tiers, adds the boost, counts facets and
/// offers them to the queue.
/// </summary>
internal sealed class PlanCollector(SearchPlan plan, HitQueue queue, FixedBitSet? earlier, CancellationToken cancellationToken) : ICollector
{
    private readonly FacetCounter? facets = plan.Facets.Count > 0 ? new FacetCounter(plan.Facets) : null;
    private Scorer? scorer;
    private BoostColumn? boost;
    private int docBase;
    private int collected;

    public int Tier { get; set; }

    /// <summary>The documents matched, each counted once.</summary>
    public long Matched { get; private set; }

    /// <summary>The best tier in which any document matched.</summary>
    public int BestTier { get; private set; } = Tiers.None;

    public bool AcceptsDocsOutOfOrder => false;

    public IReadOnlyList<FacetCounts> Facets => facets?.Counts(plan.FacetValues) ?? [];

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellationToken.ThrowIfCancellationRequested();
        docBase = context.DocBase;
        queue.SetLeaf(context);
        facets?.SetLeaf(context);
        boost = plan.Boost is null ? null : new BoostColumn(context.AtomicReader, plan.Boost);
    }

    public void Collect(int doc)
    {
        if ((++collected & 1023) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (earlier is not null && earlier.GetAndSet(docBase + doc))
        {
            return;
        }

        Matched++;
        BestTier = Math.Min(BestTier, Tier);
        facets?.Add(doc);
        queue.Offer(doc, Tier, boost is null ? scorer!.GetScore() : scorer!.GetScore() + boost.Of(doc));
    }
}
