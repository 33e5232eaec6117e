using System.Globalization;
using System.Text;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Tests.Related;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>A random catalogue of all types, and what facets and order over some of its documents are, as loops over them.</summary>
internal static class CountedCatalogue
{
    /// <summary>Films, some people of theirs with documents, and articles. Every third person is known by name alone.</summary>
    public static List<Document> Documents(Random random, int films)
    {
        var documents = RandomCatalogue.Films(random, films);
        var credits = documents.SelectMany(d => d.Film.Directors.Concat(d.Film.Cast).Concat(d.Film.Writers)).ToList();
        foreach (var credit in credits.Where(c => int.Parse(c.PersonId[1..], CultureInfo.InvariantCulture) % 3 == 0))
        {
            credit.PersonId = "";
        }

        foreach (var id in credits.Select(c => c.PersonId).Where(i => i.Length > 0).Distinct().Where(_ => random.Next(3) > 0))
        {
            documents.Add(new Document
            {
                Person = new Person { Id = id, Name = $"Person {id[1..]}", Professions = { random.Next(2) == 0 ? ["Actor"] : ["Actor", "Director"] }, BirthDate = random.Next(2) == 0 ? "" : $"{1930 + random.Next(60)}-05" },
            });
        }

        for (var i = 0; i < films / 4; i++)
        {
            documents.Add(new Document
            {
                Article = new Article
                {
                    Id = $"a{i}",
                    Title = $"Column {random.Next(films)}",
                    Language = random.Next(2) == 0 ? "en" : "zh",
                    PublishedAt = $"20{random.Next(10, 24)}-0{random.Next(1, 9)}-1{random.Next(9)}T08:00:00Z",
                    Categories = { random.Next(3) == 0 ? ["News"] : ["News", "Reviews"] },
                    Tags = { $"tag {random.Next(5)}" },
                },
            });
        }

        return documents;
    }

    /// <summary>The most frequent values of a facet, at most 100; people without a document or id are not counted.</summary>
    public static List<(string Value, long Count)> Facet(IEnumerable<Document> matching, string facet) => matching
        .SelectMany(d => Values(d, facet).Where(v => v.Length > 0).Distinct())
        .GroupBy(v => v)
        .Select(g => (g.Key, (long)g.Count()))
        .OrderByDescending(v => v.Item2)
        .ThenBy(v => v.Key, StringComparer.Ordinal)
        .Take(100)
        .ToList();

    /// <summary>Documents in an order of the contract: a missing value last in either direction, ties by type and id.</summary>
    public static List<Document> Sorted(IEnumerable<Document> matching, string orderBy)
    {
        var list = matching.ToList();
        list.Sort((a, b) =>
        {
            foreach (var part in orderBy.Split(", "))
            {
                var (x, y) = (Key(a, part.Split(' ')[0]), Key(b, part.Split(' ')[0]));
                var order = x is null || y is null ? (x is null).CompareTo(y is null) : x.CompareTo(y) * (IsDescending(part) ? -1 : 1);
                if (order != 0)
                {
                    return order;
                }
            }

            return string.CompareOrdinal(DocumentKey.Of(a).ToString(), DocumentKey.Of(b).ToString());
        });
        return list;
    }

    /// <summary>Dates and popularity descend where nobody says.</summary>
    private static bool IsDescending(string part) => part.EndsWith(" desc", StringComparison.Ordinal) || part is "date" or "popularity";

    private static IComparable? Key(Document document, string name) => name switch
    {
        "title" => new Bytes(Folding.Fold(document.Film?.Title ?? document.Person?.Name ?? document.Article.Title)),
        "popularity" => document.Film?.Popularity ?? document.Person?.Popularity ?? 0,
        _ => Date(document.Film is { } film ? (film.Year > 0 ? $"{film.Year}-01-01" : "") : document.Person is { } person ? (person.BirthDate.Length > 0 ? person.BirthDate + "-01" : "") : document.Article.PublishedAt),
    };

    private static IComparable? Date(string date)
        => date.Length == 0 ? null : DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static IEnumerable<string> Values(Document document, string facet) => (document.DocumentCase, facet) switch
    {
        (Document.DocumentOneofCase.Film, _) => Values(document.Film, facet),
        (Document.DocumentOneofCase.Person, "type") => ["person"],
        (Document.DocumentOneofCase.Person, "profession") => document.Person.Professions,
        (Document.DocumentOneofCase.Article, "type") => ["article"],
        (Document.DocumentOneofCase.Article, "category") => document.Article.Categories,
        (Document.DocumentOneofCase.Article, "tag") => document.Article.Tags,
        (Document.DocumentOneofCase.Article, "language") => [document.Article.Language],
        _ => [],
    };

    private static IEnumerable<string> Values(Film film, string facet) => facet switch
    {
        "type" => ["film"],
        "genre" => film.Genres,
        "keyword" => film.Keywords,
        "country" => film.Countries,
        "language" => film.Languages,
        "year" => film.Year > 0 ? [$"{film.Year}"] : [],
        "decade" => film.Year > 0 ? [$"{film.Year / 10 * 10}"] : [],
        "director" => film.Directors.Select(c => c.PersonId),
        "cast" => film.Cast.Select(c => c.PersonId),
        "writer" => film.Writers.Select(c => c.PersonId),
        "person" => film.Directors.Concat(film.Cast).Concat(film.Writers).Select(c => c.PersonId),
        _ => [],
    };

    /// <summary>Text in the order of its bytes.</summary>
    private sealed record Bytes(string Text) : IComparable
    {
        public int CompareTo(object? other) => Encoding.UTF8.GetBytes(Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(((Bytes)other!).Text));
    }
}
