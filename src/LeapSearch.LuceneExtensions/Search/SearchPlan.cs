namespace LeapSearch.LuceneExtensions.Search;

/// <summary>
/// A whole search, as the one search entry (<see cref="ISearchEngine"/>) takes it. Opaque to it: what the fields and tiers mean.
/// </summary>
/// <remarks>
/// The answer is as if written: every live document that passes <see cref="Filter"/> and matches some branch gets the
/// (tier, score) of its best branch (lowest tier; within the tier the highest score); documents are ordered by tier ascending,
/// then score descending, then <see cref="KeyField"/> ascending; the first <see cref="Count"/> after <see cref="After"/> are
/// answered. With <see cref="Sort"/> the order is by those values, then the key.
/// </remarks>
public sealed record SearchPlan
{
    /// <summary>The branches, at least one, in ascending order of tier.</summary>
    public required IReadOnlyList<SearchBranch> Branches { get; init; }

    /// <summary>Which documents count at all; null for all.</summary>
    public Clause? Filter { get; init; }

    /// <summary>A score added to each document, from its doc values; null for none.</summary>
    public DocumentBoost? Boost { get; init; }

    /// <summary>Order by doc values instead of tier and score; empty for relevance.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>
    /// A document that matches in this tier or a better one (after the filter, whatever the page) settles the plan: branches with
    /// <see cref="SearchBranch.OnlyBelow"/> are then left out, however few documents match. -1 for none.
    /// </summary>
    public int SettledBy { get; init; } = -1;

    /// <summary>The SortedDocValues field with a unique key, which ends every tie by its unsigned byte order.</summary>
    public required string KeyField { get; init; }

    /// <summary>Hits wanted, 0 to 100,000.</summary>
    public required int Count { get; init; }

    /// <summary>Answer only what comes after this position in the order; null from the start.</summary>
    public SortPosition? After { get; init; }

    /// <summary>Count hits exactly up to this many; beyond, a lower bound will do. Facets always count all.</summary>
    public int CountUpTo { get; init; } = int.MaxValue;

    /// <summary>SortedSetDocValues fields whose values are counted over all matching documents.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Values answered a facet, most frequent first, ties by value.</summary>
    public int FacetValues { get; init; } = 100;

    /// <summary>Told what the engine does; null for nobody. Changes no answer.</summary>
    public SearchTrace? Trace { get; init; }
}

/// <summary>One way for a document to match.</summary>
/// <param name="Tier">Its rank before any score, from 0 (best); several branches may share one.</param>
/// <param name="Root">What must match.</param>
/// <param name="OnlyBelow">
/// Evaluate the branch only when the branches of lower tiers matched fewer documents than this in all (after the filter, whatever
/// the page) and none settled the plan (<see cref="SearchPlan.SettledBy"/>); <see cref="int.MaxValue"/> always.
/// </param>
public sealed record SearchBranch(int Tier, Clause Root, int OnlyBelow = int.MaxValue);

/// <summary>
/// Adds <paramref name="Weight"/> times a NumericDocValues value, stored as the bits of a float from 0 to 1
/// (<see cref="BitConverter.SingleToInt32Bits"/>); a document without one adds nothing.
/// </summary>
public sealed record DocumentBoost(string Field, float Weight);

/// <summary>Orders by a doc-values field: NumericDocValues as long, or SortedDocValues as bytes. Missing values come last.</summary>
public sealed record SortKey(string Field, SortKeyKind Kind, bool Descending);

/// <summary>How a sort key's values are stored.</summary>
public enum SortKeyKind
{
    /// <summary>NumericDocValues as long.</summary>
    Long,

    /// <summary>SortedDocValues, in unsigned byte order.</summary>
    Text,
}

/// <summary>A hit's place in the order; valid on any snapshot.</summary>
/// <param name="Tier">Its tier.</param>
/// <param name="Score">Its score.</param>
/// <param name="SortValues">The values of the sort keys: <see cref="long"/>, <see cref="string"/>, or null where missing.</param>
/// <param name="Key">Its unique key.</param>
public sealed record SortPosition(int Tier, float Score, IReadOnlyList<object?> SortValues, string Key);
