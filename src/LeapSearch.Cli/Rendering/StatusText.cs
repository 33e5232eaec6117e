using LeapSearch.Cli.Consoles;
using LeapSearch.Cli.Options;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>A status for people.</summary>
internal static class StatusText
{
    public static void Write(CliConsole console, GetStatusResponse status)
    {
        var output = console.Out;
        output.WriteLine($"{State(status)}{(status.Message.Length > 0 ? $": {Printable.Of(status.Message)}" : "")}");
        output.WriteLine($"version {status.Version}, scorer {status.Scorer}");
        output.WriteLine(string.Join(", ", status.Counts.Select(c => $"{c.Count:N0} {DocumentTypes.Plural(c.Type)}").DefaultIfEmpty("no documents")));
        output.WriteLine($"changes: {status.DurableSequence:N0} durable, {status.SearchableSequence:N0} searchable, {status.CommittedSequence:N0} committed");
        foreach (var generation in status.Generations)
        {
            output.WriteLine(
                $"generation {generation.Generation}{(generation.Live ? " (live)" : "")}: documents {Sizes.Of(generation.StoreBytes)}, index {Sizes.Of(generation.IndexBytes)}, built {generation.CreatedAt}");
        }
    }

    private static string State(GetStatusResponse status) => status.State switch
    {
        IndexState.Serving => "serving",
        IndexState.Rebuilding => $"rebuilding ({status.RebuildDone:N0} of {status.RebuildTotal:N0} documents)",
        IndexState.Failed => "failed",
        IndexState.Empty => "empty: there is no generation yet",
        _ => "unknown",
    };
}
