using System.Text.Json;
using static LeapSearch.Catalog.Editors.EditorJson;

namespace LeapSearch.Catalog.Related.Editors;

/// <summary>
/// A line of the editors' file: what they say of one film and others.
/// <code>
/// {"film":"leap-2020","pin":["dearest-2014"],"block":["limbo-2021"],"label":{"dearest-2014":"Peter Chan's film before"}}
/// </code>
/// </summary>
/// <param name="Place">Where it stands, "file:line".</param>
/// <param name="Film">The film's id.</param>
/// <param name="Pins">Ids of films that stand first in its list, in order.</param>
/// <param name="Blocks">Ids of films that it is not to stand in one list with.</param>
/// <param name="Labels">What is said of it and another film, by the other's id.</param>
internal sealed record EditorLine(
    string Place, string Film, IReadOnlyList<string> Pins, IReadOnlyList<string> Blocks, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>A label is one line on a page.</summary>
    private const int MaxLabel = 200;

    /// <summary>Every film that the line names.</summary>
    public IEnumerable<string> Films => [Film, .. Pins, .. Blocks, .. Labels.Keys];

    /// <exception cref="FormatException">The line is not as above; the message says in what.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static EditorLine Parse(string line, string place)
    {
        using var json = JsonDocument.Parse(line);
        Require(json.RootElement.ValueKind == JsonValueKind.Object, "a line is a JSON object");
        var film = json.RootElement.TryGetProperty("film", out var given) ? Text(given, "film") : throw new FormatException("'film' is missing");
        List<string> pins = [];
        List<string> blocks = [];
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            switch (property.Name)
            {
                case "film":
                    break;
                case "pin":
                    pins = Ids(property, film);
                    break;
                case "block":
                    blocks = Ids(property, film);
                    break;
                case "label":
                    AddLabels(labels, property, film);
                    break;
                default:
                    throw new FormatException($"unknown property '{property.Name}'");
            }
        }

        return new EditorLine(place, film, pins, blocks, labels);
    }

    private static void AddLabels(Dictionary<string, string> labels, JsonProperty property, string film)
    {
        Require(property.Value.ValueKind == JsonValueKind.Object, "'label' is not an object");
        foreach (var label in property.Value.EnumerateObject())
        {
            var text = Text(label.Value, label.Name);
            Require(label.Name != film, "'label' holds the film itself");
            Require(text.Length <= MaxLabel, $"the label of '{label.Name}' is longer than {MaxLabel} characters");
            labels[label.Name] = text;
        }
    }

    private static List<string> Ids(JsonProperty property, string film)
    {
        var ids = Texts(property);
        Require(!ids.Contains(film), $"'{property.Name}' holds the film itself");
        return ids;
    }
}
