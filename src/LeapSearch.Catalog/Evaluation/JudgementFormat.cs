using System.Text.Encodings.Web;
using System.Text.Json;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>
/// The format of a judgement file: JSON Lines, one case a line, blank lines ignored.
/// <code>
/// {"set":"exact-title","query":"leap","relevant":{"film:leap-2020":3}}
/// {"set":"suggest-title","query":"chung","call":"suggest","relevant":{"film:chungking-express-1994":3}}
/// {"set":"film-articles","query":"leap","types":["article"],"relevant":{"article:leap-review":3,"article:peter-chan-feature":1}}
/// {"set":"short","query":"ju","only":3,"relevant":{"film:ju-dou-1990":3,"film:ju-on-the-grudge-2002":3}}
/// {"set":"none","query":"qwertyuiop","none":true}
/// </code>
/// <c>set</c> and <c>query</c> are required; <c>call</c> is <c>search</c> (default) or <c>suggest</c>; <c>types</c> holds <c>film</c>,
/// <c>person</c>, <c>article</c>; <c>relevant</c> maps <c>type:id</c> to a grade from 1 to 3. A case has either <c>relevant</c> or
/// <c>none</c>; <c>only</c>, from 1 to 10, says that nothing else may stand among so many first results.
/// </summary>
internal static class JudgementFormat
{
    // Other scripts stay readable in the file and in its diffs.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string TypeName(DocumentType type) => type switch
    {
        DocumentType.Film => "film",
        DocumentType.Person => "person",
        DocumentType.Article => "article",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A judged document is a film, a person or an article."),
    };

    /// <exception cref="FormatException">The line is not a case; the message says which property is at fault.</exception>
    public static JudgementCase Parse(string line, string source)
    {
        using var json = ParseObject(line);
        string? set = null, query = null;
        var call = JudgedCall.Search;
        var types = new List<DocumentType>();
        var relevant = new Dictionary<JudgedDocument, int>();
        var none = false;
        var only = 0;
        foreach (var property in json.RootElement.EnumerateObject())
        {
            var value = property.Value;
            switch (property.Name)
            {
                case "set": set = Text(property); break;
                case "query": query = Text(property); break;
                case "call": call = ParseCall(Text(property)); break;
                case "types": types.AddRange(Kind(property, JsonValueKind.Array).EnumerateArray().Select(t => ParseType(t.ToString()))); break;
                case "relevant":
                    foreach (var judged in Kind(property, JsonValueKind.Object).EnumerateObject())
                    {
                        relevant.Add(ParseDocument(judged.Name), Number(judged, 1, 3));
                    }

                    break;
                case "none": none = value.ValueKind == JsonValueKind.True; break;
                case "only": only = Number(property, 1, 10); break;
                default: throw new FormatException($"unknown property '{property.Name}'");
            }
        }

        Require(set is { Length: > 0 }, "'set' is missing");
        Require(query is not null, "'query' is missing");
        Require(none != relevant.Count > 0 || (only > 0 && !none), "a case has either 'relevant' or 'none'");
        return new JudgementCase(set!, query!, call, types, relevant, none, only, source);
    }

    public static string Write(JudgementCase judged)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("set", judged.Set);
            json.WriteString("query", judged.Query);
            if (judged.Call == JudgedCall.Suggest)
            {
                json.WriteString("call", "suggest");
            }

            if (judged.Types.Count > 0)
            {
                json.WriteStartArray("types");
                foreach (var type in judged.Types)
                {
                    json.WriteStringValue(TypeName(type));
                }

                json.WriteEndArray();
            }

            if (judged.Only > 0)
            {
                json.WriteNumber("only", judged.Only);
            }

            WriteAnswers(json, judged);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteAnswers(Utf8JsonWriter json, JudgementCase judged)
    {
        if (judged.ExpectsNone)
        {
            json.WriteBoolean("none", true);
            return;
        }

        json.WriteStartObject("relevant");
        foreach (var (document, grade) in judged.Relevant.OrderByDescending(r => r.Value).ThenBy(r => r.Key.ToString(), StringComparer.Ordinal))
        {
            json.WriteNumber(document.ToString(), grade);
        }

        json.WriteEndObject();
    }

    private static JsonDocument ParseObject(string line)
    {
        try
        {
            var json = JsonDocument.Parse(line);
            Require(json.RootElement.ValueKind == JsonValueKind.Object, "a case is a JSON object");
            return json;
        }
        catch (JsonException error)
        {
            throw new FormatException($"not JSON: {error.Message}");
        }
    }

    private static JudgedDocument ParseDocument(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        Require(colon > 0 && colon < key.Length - 1, $"'{key}' is not type:id");
        return new JudgedDocument(ParseType(key[..colon]), key[(colon + 1)..]);
    }

    private static DocumentType ParseType(string name)
        => TypeNames.Find(name) ?? throw new FormatException($"'{name}' is not a type: film, person or article");

    private static JudgedCall ParseCall(string name) => name switch
    {
        "search" => JudgedCall.Search,
        "suggest" => JudgedCall.Suggest,
        _ => throw new FormatException($"'{name}' is not a call: search or suggest"),
    };

    private static string Text(JsonProperty property) => Kind(property, JsonValueKind.String).GetString()!;

    private static int Number(JsonProperty property, int least, int most)
    {
        var ok = property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var n) && n >= least && n <= most;
        Require(ok, $"'{property.Name}' is not a whole number from {least} to {most}");
        return property.Value.GetInt32();
    }

    private static JsonElement Kind(JsonProperty property, JsonValueKind kind)
    {
        Require(property.Value.ValueKind == kind, $"'{property.Name}' is not {kind}");
        return property.Value;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new FormatException(message);
        }
    }
}
