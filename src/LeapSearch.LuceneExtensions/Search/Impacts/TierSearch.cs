using System.Numerics;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using LeapSearch.LuceneExtensions.Search.Planning;
using LeapSearch.LuceneExtensions.Search.Ranking;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>
/// Looks through the windows of a snapshot, those that promise most first. As long as hits must be counted every matching document is
/// marked; only what can still enter the queue is scored; when neither is left, the search is over.
/// </summary>
internal sealed class TierSearch(
    ImpactSnapshot snapshot, SearchPlan plan, SearchState state, HitQueue queue, Node? filter, CancellationToken cancellationToken)
{
    /// <summary>What scoring a promising document costs, in postings read.</summary>
    private const int PromisingCost = 8;

    private readonly RelevanceQueue? ranked = queue as RelevanceQueue;
    private readonly FacetCounter? facets = plan.Facets.Count > 0 ? new FacetCounter(plan.Facets) : null;
    private readonly bool hasTiers = plan.Branches[0].Tier != plan.Branches[^1].Tier;
    private readonly float boostWeight = plan.Boost?.Weight ?? 0;
    private int tier;
    private Node root = null!;
    private long counted;
    private long known;
    private bool isCounted;

    /// <summary>The documents matched so far, each counted once; at least, where some were passed over.</summary>
    public long Matched => Math.Max(counted, known);

    /// <summary>The best tier in which any document matched.</summary>
    public int BestTier { get; private set; } = Tiers.None;

    /// <summary>Whether something was passed over, so that there may be more matches than are known.</summary>
    public bool HasSkipped { get; set; }

    /// <summary>Windows of the tier where something may match.</summary>
    public int Windows { get; private set; }

    /// <summary>Windows of the tier that were read.</summary>
    public int Visited { get; private set; }

    /// <summary>Documents of the tier that were scored.</summary>
    public long Scored { get; private set; }

    public IReadOnlyList<FacetCounts> Facets => facets?.Counts(plan.FacetValues) ?? [];

    /// <summary>Whether nothing of a tier can change the answer any more.</summary>
    public bool IsOver(int tier) => !MustCount(LeastScore(tier)) && float.IsPositiveInfinity(LeastScore(tier));

    /// <summary>Whether no document of a tier, or of one behind it, can enter, and the best tier of any match is known.</summary>
    public bool IsClosed(int tier) => BestTier < tier && float.IsPositiveInfinity(LeastScore(tier));

    public void Run(int tier, Node root)
    {
        (this.tier, this.root) = (tier, root);
        Know();
        var windows = Gather();
        (Windows, Visited, Scored) = (windows.Count, 0, 0);
        var isExact = root.IsExact;
        while (windows.TryTake(out var window))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bound = Bound(window);
            var least = LeastScore(tier);
            var reaches = isExact ? bound >= least : Node.Reaches(bound, least);
            var canEnter = reaches && (!isExact || bound > least || MayTie(window));
            var mustCount = MustCount(least);
            if (canEnter || mustCount)
            {
                Search(window, least, canEnter, mustCount);
                HasSkipped |= !mustCount && !isCounted;
                continue;
            }

            HasSkipped |= !isCounted;
            if (!reaches)
            {
                return;
            }
        }
    }

    /// <summary>Takes note of what need not be counted, document by document.</summary>
    private void Know()
    {
        var matches = root.LeastMatches - snapshot.Deleted;
        if (filter is null && matches > 0)
        {
            known = Math.Max(known, matches);
            BestTier = Math.Min(BestTier, tier);
            isCounted = root.IsCounted && !hasTiers && snapshot.Deleted == 0;
        }
    }

    private float LeastScore(int tier) => ranked is null ? float.NegativeInfinity : ranked.LeastScore(tier);

    /// <summary>Hits are counted up to the plan's limit, and as long as the queue takes anything.</summary>
    private bool MustCount(float least) => facets is not null || (!isCounted && Matched <= plan.CountUpTo) || float.IsNegativeInfinity(least);

    /// <summary>Whether a document that scores just enough may come before the worst hit by its key.</summary>
    private bool MayTie(int window)
    {
        var segment = snapshot.Segments[snapshot.SegmentOfWindow[window]];
        return ranked is null || ranked.MayTie(segment.Leaf, window - segment.FirstWindow);
    }

    /// <summary>The highest score that a document of the window may have, boost included.</summary>
    private float Bound(int window) => root.Bounds[window] + Boost(window);

    private float Boost(int window)
    {
        if (plan.Boost is null)
        {
            return 0;
        }

        var segment = snapshot.SegmentOfWindow[window];
        var values = state.Boosts[segment];
        var part = window - snapshot.Segments[segment].FirstWindow;
        return boostWeight * (boostWeight < 0 ? values.Least[part] : values.Greatest[part]);
    }

    /// <summary>The windows to visit, in their order.</summary>
    private WindowQueue Gather()
    {
        // Facets and sorted columns are read segment by segment, and what is only counted as it lies.
        var windows = new WindowQueue(state.Order, isRanked: facets is null && ranked is not null && !IsClosed(tier));
        for (var window = 0; window < snapshot.Windows; window++)
        {
            if (root.Bounds[window] >= 0 && (filter is null || filter.Bounds[window] >= 0))
            {
                windows.Add(window, windows.IsRanked ? Bound(window) : 0);
            }
        }

        windows.Begin();
        return windows;
    }

    private void Search(int window, float least, bool canEnter, bool mustCount)
    {
        Visited++;
        var number = snapshot.SegmentOfWindow[window];
        var segment = snapshot.Segments[number];
        var part = window - segment.FirstWindow;
        root.Enter(number, part, window);
        var bits = (stackalloc ulong[PostingsLayout.WindowWords]);
        bits.Clear();
        var isDear = mustCount && root.IsDear;
        if (isDear)
        {
            root.Approximate(bits);
        }
        else if (mustCount)
        {
            root.Match(bits);
        }
        else
        {
            MarkCandidates(number, part, window, least, bits);
        }

        Restrict(bits, segment, number, part, window);
        if (isDear)
        {
            // What is dear to look into is asked last, of what all else has left.
            WindowBits.Keep(bits, root, part << PostingsLayout.WindowBits, held: true);
        }

        var count = WindowBits.Count(bits);
        if (mustCount)
        {
            counted += count;
            BestTier = count > 0 ? Math.Min(BestTier, tier) : BestTier;
            if (hasTiers)
            {
                WindowBits.Or(state.Earlier.AsSpan(window * PostingsLayout.WindowWords, PostingsLayout.WindowWords), bits);
            }
        }

        if (count == 0 || (facets is null && !canEnter))
        {
            return;
        }

        queue.SetLeaf(segment.Leaf);
        CountFacets(bits, segment, part);
        if (canEnter)
        {
            var scorer = new WindowScorer(
                root, queue, ranked, tier, plan.Count, plan.Boost is null ? [] : state.Boosts[number].Values, boostWeight, state.Sums);
            scorer.Offer(bits, count, part << PostingsLayout.WindowBits);
            Scored += scorer.Scored;
        }
    }

    /// <summary>
    /// Marks what may enter the queue. Popular documents are few in any window: where fewer reach the least score with the window's bound than the root would
    /// have to read, they are the candidates, and scoring tells whether they match.
    /// </summary>
    private void MarkCandidates(int number, int part, int window, float least, Span<ulong> bits)
    {
        if (boostWeight <= 0)
        {
            root.Candidates((least - Boost(window)) / Node.Slack, bits);
            return;
        }

        var needed = Needed(least, root.Bounds[window]);
        var promising = (stackalloc ulong[PostingsLayout.WindowWords]);
        promising.Clear();
        if (needed <= 0)
        {
            // Without what is optional, which few have, it takes more.
            needed = Needed(least, root.MarkBest(promising));
        }

        if (needed <= 0)
        {
            root.Candidates((least - Boost(window)) / Node.Slack, bits);
            return;
        }

        var popular = (stackalloc ulong[PostingsLayout.WindowWords]);
        WindowKernels.Reach(
            state.Boosts[number].Levels.AsSpan(part << PostingsLayout.WindowBits, PostingsLayout.Window), BoostValues.LevelOf(needed / Node.Slack), popular);
        WindowBits.Or(promising, popular);
        var count = WindowBits.Count(promising);
        if (count == 0)
        {
            return;
        }

        if (count * PromisingCost < root.Cost)
        {
            promising.CopyTo(bits);
        }
        else
        {
            root.Candidates((least - Boost(window)) / Node.Slack, bits);
            WindowBits.And(bits, promising);
        }
    }

    /// <summary>The boost without its weight that a document of some bound needs to enter; 0 and less where it needs none.</summary>
    private float Needed(float least, float bound) => (least - (bound * Node.Slack)) / boostWeight;

    /// <summary>Leaves what passes the filter, is not deleted, and did not match in an earlier tier.</summary>
    private void Restrict(Span<ulong> bits, ImpactSegment segment, int number, int part, int window)
    {
        if (segment.Live is { } live)
        {
            WindowBits.And(bits, live.AsSpan(part * PostingsLayout.WindowWords, PostingsLayout.WindowWords));
        }

        if (hasTiers)
        {
            WindowBits.AndNot(bits, state.Earlier.AsSpan(window * PostingsLayout.WindowWords, PostingsLayout.WindowWords));
        }

        if (filter is null)
        {
            return;
        }

        var count = WindowBits.Count(bits);
        if (count == 0)
        {
            return;
        }

        filter.Enter(number, part, window);
        if (count * 16 < filter.Cost)
        {
            WindowBits.Keep(bits, filter, part << PostingsLayout.WindowBits, held: true);
        }
        else
        {
            var passing = (stackalloc ulong[PostingsLayout.WindowWords]);
            passing.Clear();
            filter.Match(passing);
            WindowBits.And(bits, passing);
        }
    }

    private void CountFacets(ReadOnlySpan<ulong> bits, ImpactSegment segment, int part)
    {
        if (facets is null)
        {
            return;
        }

        facets.SetLeaf(segment.Leaf);
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                facets.Add((part << PostingsLayout.WindowBits) + (i * 64) + BitOperations.TrailingZeroCount(word));
            }
        }
    }
}
