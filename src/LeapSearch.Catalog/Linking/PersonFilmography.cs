using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Linking;

/// <summary>What the films that the index ties to a person tell of them.</summary>
/// <param name="Years">The years of the films.</param>
/// <param name="CoWorkers">Whom they worked with, by the implied ids of their names.</param>
/// <param name="Countries">Where, folded to upper case.</param>
/// <param name="Genres">In what.</param>
/// <param name="Roles">As what.</param>
internal sealed record PersonFilmography(
    IReadOnlyList<int> Years, IReadOnlySet<string> CoWorkers, IReadOnlySet<string> Countries, IReadOnlySet<string> Genres, CreditRoles Roles)
{
    /// <summary>Films read of one person; more tell nothing new.</summary>
    private const int MaxFilms = 100;

    /// <param name="reader">The index.</param>
    /// <param name="person">The person.</param>
    /// <param name="without">A film that is left out: the one that is asked about.</param>
    public static PersonFilmography Of(IndexReader reader, Person person, string without)
    {
        var years = new List<int>();
        var coWorkers = new HashSet<string>(StringComparer.Ordinal);
        var countries = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var genres = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var roles = CreditRoles.None;
        var names = PersonFields.Names(person).Select(CreditKey.Implied).ToHashSet(StringComparer.Ordinal);
        foreach (var number in SnapshotReader.Numbers(reader, new Term(FilterFields.Person.Name, person.Id), MaxFilms))
        {
            if (SnapshotReader.Read(reader, number).Film is not { } film || film.Id == without)
            {
                continue;
            }

            foreach (var (credit, role) in CreditContext.All(film))
            {
                var key = CreditKey.Implied(credit.Name);
                if (credit.PersonId == person.Id || (credit.PersonId.Length == 0 && names.Contains(key)))
                {
                    roles |= role;
                }
                else
                {
                    coWorkers.Add(key);
                }
            }

            countries.UnionWith(film.Countries);
            genres.UnionWith(film.Genres);
            if (film.Year > 0)
            {
                years.Add(film.Year);
            }
        }

        return new PersonFilmography(years, coWorkers, countries, genres, roles);
    }
}
