using System.Text.Json.Nodes;
using Google.Protobuf;
using LeapSearch.Cli.Consoles;
using LeapSearch.Cli.Options;
using LeapSearch.Import;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>What a reindex changed.</summary>
internal static class ReindexText
{
    /// <summary>Prints the last message of a reindex, with what the reader left out.</summary>
    public static void Print(CliConsole console, ReindexResponse last, DocumentReader? reader, bool json)
    {
        if (json)
        {
            var answer = JsonNode.Parse(JsonFormatter.Default.Format(last))!.AsObject();
            answer["badLines"] = reader?.BadLines ?? 0;
            answer["errors"] = new JsonArray([.. (reader?.Errors ?? []).Select(e => JsonValue.Create(e.ToString()))]);
            console.Out.WriteLine(answer.ToJsonString());
            return;
        }

        var summary = last.Summary ?? new ReindexSummary();
        foreach (var change in summary.Changes)
        {
            console.Out.WriteLine(
                $"{DocumentTypes.Plural(change.Type),-9}{change.Added,9:N0} added {change.Changed,9:N0} changed {change.Unchanged,9:N0} unchanged {change.Removed,9:N0} removed {change.Kept,9:N0} kept");
        }

        var bad = reader is { BadLines: > 0 } ? $", {reader.BadLines:N0} bad lines left out" : "";
        console.Out.WriteLine(summary.DryRun
            ? $"dry run in {summary.Seconds:0.0} s: nothing was changed{bad}"
            : $"generation {summary.Generation} is live after {summary.Seconds:0.0} s{bad}");
    }
}
