using LeapSearch.Benchmarks.Quality;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Search;

/// <summary>What readers type into a site's search box, made of films and people of the catalogue, one kind after the other.</summary>
internal static class SiteQueries
{
    /// <summary>The kinds of searches, in the order in which they take turns.</summary>
    public static readonly string[] SearchKinds =
    [
        "title", "name", "title, slip", "name, slip", "title and year", "person and title word", "genre and decade", "words of a title", "1-3 letters", "original title",
    ];

    /// <summary>The kinds of suggestions, in their turns.</summary>
    public static readonly string[] StartKinds = ["title", "name", "title", "name, slip"];

    /// <summary>Searches: whole titles and names, words of titles, slips, years, person and title, genre and country, a few letters.</summary>
    public static string[] Searches(IReadOnlyList<Film> films, int count, Random random) => Fill(count, i =>
    {
        var film = films[random.Next(films.Count)];
        var title = Text.PlainWords(film.Title);
        var name = film.Cast.Count > 0 ? film.Cast[random.Next(film.Cast.Count)].Name : film.Title;
        return (i % 10) switch
        {
            0 => film.Title,
            1 => name,
            2 => Typos.InOneWord(title, 5, 20, random),
            3 => Typos.InOneWord(Text.PlainWords(name), 5, 20, random),
            4 => $"{film.Title} {film.Year}",
            5 => $"{name} {title[random.Next(title.Length)]}",
            6 => film.Genres.Count > 0 ? $"{film.Genres[0]} {film.Year / 10 * 10}s" : null,
            7 => string.Join(' ', title.Take(Math.Max(1, title.Length - 1))),
            8 => title[0][..Math.Min(title[0].Length, random.Next(1, 4))],
            _ => film.OriginalTitle.Length > 0 ? film.OriginalTitle : title[^1],
        };
    });

    /// <summary>What stands in the box after each key of a title or name, one in four with a slip.</summary>
    public static string[] Starts(IReadOnlyList<Film> films, int count, Random random) => Fill(count, i =>
    {
        var film = films[random.Next(films.Count)];
        var whole = i % 2 == 0 || film.Cast.Count == 0 ? film.Title : film.Cast[random.Next(film.Cast.Count)].Name;
        var typed = whole[..random.Next(1, whole.Length + 1)];
        return i % 4 == 3 ? Typos.InOneWord(Text.PlainWords(typed), 4, 20, random) ?? typed : typed;
    });

    private static string[] Fill(int count, Func<int, string?> make)
    {
        var queries = new List<string>(count);
        while (queries.Count < count)
        {
            if (make(queries.Count) is { } query && query.Trim().Length > 0)
            {
                queries.Add(query);
            }
        }

        return [.. queries];
    }
}
