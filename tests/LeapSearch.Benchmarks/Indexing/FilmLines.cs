using LeapSearch.Import;
using LeapSearch.Testing;
using LeapSearch.Testing.Films;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Indexing;

/// <summary>
/// The films of the benchmark in two files: <c>films.jsonl</c> as <c>leapsearch reindex</c> reads it, and <c>films.tsv</c> for the bare
/// writers, which are thus spared JSON and the store: <c>id title original other people tags text</c>, parted by tabs.
/// </summary>
internal static class FilmLines
{
    private const int AboutFilms = 36_000;

    /// <summary>Writes both files.</summary>
    /// <returns>Which films they are.</returns>
    public static string Write(string catalogFile, string linesFile)
    {
        var (films, name) = Films();
        using var lines = new StreamWriter(linesFile) { NewLine = "\n" };
        FilmDataConverter.Write(films.Select(Also), catalogFile);
        return name;

        Document Also(Document document)
        {
            lines.WriteLine(Line(document.Film));
            return document;
        }
    }

    private static (IEnumerable<Document> Films, string Name) Films()
    {
        if (SharedData.Find(FilmData.WikipediaUsFilms) is not null)
        {
            return (FilmDataConverter.Documents(FilmData.WikipediaUsFilms), FilmData.WikipediaUsFilms);
        }

        var reader = new DocumentReader(ImportSources.Find([Path.Combine(Repository.Root, "index-data", "catalog")]));
        var films = reader.ReadAsync().ToBlockingEnumerable().Select(d => d.Document).Where(d => d.Film is not null).ToArray();
        var rounds = AboutFilms / films.Length;
        return (
            Enumerable.Range(0, rounds).SelectMany(round => films.Select(film => Renamed(film, round))),
            $"the sample catalogue's {films.Length} films {rounds} times (set LEAP_DATA for {FilmData.WikipediaUsFilms})");
    }

    private static Document Renamed(Document film, int round)
    {
        var copy = film.Clone();
        copy.Film.Id = $"{film.Film.Id}-{round}";
        return copy;
    }

    private static string Line(Film film)
    {
        var other = film.AlternativeTitles.Concat(film.LocalizedTitles.Select(t => t.Text));
        var people = film.Directors.Concat(film.Cast).Concat(film.Writers).Concat(film.Subjects).Select(c => c.Name);
        var tags = film.Genres.Concat(film.Keywords).Concat(film.Cast.Select(c => c.Character));
        string[] values =
        [
            film.Id, film.Title, film.OriginalTitle, string.Join(" ; ", other), string.Join(" ; ", people), string.Join(" ; ", tags), film.Synopsis,
        ];
        return string.Join('\t', values.Select(v => v.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ')));
    }
}
