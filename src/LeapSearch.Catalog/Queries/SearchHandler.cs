using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Catalog.Queries.Filters;
using LeapSearch.Catalog.Queries.Paging;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries;

/// <summary>
/// Answers a search: read the query, look in tiers, and where nothing matches go down the ladder: ids, mended slips, a second round
/// of slips, fewer words. Every step beyond the words as they stand is told in the answer.
/// </summary>
internal sealed class SearchHandler(ISearchEngine engine, TimeProvider time)
{
    /// <summary>Hits counted exactly without facets; beyond, a lower bound is told.</summary>
    private const int CountUpTo = 1_000;

    public SearchResponse Search(Snapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
    {
        var query = QueryParser.Parse(request.Query, "query");
        var types = RequestRules.Types(request.Types_);
        var facets = RequestRules.Facets(request.Facets);
        var pageSize = PageSize.Of(request.PageSize);
        var plan = new SearchPlan
        {
            Branches = [],
            Filter = Visibility.Filter(types, FilterParser.Parse(request.Filter), time.GetUtcNow()),
            Boost = Ranking.Popularity,
            Sort = OrderBy.Parse(request.OrderBy, query.IsEmpty),
            KeyField = IndexFields.Key,
            Count = pageSize + 1,
            After = PageToken.Read(request),
            CountUpTo = facets.Count > 0 ? int.MaxValue : CountUpTo,
            Facets = [.. facets.Select(f => f.FacetField)],
        };

        var found = Ladder(snapshot, query, types, plan, cancellationToken);
        var response = new SearchResponse
        {
            TotalSize = found.Answer.Total,
            TotalSizeIsExact = found.Answer.TotalIsExact,
            CorrectedQuery = found.CorrectedQuery,
            Steps = { found.Steps },
        };
        var builder = new ResultBuilder(snapshot, engine, found.Query, request.View, time.GetUtcNow());
        foreach (var hit in found.Answer.Hits.Take(pageSize))
        {
            response.Results.Add(builder.Build(hit, found.Kinds[hit.Branch], cancellationToken));
        }

        AddCorrections(found, response);
        if (found.Answer.Hits.Count > pageSize)
        {
            response.NextPageToken = PageToken.Write(request, found.Answer.Hits[pageSize - 1].Position);
        }

        var labels = new FacetLabels(snapshot);
        for (var i = 0; i < facets.Count; i++)
        {
            response.Facets.Add(labels.Build(facets[i], found.Answer.Facets[i]));
        }

        return response;
    }

    private Found Ladder(
        Snapshot snapshot, ParsedQuery query, HashSet<DocumentType> types, SearchPlan plan, CancellationToken cancellationToken)
    {
        var identifiers = Identifiers.Terms(query.Text);
        if (identifiers.Count > 0)
        {
            var byId = new BranchList();
            byId.Add(Tier.Exact, MatchKind.Id, new DisMaxClause([.. identifiers.Select(t => new ConstantClause(new TermClause(IndexFields.ExternalId, t)))]));
            var found = Run(snapshot, query, byId, plan, cancellationToken);
            if (found.Answer.Total > 0)
            {
                return found with { Steps = [new QueryStep { Kind = QueryStepKind.Identifier, Text = query.Text, Value = identifiers[0] }] };
            }
        }

        var reading = FacetReading.Read(query.Words, snapshot.Searcher.IndexReader);
        var first = Run(snapshot, query, SearchPlanner.Plan(query, types, reading), plan, cancellationToken);
        if (first.Answer.Total > 0 || query.IsEmpty)
        {
            return first with { Steps = reading?.Steps ?? [] };
        }

        var hard = Run(snapshot, query, SearchPlanner.PlanHardTypos(query, types), plan, cancellationToken);
        if (hard.Answer.Total > 0)
        {
            return hard;
        }

        foreach (var remaining in WordDropping.Choices(snapshot.Searcher.IndexReader, query.Words, FieldGroup.For(types)))
        {
            var fewer = Run(snapshot, query with { Words = remaining }, SearchPlanner.PlanWithout(query, remaining, types), plan, cancellationToken);
            if (fewer.Answer.Total > 0)
            {
                return fewer with { CorrectedQuery = string.Join(' ', remaining.Select(w => w.Original)), Steps = Dropped(query.Words, remaining) };
            }
        }

        return first;
    }

    private Found Run(Snapshot snapshot, ParsedQuery query, BranchList branches, SearchPlan plan, CancellationToken cancellationToken)
    {
        var (list, kinds) = branches.Build();
        return new Found(query, engine.Search(snapshot.Searcher, plan with { Branches = list }, cancellationToken), kinds, "", []);
    }

    private static QueryStep[] Dropped(IReadOnlyList<QueryWord> words, IReadOnlyList<QueryWord> remaining)
        => [.. words.Except(remaining).Select(w => new QueryStep { Kind = QueryStepKind.Dropped, Text = w.Original })];

    private static void AddCorrections(Found found, SearchResponse response)
    {
        if (response.Results.Count == 0 || response.Results[0].Match.Kind != MatchKind.Typo)
        {
            return;
        }

        var (text, steps) = Corrections.Of(found.Query, response.Results[0].Document);
        response.CorrectedQuery = text;
        response.Steps.AddRange(steps);
    }

    private sealed record Found(
        ParsedQuery Query, SearchAnswer Answer, IReadOnlyList<MatchKind> Kinds, string CorrectedQuery, IReadOnlyList<QueryStep> Steps);
}
