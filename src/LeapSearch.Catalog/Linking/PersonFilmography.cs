using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Linking;

/// <summary>What the films that the index ties to a person tell of them.</summary>
/// <param name="Count">How many films.</param>
/// <param name="Years">Their years, of those that have one.</param>
/// <param name="CoWorkers">Whom they worked with, by the implied ids of their names, and in how many credits.</param>
/// <param name="Directors">Those of them who directed, by the implied ids of their names.</param>
/// <param name="Countries">Where, and how often.</param>
/// <param name="Languages">In which languages, and how often.</param>
/// <param name="Genres">In what, and how often.</param>
/// <param name="Roles">As what, and in how many credits.</param>
internal sealed record PersonFilmography(
    int Count,
    IReadOnlyList<int> Years,
    IReadOnlyDictionary<string, int> CoWorkers,
    IReadOnlySet<string> Directors,
    IReadOnlyDictionary<string, int> Countries,
    IReadOnlyDictionary<string, int> Languages,
    IReadOnlyDictionary<string, int> Genres,
    IReadOnlyDictionary<CreditRoles, int> Roles)
{
    /// <summary>Films read of one person; more tell nothing new.</summary>
    private const int MaxFilms = 100;

    /// <param name="reader">The index.</param>
    /// <param name="person">The person.</param>
    /// <param name="without">A film that is left out: the one that is asked about.</param>
    public static PersonFilmography Of(IndexReader reader, Person person, string without)
    {
        var names = PersonFields.Names(person).Select(CreditKey.Implied).ToHashSet(StringComparer.Ordinal);
        Film[] films =
        [
            .. SnapshotReader.Numbers(reader, new Term(FilterFields.Person.Name, person.Id), MaxFilms)
                .Select(number => SnapshotReader.Read(reader, number).Film)
                .Where(f => f is not null && f.Id != without),
        ];
        var credits = films.SelectMany(CreditContext.All)
            .Select(c => (Key: CreditKey.Implied(c.Credit.Name), c.Credit.PersonId, c.Role))
            .ToLookup(c => c.PersonId == person.Id || (c.PersonId.Length == 0 && names.Contains(c.Key)));
        return new PersonFilmography(
            films.Length,
            [.. films.Where(f => f.Year > 0).Select(f => f.Year)],
            Counted(credits[false].Select(c => c.Key), StringComparer.Ordinal),
            credits[false].Where(c => c.Role == CreditRoles.Director).Select(c => c.Key).ToHashSet(StringComparer.Ordinal),
            Counted(films.SelectMany(f => f.Countries), StringComparer.OrdinalIgnoreCase),
            Counted(films.SelectMany(f => f.Languages), StringComparer.OrdinalIgnoreCase),
            Counted(films.SelectMany(f => f.Genres), StringComparer.OrdinalIgnoreCase),
            Counted(credits[true].Select(c => c.Role), EqualityComparer<CreditRoles>.Default));
    }

    private static Dictionary<T, int> Counted<T>(IEnumerable<T> values, IEqualityComparer<T> comparer)
        where T : notnull
        => values.CountBy(v => v, comparer).ToDictionary(comparer);
}
