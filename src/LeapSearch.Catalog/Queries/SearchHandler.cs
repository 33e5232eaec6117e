using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Catalog.Queries.Editors;
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
internal sealed class SearchHandler(ISearchEngine engine, TimeProvider time, SearchEditors editors)
{
    /// <summary>Hits counted exactly without facets; beyond, a lower bound is told.</summary>
    private const int CountUpTo = 1_000;

    /// <summary>Films of one title whose articles are looked for.</summary>
    private const int MaxFilmsCalled = 8;

    public SearchResponse Search(Snapshot snapshot, SearchRequest request, CancellationToken cancellationToken, SearchTrace? trace = null)
    {
        var facets = RequestRules.Facets(request.Facets);
        var found = Look(snapshot, request, facets, cancellationToken, trace);
        var pageSize = found.Plan.Count - 1;
        var response = new SearchResponse
        {
            TotalSize = found.Answer.Total,
            TotalSizeIsExact = found.Answer.TotalIsExact,
            CorrectedQuery = found.CorrectedQuery,
            Steps = { found.Steps },
        };
        var builder = new ResultBuilder(snapshot, engine, found.Query, found.Edited.Synonyms, request.View, time.GetUtcNow());
        foreach (var hit in found.Answer.Hits.Take(pageSize))
        {
            response.Results.Add(builder.Build(hit, found.Kinds[hit.Branch], cancellationToken));
        }

        if (response.Results.FirstOrDefault(r => r.Match.Kind != MatchKind.Pinned) is { Match.Kind: MatchKind.Typo } && builder.FirstCorrection is { Steps.Count: > 0 } correction)
        {
            response.CorrectedQuery = correction.Query.Text;
            response.Steps.AddRange(correction.Steps);
        }

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

    /// <summary>What the ladder found, one hit more than the page has, and by what plan.</summary>
    public Found Look(
        Snapshot snapshot, SearchRequest request, IReadOnlyList<FilterField> facets, CancellationToken cancellationToken, SearchTrace? trace = null)
    {
        var query = QueryParser.Parse(request.Query, "query");
        var types = RequestRules.Types(request.Types_);
        var now = time.GetUtcNow();
        var choices = editors.Choices(query, now);
        var plan = new SearchPlan
        {
            Branches = [],
            Filter = choices.Without(Visibility.Filter(types, FilterParser.Parse(request.Filter), now)),
            Boost = Ranking.Popularity,
            Sort = OrderBy.Parse(request.OrderBy, query.IsEmpty),
            KeyField = IndexFields.Key,
            Count = PageSize.Of(request.PageSize) + 1,
            After = PageToken.Read(request),
            CountUpTo = facets.Count > 0 ? int.MaxValue : CountUpTo,
            Facets = [.. facets.Select(f => f.FacetField)],
            Trace = trace,
        };

        return Ladder(snapshot, query, types, choices, plan, cancellationToken);
    }

    private Found Ladder(
        Snapshot snapshot, ParsedQuery query, HashSet<DocumentType> types, ResultChoices choices, SearchPlan plan, CancellationToken cancellationToken)
    {
        var identifiers = Identifiers.Terms(query.Text);
        if (identifiers.Count > 0)
        {
            var byId = new BranchList();
            byId.Add(Tier.Exact, MatchKind.Id, new DisMaxClause([.. identifiers.Select(t => new ConstantClause(new TermClause(IndexFields.ExternalId, t)))]));
            var found = Run(snapshot, query, byId, plan, cancellationToken);
            if (found.Answer.Total > 0)
            {
                return found with
                {
                    Round = SearchRound.Identifier,
                    Steps = [new QueryStep { Kind = QueryStepKind.Identifier, Text = query.Text, Value = identifiers[0] }],
                };
            }
        }

        var reading = FacetReading.Read(query.Words, snapshot.Genres);
        var edited = editors.Read(query, q => IsTitle(snapshot, q, types, plan, cancellationToken));
        var branches = SearchPlanner.Plan(query, types, reading, snapshot.Genres, edited);
        if (FilmsCalled(snapshot, query, types, plan, cancellationToken) is { Count: > 0 } films)
        {
            SearchPlanner.AddArticlesOf(branches, query, types, films);
        }

        var first = Run(snapshot, query, branches, plan, cancellationToken);
        var telling = edited.Telling ?? query;
        IReadOnlyList<QueryStep> steps = reading?.Steps ?? [];
        if (HoldsNoWords(snapshot, query, branches, first, plan, cancellationToken)
            && PersonReading.Read(telling, c => People(snapshot, c, plan, cancellationToken)) is { } named)
        {
            foreach (var clause in named.Clauses(snapshot.Genres, FieldGroup.For(types)))
            {
                branches.Add(Tier.Words, MatchKind.Words, clause);
            }

            plan.Trace?.ForgetLast();
            first = Run(snapshot, query, branches, plan, cancellationToken);
            steps = first.Answer.Hits is [{ Tier: (int)Tier.Words }, ..] ? [.. steps, named.Step] : steps;
        }

        if (first.Answer.Total > 0 || query.IsEmpty)
        {
            first = Pinned(first, branches);
            return edited.IsNone ? first with { Steps = steps } : first with { Steps = [.. steps, .. edited.Steps], Edited = edited };
        }

        var slipped = SearchPlanner.PlanHardTypos(telling, types);
        var hard = Run(snapshot, telling, slipped, plan, cancellationToken);
        if (hard.Answer.Total > 0)
        {
            return Pinned(hard, slipped) with { Round = SearchRound.HardSlips, Steps = [.. edited.Left] };
        }

        var known = editors.Synonyms(telling.Words);
        foreach (var remaining in WordDropping.Choices(snapshot.Searcher.IndexReader, telling.Words, FieldGroup.For(types), known))
        {
            var synonyms = known is null ? null : editors.Synonyms(remaining);
            var without = SearchPlanner.PlanWithout(telling, remaining, types, synonyms);
            var fewer = Run(snapshot, telling with { Words = remaining }, without, plan, cancellationToken);
            if (fewer.Answer.Total > 0)
            {
                return Pinned(fewer, without) with
                {
                    Round = SearchRound.FewerWords,
                    CorrectedQuery = string.Join(' ', remaining.Select(w => w.Original)),
                    Steps = [.. edited.Left, .. Dropped(telling.Words, remaining), .. synonyms?.Steps() ?? []],
                    Edited = EditedQuery.None with { Synonyms = synonyms },
                };
            }
        }

        return Pinned(first, branches) with { Round = choices.Pins.Count > 0 ? SearchRound.Words : SearchRound.Nothing, Edited = edited };

        // What the editors pin stands first in whatever answers, and decides nothing of what does.
        Found Pinned(Found found, BranchList ways)
        {
            if (choices.Pins.Count == 0)
            {
                return found;
            }

            choices.AddTo(ways, (some, count) => Run(snapshot, found.Query, some, Best(plan) with { CountUpTo = count }, cancellationToken).Answer);
            plan.Trace?.ForgetLast();
            return Run(snapshot, found.Query, ways, plan, cancellationToken);
        }
    }

    /// <summary>Whether nothing was found that holds the words as they stand, on whatever page: at best with slips, or by its sound.</summary>
    private bool HoldsNoWords(Snapshot snapshot, ParsedQuery query, BranchList branches, Found first, SearchPlan plan, CancellationToken cancellationToken)
    {
        if (query.Words.Count < 2 || !query.IsPlain)
        {
            return false;
        }

        if (plan.Sort.Count > 0)
        {
            return first.Answer.Total == 0;
        }

        // A later page: it is as on the first one, which ended in such a tier if it began in one.
        if (plan.After is { } after)
        {
            if ((Tier)after.Tier is not (Tier.Pinned or Tier.Words or Tier.WholeTypo or >= Tier.Typo))
            {
                return false;
            }

            first = Run(snapshot, query, branches, Best(plan), cancellationToken);
        }

        return first.Answer.Hits.Select(h => first.Kinds[h.Branch]).FirstOrDefault(MatchKind.Sound) is MatchKind.Typo or MatchKind.Sound;
    }

    /// <summary>The films that are called as the query stands, where articles are asked for; a look into the dictionary for most queries.</summary>
    private IReadOnlyList<DocumentKey> FilmsCalled(
        Snapshot snapshot, ParsedQuery query, HashSet<DocumentType> types, SearchPlan plan, CancellationToken cancellationToken)
    {
        if (!query.IsPlain || query.Words.Count == 0 || !(types.Count == 0 || types.Contains(DocumentType.Article)))
        {
            return [];
        }

        var key = Folding.FoldKey(query.Text);
        var called = Clauses.Any([Clauses.Term(IndexFields.Film.Key, key), Clauses.Term(IndexFields.Film.Alias, key)])!;
        return BestKnown(snapshot, DocumentType.Film, called, MaxFilmsCalled, plan, cancellationToken);
    }

    /// <summary>The best known people that match.</summary>
    private IReadOnlyList<DocumentKey> People(Snapshot snapshot, Clause clause, SearchPlan plan, CancellationToken cancellationToken)
        => BestKnown(snapshot, DocumentType.Person, clause, PersonReading.MaxPeople, plan, cancellationToken);

    private IReadOnlyList<DocumentKey> BestKnown(
        Snapshot snapshot, DocumentType type, Clause clause, int most, SearchPlan plan, CancellationToken cancellationToken)
    {
        var known = plan with
        {
            Branches = [new SearchBranch(0, clause)],
            Filter = new ConstantClause(new TermClause(IndexFields.Type, TypeNames.Of(type))),
            SettledBy = -1,
            Count = most,
            CountUpTo = most,
            Facets = [],
            Sort = [],
            After = null,
            Trace = null,
        };
        return [.. engine.Search(snapshot.Searcher, known, cancellationToken).Hits.Select(h => DocumentKey.Parse(h.Key))];
    }

    private bool IsTitle(Snapshot snapshot, ParsedQuery query, HashSet<DocumentType> types, SearchPlan plan, CancellationToken cancellationToken)
        => Run(snapshot, query, SearchPlanner.PlanTitle(query, types), Best(plan), cancellationToken).Answer.Total > 0;

    /// <summary>A plan for the best hit alone.</summary>
    private static SearchPlan Best(SearchPlan plan) => plan with { Count = 1, CountUpTo = 1, Facets = [], Sort = [], After = null, Trace = null };

    private Found Run(Snapshot snapshot, ParsedQuery query, BranchList branches, SearchPlan plan, CancellationToken cancellationToken)
    {
        var (whole, kinds) = branches.Build(plan);
        return new Found(query, whole, engine.Search(snapshot.Searcher, whole, cancellationToken), kinds, SearchRound.Words, "", [], EditedQuery.None);
    }

    private static QueryStep[] Dropped(IReadOnlyList<QueryWord> words, IReadOnlyList<QueryWord> remaining)
        => [.. words.Except(remaining).Select(w => new QueryStep { Kind = QueryStepKind.Dropped, Text = w.Original })];

    /// <summary>What a round of the ladder found.</summary>
    /// <param name="Query">What was looked for.</param>
    /// <param name="Plan">The plan that found it.</param>
    /// <param name="Answer">The hits.</param>
    /// <param name="Kinds">The kind of match of each branch.</param>
    /// <param name="Round">Which round it was.</param>
    /// <param name="CorrectedQuery">What was looked for instead of the words typed, or empty.</param>
    /// <param name="Steps">What was read or left out.</param>
    /// <param name="Edited">What the editors' files made of the query.</param>
    internal sealed record Found(
        ParsedQuery Query,
        SearchPlan Plan,
        SearchAnswer Answer,
        IReadOnlyList<MatchKind> Kinds,
        SearchRound Round,
        string CorrectedQuery,
        IReadOnlyList<QueryStep> Steps,
        EditedQuery Edited);
}
