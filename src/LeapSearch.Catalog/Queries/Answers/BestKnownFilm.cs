using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>The film that a person is best known for: the most popular one they directed or are billed in, the earliest of equals.</summary>
internal sealed class BestKnownFilm(Snapshot snapshot, ISearchEngine engine, CancellationToken cancellationToken)
{
    /// <summary>Equally popular films that are compared; nobody's whole filmography is longer than what a suggestion may cost.</summary>
    private const int MaxFilms = 50;

    /// <summary>"Leap (2020)", or null where there is none.</summary>
    public string? Of(string personId)
    {
        var plan = new SearchPlan
        {
            Branches = [new SearchBranch(0, new ConstantClause(new TermClause(FilterFields.Person.Name, personId), 0))],
            Filter = new ConstantClause(new TermClause(IndexFields.Type, TypeNames.Of(DocumentType.Film))),
            Boost = Ranking.Popularity,
            KeyField = IndexFields.Key,
            Count = MaxFilms,
            CountUpTo = 0,
        };
        var hits = engine.Search(snapshot.Searcher, plan, cancellationToken).Hits;
        var best = hits
            .TakeWhile(h => h.Score == hits[0].Score)
            .Select(h => SnapshotReader.Read(snapshot.Searcher.IndexReader, h.Document).Film)
            .OrderBy(f => f.Directors.Any(d => d.PersonId == personId) ? 0 : Billing(f, personId))
            .ThenBy(f => f.Year)
            .ThenBy(f => f.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best is null ? null : best.Year > 0 ? $"{best.Title} ({best.Year})" : best.Title;
    }

    private static int Billing(Film film, string personId)
    {
        for (var i = 0; i < film.Cast.Count; i++)
        {
            if (film.Cast[i].PersonId == personId)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
