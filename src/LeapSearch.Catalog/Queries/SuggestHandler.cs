using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Paging;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries;

/// <summary>Answers suggestions as you type.</summary>
internal sealed class SuggestHandler(ISearchEngine engine, TimeProvider time, SearchEditors editors)
{
    public SuggestResponse Suggest(Snapshot snapshot, SuggestRequest request, CancellationToken cancellationToken)
    {
        var query = QueryParser.Parse(request.Prefix, "prefix") with { Phrases = [], Excluded = [] };
        var types = RequestRules.Types(request.Types_);
        var count = PageSize.Of(request.PageSize);
        var response = new SuggestResponse();
        var now = time.GetUtcNow();
        var choices = editors.Choices(query, now);
        var plan = new SearchPlan
        {
            Branches = [],
            Filter = choices.Without(Visibility.Filter(types, null, now)),
            Boost = Ranking.Popularity,
            KeyField = IndexFields.Key,
            Count = count,
            CountUpTo = count,
        };
        var edited = editors.Read(query, q => Look(snapshot, SearchPlanner.PlanTitle(q, types), plan, 1, cancellationToken).Total > 0);
        var branches = SuggestPlanner.Plan(query, types, edited);

        // What the editors pin decides nothing of what else is found; without pins, what is suggested says whether anything is.
        if (choices.Pins.Count == 0 || Look(snapshot, branches, plan, 1, cancellationToken).Total > 0)
        {
            Add(query, edited.Synonyms, branches);
        }

        if (response.Suggestions.Count == 0)
        {
            var telling = edited.Telling ?? query;
            Add(telling, null, SuggestPlanner.PlanHardTypos(telling, types));
        }

        return response;

        void Add(ParsedQuery asked, SynonymReading? synonyms, BranchList list)
        {
            choices.AddTo(list, (some, most) => Look(snapshot, some, plan, most, cancellationToken));
            Fill(response, snapshot, asked, synonyms, list, plan, cancellationToken);
        }
    }

    private SearchAnswer Look(Snapshot snapshot, BranchList some, SearchPlan plan, int most, CancellationToken cancellationToken)
        => engine.Search(snapshot.Searcher, some.Build(plan with { Count = 1, CountUpTo = most }).Plan, cancellationToken);

    private void Fill(
        SuggestResponse response,
        Snapshot snapshot,
        ParsedQuery query,
        SynonymReading? synonyms,
        BranchList list,
        SearchPlan plan,
        CancellationToken cancellationToken)
    {
        if (list.IsEmpty)
        {
            return;
        }

        var (whole, kinds) = list.Build(plan);
        var builder = new SuggestionBuilder(new BestKnownFilm(snapshot, engine, cancellationToken), query, synonyms);
        foreach (var hit in engine.Search(snapshot.Searcher, whole, cancellationToken).Hits)
        {
            response.Suggestions.Add(builder.Build(SnapshotReader.Read(snapshot.Searcher.IndexReader, hit.Document), kinds[hit.Branch]));
        }
    }
}
