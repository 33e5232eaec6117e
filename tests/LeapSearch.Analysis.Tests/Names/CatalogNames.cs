using System.Text.Json;
using LeapSearch.Testing;

namespace LeapSearch.Analysis.Tests.Names;

/// <summary>The people of the sample catalogue: the language of their name and all their names, the displayed one first.</summary>
internal static class CatalogNames
{
    private static readonly Lazy<List<(string Language, string[] Names)>> All = new(Read);

    public static List<(string Language, string[] Names)> People => All.Value;

    private static List<(string Language, string[] Names)> Read()
    {
        var people = new List<(string, string[])>();
        foreach (var line in Directory.GetFiles(Path.Combine(Repository.Root, "index-data", "catalog"), "people-*.jsonl").Order().SelectMany(File.ReadLines))
        {
            using var document = JsonDocument.Parse(line);
            var person = document.RootElement.GetProperty("person");
            string[] names = [Text("name"), Text("originalName"), .. person.TryGetProperty("alternativeNames", out var others) ? others.EnumerateArray().Select(o => o.GetString()!) : []];
            people.Add((Text("nameLanguage").Split('-')[0], [.. names.Where(n => n.Length > 0).Distinct()]));

            string Text(string property) => person.TryGetProperty(property, out var value) ? value.GetString()! : "";
        }

        return people;
    }
}
