using System.IO.Compression;
using System.Text.Json;

namespace LeapSearch.Testing.Films;

/// <summary>The films of the test data.</summary>
public static class FilmData
{
    public const string WikipediaUsFilms = "films/wikipedia_us_films.jsonl.gz";

    public const string TmdbFilms = "films/tmdb_kr_us.jsonl.gz";

    public const string ImdbIndianFilms = "films/imdb_india.jsonl.gz";

    public const string WikidataFilms = "films/wikidata_films.jsonl.gz";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The rows of a file of <see cref="SharedData"/>, as a stream.</summary>
    public static IEnumerable<FilmRow> Rows(string relativePath)
    {
        using var file = File.OpenRead(SharedData.PathOf(relativePath));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<FilmRow>(line, Options)!;
        }
    }
}
