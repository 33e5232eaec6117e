using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>The film that a person is best known for: the most popular one they directed or are billed in, the earliest of equals.</summary>
internal static class BestKnownFilm
{
    /// <summary>Films looked at; nobody's whole filmography is longer than what a suggestion may cost.</summary>
    private const int MaxFilms = 50;

    /// <summary>"Leap (2020)", or null where there is none.</summary>
    public static string? Of(Snapshot snapshot, string personId)
    {
        var films = SnapshotReader.Numbers(snapshot.Searcher.IndexReader, new Term(FilterFields.Person.Name, personId), MaxFilms)
            .Select(n => SnapshotReader.Read(snapshot.Searcher.IndexReader, n).Film)
            .Where(f => f is not null)
            .OrderByDescending(f => f.Popularity)
            .ThenBy(f => f.Directors.Any(d => d.PersonId == personId) ? 0 : Billing(f, personId))
            .ThenBy(f => f.Year)
            .ThenBy(f => f.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return films is null ? null : films.Year > 0 ? $"{films.Title} ({films.Year})" : films.Title;
    }

    private static int Billing(V1.Film film, string personId)
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
