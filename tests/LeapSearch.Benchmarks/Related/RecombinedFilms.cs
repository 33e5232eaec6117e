using LeapSearch.Testing.Films;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// A catalogue of any size out of the test data: each film takes what it is (genres, keywords, country, year, language) from one real film,
/// who made it from a second, its synopsis from halves of a third and a fourth. People come in circles of as many films as the data
/// has, so that in a catalogue of any size a person has as many films as in a real one; one in ten films is made by another circle's.
/// </summary>
internal static class RecombinedFilms
{
    public static IEnumerable<Document> Make(int count, int seed)
    {
        var films = Judgements.Documents().Select(d => d.Film).Concat(FilmDataConverter.Documents(FilmData.ImdbIndianFilms).Select(d => d.Film)).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var (subject, makers) = (Any(), Any());
            var (begin, end) = (Any().Synopsis, Any().Synopsis);
            var circle = random.Next(10) == 0 ? random.Next((count / films.Length) + 1) : i / films.Length;
            var film = new Film
            {
                Id = $"f{i}",
                OriginalTitle = i % 4 == 0 ? subject.OriginalTitle : "",
                Title = $"{subject.Title} {Word(makers.Title)}",
                Year = Math.Clamp(subject.Year + random.Next(-3, 4), 1920, 2026),
                Synopsis = begin[..(begin.Length / 2)] + " " + end[(end.Length / 2)..],
                Popularity = Math.Exp(random.NextDouble() * 9),
                Genres = { subject.Genres },
                Keywords = { subject.Keywords },
                Countries = { subject.Countries },
            };
            film.Directors.Add(makers.Directors.Select(d => new Credit { Name = d.Name + Surname(circle) }));
            film.Cast.Add(makers.Cast.Select(d => new Credit { Name = d.Name + Surname(circle) }));
            yield return new Document { Film = film };
        }

        Film Any() => films[random.Next(films.Length)];
    }

    /// <summary>A name of its own for each circle but the first, of as many syllables as it needs.</summary>
    private static string Surname(int circle)
    {
        var name = "";
        for (; circle > 0; circle /= 75)
        {
            name += $"{"bdfghklmnprstvz"[circle % 15]}{"aeiou"[circle / 15 % 5]}";
        }

        return name.Length > 0 ? $" {char.ToUpperInvariant(name[0])}{name[1..]}n" : "";
    }

    private static string Word(string title) => title.Split(' ')[0];
}
