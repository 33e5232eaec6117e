namespace LeapSearch.LuceneExtensions.Search;

/// <summary>
/// What engines did for the plans that carry it (<see cref="SearchPlan.Trace"/>): for an operator who asks why a search is slow. For one
/// thread at a time.
/// </summary>
public sealed class SearchTrace
{
    private readonly List<PlanTrace> plans = [];

    /// <summary>The searches, in their order.</summary>
    public IReadOnlyList<PlanTrace> Plans => plans;

    /// <summary>Forgets the last search, where another takes its place.</summary>
    public void ForgetLast() => plans.RemoveAt(plans.Count - 1);

    internal PlanTrace Begin(SearchPlan plan, string engine)
    {
        var trace = new PlanTrace(plan, engine);
        plans.Add(trace);
        return trace;
    }
}

/// <summary>What an engine did for one plan.</summary>
public sealed class PlanTrace
{
    private readonly List<TierTrace> tiers = [];
    private readonly Dictionary<Clause, float> bounds = [];

    internal PlanTrace(SearchPlan plan, string engine) => (Plan, Engine) = (plan, engine);

    /// <summary>The plan.</summary>
    public SearchPlan Plan { get; }

    /// <summary>The name of the engine that answered it; "stock" where "impacts" handed it on.</summary>
    public string Engine { get; }

    /// <summary>The tiers that were looked at, in order; none of stock queries, which read everything.</summary>
    public IReadOnlyList<TierTrace> Tiers => tiers;

    /// <summary>
    /// The most that a document can score in a clause, for each clause that was made ready; below 0 where none matches. Empty for stock
    /// queries.
    /// </summary>
    public IReadOnlyDictionary<Clause, float> Bounds => bounds;

    internal Dictionary<Clause, float> MutableBounds => bounds;

    internal void Add(TierTrace tier) => tiers.Add(tier);
}

/// <summary>What looking for one tier took.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Windows">Windows of documents where something may match.</param>
/// <param name="Visited">Those of them that were read.</param>
/// <param name="Postings">
/// Postings read: marked, added up, looked up, or gathered for prefixes, ranges and fuzzy words. Those of the filter count to the first tier.
/// </param>
/// <param name="Scored">Documents that were scored exactly.</param>
public sealed record TierTrace(int Tier, int Windows, int Visited, long Postings, long Scored)
{
    /// <summary>Windows that could not change the answer.</summary>
    public int Skipped => Windows - Visited;

    /// <summary>The tier with which this one was counted in one pass, since none of its documents could enter the answer; null where it was looked for by itself.</summary>
    public int? CountedWith { get; init; }
}
