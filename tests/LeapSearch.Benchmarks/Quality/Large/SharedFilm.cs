using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>A line of the film files of the data folder.</summary>
internal sealed record SharedFilm
{
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    [JsonPropertyName("source")]
    public string Source { get; init; } = "";

    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("original_title")]
    public string OriginalTitle { get; init; } = "";

    [JsonPropertyName("year")]
    public int Year { get; init; }

    [JsonPropertyName("directors")]
    public IReadOnlyList<string> Directors { get; init; } = [];

    [JsonPropertyName("cast")]
    public IReadOnlyList<string> Cast { get; init; } = [];

    [JsonPropertyName("genres")]
    public IReadOnlyList<string> Genres { get; init; } = [];

    [JsonPropertyName("keywords")]
    public IReadOnlyList<string> Keywords { get; init; } = [];

    [JsonPropertyName("countries")]
    public IReadOnlyList<string> Countries { get; init; } = [];

    [JsonPropertyName("plot")]
    public string Plot { get; init; } = "";

    public static IReadOnlyList<SharedFilm> Read(string file) => Lines(file)
        .Select(line => JsonSerializer.Deserialize<SharedFilm>(line)!)
        .Where(f => f.Title.Trim().Length > 0)
        .ToArray();

    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
