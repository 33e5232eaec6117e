using System.Text.Json;

namespace LeapSearch.Catalog.Editors;

/// <summary>Reads lines of JSON that people write, and says what is wrong with one.</summary>
internal static class EditorJson
{
    /// <exception cref="FormatException">It does not hold.</exception>
    public static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new FormatException(message);
        }
    }

    /// <summary>A text with something in it.</summary>
    public static string Text(JsonElement value, string name)
    {
        Require(value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0, $"'{name}' is not a text");
        return value.GetString()!;
    }

    /// <summary>A list of texts, each once.</summary>
    public static List<string> Texts(JsonProperty property)
    {
        Require(property.Value.ValueKind == JsonValueKind.Array, $"'{property.Name}' is not an array");
        return property.Value.EnumerateArray().Select(i => Text(i, property.Name)).Distinct(StringComparer.Ordinal).ToList();
    }
}
