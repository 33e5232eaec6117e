using System.Text.Json.Serialization;

namespace LeapSearch.Testing.Films;

/// <summary>A row of <c>films/*.jsonl.gz</c> of the test data, as it stands there.</summary>
public sealed record FilmRow
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    [JsonPropertyName("original_title")]
    public string OriginalTitle { get; init; } = "";

    public int Year { get; init; }

    public IReadOnlyList<string> Directors { get; init; } = [];

    public IReadOnlyList<string> Cast { get; init; } = [];

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public string Plot { get; init; } = "";

    public double Popularity { get; init; }

    /// <summary>Wikidata's rows have their titles here, by language.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("tmdb_id")]
    public long? TmdbId { get; init; }

    [JsonPropertyName("imdb_id")]
    public string? ImdbId { get; init; }

    [JsonPropertyName("qid")]
    public string? WikidataId { get; init; }
}
