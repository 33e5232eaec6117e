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
        var synonyms = editors.Synonyms(query.Words);
        var branches = SuggestPlanner.Plan(query, types, synonyms);
        choices.AddTo(branches);
        Fill(response, snapshot, query, synonyms, branches, plan, cancellationToken);
        if (response.Suggestions.Count == 0)
        {
            Fill(response, snapshot, query, null, SuggestPlanner.PlanHardTypos(query, types), plan, cancellationToken);
        }

        return response;
    }

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
        var builder = new SuggestionBuilder(snapshot, query, synonyms);
        foreach (var hit in engine.Search(snapshot.Searcher, whole, cancellationToken).Hits)
        {
            response.Suggestions.Add(builder.Build(SnapshotReader.Read(snapshot.Searcher.IndexReader, hit.Document), kinds[hit.Branch]));
        }
    }
}
