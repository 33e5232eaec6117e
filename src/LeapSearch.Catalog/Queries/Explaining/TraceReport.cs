using System.Globalization;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Explaining;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>Tells of the searches of one request what they were and what they took.</summary>
internal sealed class TraceReport(IndexReader reader, CancellationToken cancellationToken)
{
    private readonly PlanOutliner outliner = new(reader, cancellationToken);

    public IReadOnlyList<TracedRound> Of(string query, SearchTrace trace)
    {
        var first = Identifiers.Terms(query.Trim()).Count > 0 ? SearchRound.Identifier : SearchRound.Words;
        return [.. trace.Plans.Select((plan, i) => Round((SearchRound)Math.Min((int)first + i, (int)SearchRound.FewerWords), plan))];
    }

    private TracedRound Round(SearchRound round, PlanTrace trace) => new(
        round,
        trace.Engine,
        trace.Plan.Filter is { } filter ? Clause(outliner.Outline(filter), trace) : null,
        trace.Plan.SettledBy < 0 ? null : TierWords.Of(trace.Plan.SettledBy, MatchKind.Unspecified),
        [.. trace.Plan.Branches.GroupBy(b => b.Tier).Select(tier => new TracedTier(
            TierWords.Of(tier.Key, tier.All(b => b.Root is AllClause) ? MatchKind.Browse : round == SearchRound.Identifier ? MatchKind.Id : MatchKind.Unspecified),
            trace.Tiers.FirstOrDefault(t => t.Tier == tier.Key) is { } found ? new TierCounters(found.Windows, found.Visited, found.Skipped, found.Postings, found.Scored, found.CountedWith) : null,
            [.. tier.Select(b => new TracedBranch(b.OnlyBelow == int.MaxValue ? null : b.OnlyBelow, Clause(outliner.Outline(b.Root), trace)))]))]);

    private static TracedClause Clause(ClauseOutline outline, PlanTrace trace) => new(
        outline.Role.ToString().ToLowerInvariant(),
        What(outline.Clause),
        outline.Terms,
        outline.Limit,
        outline.Documents,
        trace.Bounds.TryGetValue(outline.Clause, out var bound) ? bound : null,
        [.. outline.Parts.Select(p => Clause(p, trace))]);

    private static string What(Clause clause) => clause switch
    {
        TermClause c => $"term {c.Field}:{c.Term}{Times(c.Weight)}",
        PhraseClause c => $"phrase {c.Field}:\"{string.Join(' ', c.Terms)}\"{(c.Slop > 0 ? $"~{c.Slop}" : "")}{Times(c.Weight)}",
        PrefixClause c => $"prefix {c.Field}:{c.Prefix}*{Times(c.Weight)}",
        FuzzyClause c => $"fuzzy {c.Field}:{c.Term}~{c.MaxEdits}{(c.IsPrefix ? "*" : "")}{(c.PrefixLength > 0 ? $" (first {c.PrefixLength} kept)" : "")}{Times(c.Weight)}",
        RangeClause c => $"range {c.Field}:[{c.Min} TO {c.Max}]",
        ConstantClause c => $"constant {Number(c.Score)}",
        AllClause c => $"all, constant {Number(c.Score)}",
        DisMaxClause { Tie: 0 } => "the best of",
        DisMaxClause c => $"the best of, and {Number(c.Tie)} of the others",
        BooleanClause { MinimumShould: > 0 } c => $"the sum of, with {c.MinimumShould} optional at least",
        BooleanClause => "the sum of",
        _ => clause.GetType().Name,
    };

    private static string Times(float weight) => weight == 1 ? "" : $" · {Number(weight)}";

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
