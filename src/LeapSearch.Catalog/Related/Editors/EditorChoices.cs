using System.Text.Json;

namespace LeapSearch.Catalog.Related.Editors;

/// <summary>
/// What editors say of pairs of films, from a file of JSON Lines, one film a line, blank lines ignored.
/// <code>
/// {"film":"leap-2020","pin":["dearest-2014"],"block":["limbo-2021"],"label":{"dearest-2014":"Peter Chan's film before"}}
/// </code>
/// A pinned film stands first in the film's list, in the order given. Blocks and labels hold for the pair, whichever of the two is asked
/// for. Films that the catalogue has not are passed over: they may come back.
/// </summary>
internal sealed class EditorChoices
{
    /// <summary>A label is one line on a page.</summary>
    private const int MaxLabel = 200;

    private readonly Dictionary<string, List<string>> pins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), string> labels = [];

    /// <summary>Nothing said.</summary>
    public static EditorChoices None { get; } = new();

    /// <summary>The films pinned to a film, in order.</summary>
    public IReadOnlyList<string> PinsOf(string film) => pins.TryGetValue(film, out var of) ? of : [];

    /// <summary>The films that are not to stand in a film's list.</summary>
    public IReadOnlyCollection<string> BlocksOf(string film) => blocks.TryGetValue(film, out var of) ? of : [];

    /// <summary>The label of a pair, or null.</summary>
    public string? LabelOf(string film, string other) => labels.GetValueOrDefault(Pair(film, other));

    /// <exception cref="InvalidDataException">A line is not as above; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EditorChoices Read(string path)
    {
        var choices = new EditorChoices();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    choices.Add(line);
                }
            }
            catch (Exception error) when (error is FormatException or JsonException)
            {
                throw new InvalidDataException($"{path}:{number}: {error.Message}", error);
            }
        }

        return choices;
    }

    private void Add(string line)
    {
        using var json = JsonDocument.Parse(line);
        Require(json.RootElement.ValueKind == JsonValueKind.Object, "a line is a JSON object");
        var film = json.RootElement.TryGetProperty("film", out var given) ? Text(given, "film") : throw new FormatException("'film' is missing");
        foreach (var property in json.RootElement.EnumerateObject())
        {
            switch (property.Name)
            {
                case "film":
                    break;
                case "pin":
                    Of(pins, film).AddRange(Ids(property, film).Except(Of(pins, film)));
                    break;
                case "block":
                    foreach (var other in Ids(property, film))
                    {
                        Of(blocks, film).Add(other);
                        Of(blocks, other).Add(film);
                    }

                    break;
                case "label":
                    Require(property.Value.ValueKind == JsonValueKind.Object, "'label' is not an object");
                    foreach (var label in property.Value.EnumerateObject())
                    {
                        var text = Text(label.Value, label.Name);
                        Require(text.Length <= MaxLabel, $"the label of '{label.Name}' is longer than {MaxLabel} characters");
                        labels[Pair(film, label.Name)] = text;
                    }

                    break;
                default:
                    throw new FormatException($"unknown property '{property.Name}'");
            }
        }
    }

    private static List<string> Ids(JsonProperty property, string film)
    {
        Require(property.Value.ValueKind == JsonValueKind.Array, $"'{property.Name}' is not an array");
        var ids = property.Value.EnumerateArray().Select(i => Text(i, property.Name)).Distinct(StringComparer.Ordinal).ToList();
        Require(!ids.Contains(film), $"'{property.Name}' holds the film itself");
        return ids;
    }

    private static string Text(JsonElement value, string name)
    {
        Require(value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0, $"'{name}' is not a text");
        return value.GetString()!;
    }

    private static T Of<T>(Dictionary<string, T> all, string film)
        where T : new()
    {
        if (!all.TryGetValue(film, out var of))
        {
            all[film] = of = new T();
        }

        return of;
    }

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new FormatException(message);
        }
    }
}
