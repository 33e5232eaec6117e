using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeapSearch.Analysis;
using LeapSearch.Testing;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>Films of the data folder as documents, with the Chinese titles that they have in the regions.</summary>
internal sealed partial class LargeFilms
{
    private static readonly Dictionary<string, string> Countries = new()
    {
        ["South Korea"] = "KR", ["United States"] = "US", ["India"] = "IN", ["Japan"] = "JP", ["China"] = "CN", ["Hong Kong"] = "HK",
        ["Taiwan"] = "TW", ["France"] = "FR", ["Germany"] = "DE", ["United Kingdom"] = "GB",
    };

    private readonly Dictionary<string, List<LocalizedText>> chinese = ReadChineseTitles();
    private readonly HashSet<(string Title, int Year)> seen = [];

    public LargeFilms(IEnumerable<Film> first, Random random)
    {
        foreach (var film in first)
        {
            seen.Add((Folding.FoldKey(film.Title), film.Year));
            Films.Add(film);
        }

        var tmdb = SharedFilm.Read("films/tmdb_kr_us.jsonl.gz");
        var wikidata = SharedFilm.Lines("films/wikidata_films.jsonl.gz").Select(FromWikidata).Where(f => f.Title.Length > 0);
        var india = SharedFilm.Read("films/imdb_india.jsonl.gz").ToArray();
        var american = SharedFilm.Read("films/wikipedia_us_films.jsonl.gz").Where(f => f.Cast.Count > 0).ToArray();
        random.Shuffle(india);
        random.Shuffle(american);
        Add(tmdb.Where(f => f.Source == "tmdb_kr").Select(From), 2000);
        Add(wikidata, 200);
        Add(tmdb.Where(f => f.Source == "tmdb_us").Select(From), 4000);
        Add(india.Select(From), 2500);
        Add(american.Select(From), 13_334 - Films.Count);
        HeldOut = american.Select(From).Skip(9000).Where(f => !seen.Contains((Folding.FoldKey(f.Title), f.Year))).ToArray();
    }

    public List<Film> Films { get; } = [];

    /// <summary>Films that the catalogue does not have.</summary>
    public IReadOnlyList<Film> HeldOut { get; }

    private void Add(IEnumerable<Film> films, int most)
    {
        foreach (var film in films.Where(f => seen.Add((Folding.FoldKey(f.Title), f.Year))).Take(most))
        {
            if (chinese.TryGetValue(film.Title, out var titles))
            {
                film.LocalizedTitles.Add(titles);
            }

            Films.Add(film);
        }
    }

    private static Film From(SharedFilm shared)
    {
        var film = new Film
        {
            Id = Unsafe().Replace(shared.Id, "-"),
            Title = shared.Title.Trim(),
            OriginalTitle = shared.OriginalTitle == shared.Title ? "" : shared.OriginalTitle.Trim(),
            Year = shared.Year is >= 1870 and <= 2200 ? shared.Year : 0,
            Synopsis = shared.Plot,
        };
        film.Directors.Add(shared.Directors.Where(n => n.Trim().Length > 0).Select(n => new Credit { Name = n.Trim() }));
        film.Cast.Add(shared.Cast.Where(n => n.Trim().Length > 0).Select(n => new Credit { Name = n.Trim() }));
        film.Genres.Add(shared.Genres.Distinct());
        film.Keywords.Add(shared.Keywords.Distinct());
        film.Countries.Add(shared.Countries.Where(Countries.ContainsKey).Select(c => Countries[c]).Distinct());
        return film;
    }

    private static Film FromWikidata(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var labels = root.GetProperty("labels");
        var film = new Film { Id = root.GetProperty("qid").GetString(), Year = root.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : 0 };
        foreach (var label in labels.EnumerateObject())
        {
            if (label.Name == "en")
            {
                film.Title = label.Value.GetString();
            }
            else
            {
                film.LocalizedTitles.Add(new LocalizedText { Text = label.Value.GetString(), Language = label.Name });
            }
        }

        return film;
    }

    private static Dictionary<string, List<LocalizedText>> ReadChineseTitles()
    {
        using var file = new GZipStream(File.OpenRead(SharedData.PathOf("films/zh_title_variants.json.gz")), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(file);
        return json.RootElement.EnumerateArray()
            .GroupBy(x => x.GetProperty("english_name").GetString()!)
            .ToDictionary(g => g.Key, g => g.First().GetProperty("translations").EnumerateObject()
                .Where(t => t.Value.GetString()!.Trim().Length > 0)
                .Select(t => new LocalizedText { Text = t.Value.GetString()!.Trim(), Language = "zh", Region = t.Name[^2..].ToUpperInvariant() })
                .ToList());
    }

    [GeneratedRegex("[^A-Za-z0-9:._-]")]
    private static partial Regex Unsafe();
}
