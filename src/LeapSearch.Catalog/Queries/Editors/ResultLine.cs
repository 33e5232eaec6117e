using System.Globalization;
using System.Text.Json;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts.Validation;
using static LeapSearch.Catalog.Editors.EditorJson;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>
/// A line of the editors' results: what stands first for a query, and what is not to be found by it.
/// <code>
/// {"query":["lunar new year","春节"],"match":"has","pin":["article:new-year-2027","film:leap-2020"],"from":"2027-01-20","until":"2027-02-20"}
/// {"query":"leap","hide":["article:leap-rumour"]}
/// {"hide":["film:withdrawn-2021"]}
/// </code>
/// </summary>
/// <param name="Place">Where it stands, "file:line".</param>
/// <param name="Queries">The queries; empty for all.</param>
/// <param name="IsWhole">Whether the whole query must be one of them; else it must hold the words of one in a row.</param>
/// <param name="Pins">Documents that stand first, in order.</param>
/// <param name="Hides">Documents that are not found.</param>
/// <param name="From">From when on it counts.</param>
/// <param name="Until">Until when.</param>
internal sealed record ResultLine(
    string Place,
    IReadOnlyList<string> Queries,
    bool IsWhole,
    IReadOnlyList<DocumentKey> Pins,
    IReadOnlyList<DocumentKey> Hides,
    DateTimeOffset From,
    DateTimeOffset Until)
{
    /// <summary>Queries of a line.</summary>
    public const int MaxQueries = 100;

    /// <summary>Pins of a line, and hidden documents.</summary>
    public const int MaxDocuments = 50;

    /// <summary>Whether it counts at a time.</summary>
    public bool IsOn(DateTimeOffset now) => From <= now && now < Until;

    /// <exception cref="FormatException">The line is not as above; the message says in what.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ResultLine Parse(string line, string place)
    {
        using var json = JsonDocument.Parse(line);
        Require(json.RootElement.ValueKind == JsonValueKind.Object, "a line is a JSON object");
        var read = new ResultLine(place, [], true, [], [], DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            read = property.Name switch
            {
                "query" => read with { Queries = QueriesOf(property) },
                "match" => read with { IsWhole = MatchOf(property) },
                "pin" => read with { Pins = Documents(property) },
                "hide" => read with { Hides = Documents(property) },
                "from" => read with { From = Time(property, isEnd: false) },
                "until" => read with { Until = Time(property, isEnd: true) },
                _ => throw new FormatException($"unknown property '{property.Name}'"),
            };
        }

        Require(read.Pins.Count + read.Hides.Count > 0, "neither 'pin' nor 'hide' is given");
        Require(read.Pins.Count == 0 || read.Queries.Count > 0, "'query' is missing: a document is pinned to queries");
        Require(read.IsWhole || read.Queries.Count > 0, "'query' is missing, which 'match' is about");
        Require(read.From < read.Until, "'until' is not after 'from'");
        return read;
    }

    private static List<string> QueriesOf(JsonProperty property)
    {
        var queries = property.Value.ValueKind == JsonValueKind.String ? [Text(property.Value, "query")] : Texts(property);
        Require(queries.Count is > 0 and <= MaxQueries, $"'query' has {queries.Count} texts; 1 to {MaxQueries} are allowed");
        foreach (var query in queries)
        {
            Require(QueryWords.Parse(query).Count > 0, $"'{query}' has no letter or digit");
        }

        return queries;
    }

    private static bool MatchOf(JsonProperty property) => Text(property.Value, "match") switch
    {
        "is" => true,
        "has" => false,
        var other => throw new FormatException($"'match' is '{other}'; write 'is' for the whole query or 'has' for words of it"),
    };

    private static List<DocumentKey> Documents(JsonProperty property)
    {
        var texts = Texts(property);
        Require(texts.Count <= MaxDocuments, $"'{property.Name}' has {texts.Count} documents; at most {MaxDocuments} are allowed");
        return [.. texts.Select(t => Document(t, property.Name))];
    }

    private static DocumentKey Document(string text, string name)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var type = TypeNames.Find(text[..Math.Max(colon, 0)]);
        Require(type is not null && colon + 1 < text.Length, $"'{name}' holds '{text}'; write film:ID, person:ID or article:ID");
        return new DocumentKey(type!.Value, text[(colon + 1)..]);
    }

    /// <summary>A day counts to its end; all in UTC where no offset is told.</summary>
    private static DateTimeOffset Time(JsonProperty property, bool isEnd)
    {
        var text = Text(property.Value, property.Name);
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            return isEnd && day.Year < 9999 ? day.AddDays(1) : day;
        }

        Require(
            Timestamps.TryParse(text, out var time),
            $"'{property.Name}' is '{text}'; write a day, 2027-01-20, or a time with its offset, 2027-01-20T09:00:00+08:00");
        return time;
    }
}
