using System.Text.Json;
using LeapSearch.Catalog;
using LeapSearch.Cli.Consoles;

namespace LeapSearch.Cli.Rendering;

/// <summary>What a check found.</summary>
internal static class CheckText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Write(CliConsole console, CatalogCheck found, bool json)
    {
        if (json)
        {
            console.Out.WriteLine(JsonSerializer.Serialize(
                new { Ok = found.Problems.Count == 0, found.Generation, found.Documents, found.Problems, found.Warnings }, Json));
            return;
        }

        foreach (var problem in found.Problems)
        {
            console.Tell(problem);
        }

        foreach (var warning in found.Warnings)
        {
            console.Tell($"warning: {warning}");
        }

        console.Out.WriteLine(found.Problems.Count == 0
            ? $"generation {found.Generation}: {found.Documents:N0} documents, store and index sound and the same"
            : $"generation {found.Generation}: {found.Problems.Count:N0} {(found.Problems.Count == 1 ? "problem" : "problems")}");
    }
}
