using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>A search's answer with what was done for it.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Rounds">The rounds of the ladder that were gone through, in order; the last one answered.</param>
public sealed record TracedSearch(SearchResponse Response, IReadOnlyList<TracedRound> Rounds);

/// <summary>One round: one plan.</summary>
/// <param name="Round">Which it was.</param>
/// <param name="Engine">Who answered: "impacts", or "stock", which tells nothing but the clauses.</param>
/// <param name="Filter">What every answer must be; null for no filter.</param>
/// <param name="SettledBy">A match in this tier or a better one leaves out the ways that are only for few matches; null for none.</param>
/// <param name="Tiers">The tiers of the plan, best first.</param>
public sealed record TracedRound(
    SearchRound Round, string Engine, TracedClause? Filter, ExplainedTier? SettledBy, IReadOnlyList<TracedTier> Tiers);

/// <summary>One tier of a plan.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Counters">What looking for it took; null where it was not looked for, or by stock queries.</param>
/// <param name="Branches">The ways into it.</param>
public sealed record TracedTier(ExplainedTier Tier, TierCounters? Counters, IReadOnlyList<TracedBranch> Branches);

/// <summary>What looking for one tier took.</summary>
/// <param name="Windows">Windows of 4,096 documents where something may match.</param>
/// <param name="Visited">Those that were read.</param>
/// <param name="Skipped">Those that could not change the answer.</param>
/// <param name="Postings">Postings read; those of the filter count to the first tier.</param>
/// <param name="Scored">Documents scored.</param>
/// <param name="CountedWith">The tier in whose pass its documents were counted, since none could enter the answer; null where it was looked for by itself.</param>
public sealed record TierCounters(int Windows, int Visited, int Skipped, long Postings, long Scored, int? CountedWith);

/// <summary>A way into a tier.</summary>
/// <param name="OnlyBelow">It is tried only where better tiers have fewer documents than this; null for always.</param>
/// <param name="Root">What must match.</param>
public sealed record TracedBranch(int? OnlyBelow, TracedClause Root);

/// <summary>A clause of a plan.</summary>
/// <param name="Role">"required", "optional", "excluded", "alternative", "inner" or "whole".</param>
/// <param name="What">The clause, with its field and weight. Example: <c>term film.title:leap · 3</c>.</param>
/// <param name="Terms">How many terms of the index it stands for; null where that means nothing.</param>
/// <param name="Limit">The most that it may stand for; null for no limit.</param>
/// <param name="Documents">Documents that hold the term, or the rarest of a phrase's; null for other clauses.</param>
/// <param name="Bound">No document scores more in it; below 0 where none matches; null where it was not made ready.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record TracedClause(
    string Role, string What, int? Terms, int? Limit, long? Documents, double? Bound, IReadOnlyList<TracedClause> Parts);
