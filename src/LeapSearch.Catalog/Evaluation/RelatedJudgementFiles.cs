using System.Text.Json;
using LeapSearch.Catalog.Lines;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>
/// Reads judgements of related films: JSON Lines, one film a line, blank lines ignored; a name that ends in <c>.gz</c> is unpacked.
/// <code>
/// {"film":"leap-2020","related":{"dearest-2014":3,"coming-home-2014":2,"yolo-2024":2}}
/// {"set":"korea","film":"parasite-2019","related":{"memories-of-murder-2003":3}}
/// </code>
/// <c>film</c> is an id, <c>related</c> maps ids to grades from 1 to 3, at least one; <c>set</c> is the file's name where it is not given.
/// </summary>
public static class RelatedJudgementFiles
{
    /// <summary>Reads every judgement of a file, or of all files of a folder whose names begin with <c>related</c>, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A line is no judgement, or there is none at all; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<RelatedJudgement> Read(string path)
        => FilesOf(path).SelectMany(ReadFile).ToArray() is { Length: > 0 } read ? read : throw new InvalidDataException($"{path}: no judgements");

    /// <summary>The file, or those of a folder.</summary>
    internal static IEnumerable<string> FilesOf(string path)
        => Directory.Exists(path) ? Directory.EnumerateFiles(path, "related*.jsonl").Order(StringComparer.Ordinal) : [path];

    private static List<RelatedJudgement> ReadFile(string path)
    {
        var set = Path.GetFileName(path).Split('.')[0];
        return JsonLines.Read(path, (line, source) => Parse(line, set, source));
    }

    private static RelatedJudgement Parse(string line, string set, string source)
    {
        using var json = JsonDocument.Parse(line);
        Require(json.RootElement.ValueKind == JsonValueKind.Object, "a judgement is a JSON object");
        var film = "";
        var related = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            switch (property.Name)
            {
                case "set": set = Text(property); break;
                case "film": film = Text(property); break;
                case "related":
                    Require(property.Value.ValueKind == JsonValueKind.Object, "'related' is not an object");
                    foreach (var other in property.Value.EnumerateObject())
                    {
                        Require(
                            other.Value.ValueKind == JsonValueKind.Number && other.Value.TryGetInt32(out var grade) && grade is >= 1 and <= 3,
                            $"'{other.Name}' is not a whole number from 1 to 3");
                        related[other.Name] = other.Value.GetInt32();
                    }

                    break;
                default: throw new FormatException($"unknown property '{property.Name}'");
            }
        }

        Require(film.Length > 0, "'film' is missing");
        Require(related.Count > 0, "'related' is missing");
        Require(!related.ContainsKey(film), $"'{film}' is not related to itself");
        return new RelatedJudgement(set, film, related, source);
    }

    private static string Text(JsonProperty property)
    {
        Require(property.Value.ValueKind == JsonValueKind.String, $"'{property.Name}' is not a string");
        return property.Value.GetString()!;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new FormatException(message);
        }
    }
}
