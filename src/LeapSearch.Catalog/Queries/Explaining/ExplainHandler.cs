using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Explaining;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>Explains where a document stands in the answer to a search: the search itself, then every clause of its plan for the document.</summary>
internal sealed class ExplainHandler(SearchHandler search, ISearchEngine engine)
{
    /// <summary>Hits looked through first for the document's rank, and the most at a time: each look is a whole search.</summary>
    private const int FirstHits = 1_000, MostHits = 100_000;

    /// <summary>Keys of names and titles that are told; more are looked for.</summary>
    private const int MostKeys = 6;

    /// <exception cref="LeapSearchException">NOT_FOUND: there is no such document; INVALID_ARGUMENT: as for the search.</exception>
    public SearchExplanation Explain(Snapshot snapshot, SearchRequest request, DocumentKey key, CancellationToken cancellationToken)
    {
        var reader = snapshot.Searcher.IndexReader;
        var number = SnapshotReader.Numbers(reader, new Term(IndexFields.Key, key.ToString()), 1) is [var one]
            ? one
            : throw LeapSearchException.NotFound(TypeNames.Of(key.Type), key.Id);
        var found = search.Look(snapshot, request, [], cancellationToken);
        var explained = PlanExplainer.Explain(snapshot.Searcher, found.Plan, number, cancellationToken);
        var place = explained.Ranked is null ? null : Place(snapshot, found.Plan, number, cancellationToken);
        var parts = new ScoreParts(new ClauseWords(TypeNames.Of(key.Type)));
        return new SearchExplanation(
            Understood(request.Query, found),
            SnapshotReader.Read(reader, number),
            place?.Rank,
            Math.Max(found.Answer.Total, place?.Rank ?? 0),
            found.Answer.TotalIsExact,
            place is null ? null : TierWords.Of(place.Value.Hit.Tier, found.Kinds[place.Value.Hit.Branch]),
            place?.Hit.Score,
            place is null ? [] : parts.Of(explained),
            explained.Passes ? [] : [.. Hidden(explained.Filter!, parts)],
            [.. explained.Branches.Select(b => Way(b, found.Kinds[b.Index], parts))]);
    }

    private static ExplainedWay Way(ExplainedBranch branch, MatchKind kind, ScoreParts parts) => new(
        TierWords.Of(branch.Branch.Tier, kind),
        branch.Root.Score is not null,
        branch switch
        {
            { IsEvaluated: true } => "",
            { IsSettled: true } => "another document is what was asked for; slips are not looked for then",
            _ => $"{branch.MatchedBefore:N0} documents match better; this is for fewer than {branch.Branch.OnlyBelow}",
        },
        [.. parts.Lacks(branch.Root)]);

    /// <summary>What the filter asks for and the document has not; it must be neither one that the editors hide nor not yet published.</summary>
    private static IEnumerable<string> Hidden(ExplainedClause filter, ScoreParts parts)
        => filter.Parts.FirstOrDefault(p => p is { Role: ClauseRole.Excluded, Score: not null }) is { } excluded
            ? [excluded.Clause is TermClause { Field: IndexFields.Key } ? "the editors hide it from this query" : "it is not published yet"]
            : parts.Lacks(filter).Select(l => $"it is not what was asked for: {l}");

    private static UnderstoodQuery Understood(string text, SearchHandler.Found found)
    {
        var query = found.Query;
        var isWhole = query.IsPlain && found.Round is SearchRound.Words or SearchRound.Nothing;
        return new UnderstoodQuery(
            text,
            [.. query.Words.Select(w => w.Term)],
            [.. query.Phrases.Select(p => string.Join(' ', p.Select(w => w.Term)))],
            [.. query.Excluded.Select(p => string.Join(' ', p.Select(w => w.Term)))],
            [.. query.Words.Select(w => w.Term).Where(YearReading.IsYear)],
            isWhole ? Keys(NameForms.OfQuery(query.Text).Spelling) : [],
            isWhole ? Keys(ReadingForms.OfQuery(query.Text).Whole.Where(k => k.Grade == KeyGrade.Spelling)) : [],
            found.Steps,
            found.Round);
    }

    private static IReadOnlyList<string> Keys(IEnumerable<ReadingKey> keys) => [.. keys.Take(MostKeys).Select(k => k.Text)];

    /// <summary>The document's place, page by page in the search's own order; null where the engine does not find it.</summary>
    private (long Rank, SearchHit Hit)? Place(Snapshot snapshot, SearchPlan plan, int number, CancellationToken cancellationToken)
    {
        plan = plan with { Count = FirstHits };
        for (long before = 0; ; before += plan.Count, plan = plan with { Count = MostHits })
        {
            var hits = engine.Search(snapshot.Searcher, plan, cancellationToken).Hits;
            for (var i = 0; i < hits.Count; i++)
            {
                if (hits[i].Document == number)
                {
                    return (before + i + 1, hits[i]);
                }
            }

            if (hits.Count < plan.Count)
            {
                return null;
            }

            plan = plan with { After = hits[^1].Position };
        }
    }
}
