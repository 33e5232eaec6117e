using LeapSearch.Catalog.Schema;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Linking;

/// <summary>A role of a film's credits, as a bit.</summary>
[Flags]
internal enum CreditRoles
{
    None = 0,
    Director = 1,
    Cast = 2,
    Writer = 4,
    Subject = 8,
}

/// <summary>What a film tells of whoever is credited in it.</summary>
/// <param name="Film">The film.</param>
/// <param name="People">
/// Everyone credited, by the implied ids of their names, and how many films they are in: one film gives an id to whom another gives none, and namesakes who
/// work with the same people are few.
/// </param>
internal sealed record CreditContext(Film Film, IReadOnlyDictionary<string, int> People)
{
    /// <summary>The context of a film.</summary>
    public static CreditContext Of(Film film, IndexReader reader)
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (credit, _) in All(film))
        {
            people.TryAdd(CreditKey.Implied(credit.Name), reader.DocFreq(new Term(FilterFields.Person.Name, CreditKey.Of(credit, null))));
        }

        return new CreditContext(film, people);
    }

    /// <summary>Every credit of a film with its role.</summary>
    public static IEnumerable<(Credit Credit, CreditRoles Role)> All(Film film)
        => film.Directors.Select(c => (c, CreditRoles.Director))
            .Concat(film.Cast.Select(c => (c, CreditRoles.Cast)))
            .Concat(film.Writers.Select(c => (c, CreditRoles.Writer)))
            .Concat(film.Subjects.Select(c => (c, CreditRoles.Subject)));
}
