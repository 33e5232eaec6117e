using System.Text;
using LeapSearch.Import;
using LeapSearch.Testing;
using LeapSearch.Testing.Films;

namespace LeapSearch.Benchmarks.Search;

/// <summary>A film of the benchmark: folded words parted by blanks, so that every contestant has the same terms.</summary>
internal sealed record SearchFilm(string Title, string People, string Plot);

/// <summary>
/// Films in any number, recombined from those there are: the title of one with a word of another's, the people of a third, the plot from
/// halves of a fourth and a fifth. Frequencies of words, and of words together, stay about those of the films they come from.
/// </summary>
internal sealed class SearchFilms
{
    private readonly SearchFilm[] films;

    private SearchFilms(SearchFilm[] films, string name)
    {
        this.films = films;
        Name = name;
    }

    /// <summary>Which films they are made of.</summary>
    public string Name { get; }

    public static SearchFilms Load()
    {
        if (SharedData.Find(FilmData.WikipediaUsFilms) is not null)
        {
            var rows = FilmData.Rows(FilmData.WikipediaUsFilms)
                .Select(r => new SearchFilm(Words(r.Title), Words(string.Join(' ', (r.Directors ?? []).Concat(r.Cast ?? []))), Words(r.Plot ?? "")))
                .ToArray();
            return new SearchFilms(rows, $"recombined from the {rows.Length:N0} films of {FilmData.WikipediaUsFilms}");
        }

        var reader = new DocumentReader(ImportSources.Find([Path.Combine(Repository.Root, "index-data", "catalog")]));
        var sample = reader.ReadAsync().ToBlockingEnumerable().Where(d => d.Document.Film is not null)
            .Select(d => d.Document.Film)
            .Select(f => new SearchFilm(Words(f.Title), Words(string.Join(' ', f.Directors.Concat(f.Cast).Select(c => c.Name))), Words(f.Synopsis)))
            .ToArray();
        return new SearchFilms(sample, $"recombined from the sample catalogue's {sample.Length:N0} films (set LEAP_DATA for {FilmData.WikipediaUsFilms})");
    }

    public IEnumerable<SearchFilm> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var (begin, end) = (Any().Plot, Any().Plot);
            var another = Any().Title.Split(' ');
            yield return new SearchFilm(
                $"{Any().Title} {another[random.Next(another.Length)]}",
                Any().People,
                begin[..Blank(begin)] + end[Blank(end)..]);
        }

        SearchFilm Any() => films[random.Next(films.Length)];
    }

    /// <summary>The blank next to the middle.</summary>
    private static int Blank(string text) => text.IndexOf(' ', text.Length / 2) is var at and >= 0 ? at : text.Length;

    private static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var c in text)
        {
            var isWord = char.IsLetterOrDigit(c);
            if (isWord)
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}
