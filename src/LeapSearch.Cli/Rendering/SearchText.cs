using LeapSearch.Cli.Consoles;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>A search's answer for people: each result with what it is, why it was found, and where.</summary>
internal static class SearchText
{
    private const int MostHighlights = 2;

    public static void Write(CliConsole console, SearchResponse answer)
    {
        foreach (var step in answer.Steps)
        {
            console.Out.WriteLine(Step(step));
        }

        if (answer.CorrectedQuery.Length > 0)
        {
            console.Out.WriteLine($"Corrected: {Printable.Of(answer.CorrectedQuery)}");
        }

        for (var i = 0; i < answer.Results.Count; i++)
        {
            Write(console, i + 1, answer.Results[i]);
        }

        var count = answer.TotalSizeIsExact ? $"{answer.TotalSize:N0}" : $"at least {answer.TotalSize:N0}";
        console.Out.WriteLine(answer.Results.Count == 0 ? "Nothing found." : $"{answer.Results.Count} of {count}");
    }

    private static void Write(CliConsole console, int rank, SearchResult result)
    {
        console.Out.WriteLine($"{rank,3}. {DocumentLines.Head(console, result.Document)}");
        var match = MatchLine.Of(result.Match);
        foreach (var line in new[] { DocumentLines.Detail(result.Document), match.Length > 0 ? $"found: {match}" : "" }
            .Concat(result.Highlights.Take(MostHighlights).Select(h => HighlightLine.Of(console, h)))
            .Where(l => l.Length > 0))
        {
            console.Out.WriteLine($"     {line}");
        }
    }

    /// <summary>What was made of a part of the query.</summary>
    public static string Step(QueryStep step) => Printable.Of(step.Kind switch
    {
        QueryStepKind.Corrected => $"'{step.Text}' was read as '{step.Value}'",
        QueryStepKind.Dropped => $"'{step.Text}' was left out: no document has all words",
        QueryStepKind.Filtered => $"'{step.Text}' was read as the filter {step.Value}",
        QueryStepKind.Person => $"'{step.Text}' was read as the person {step.Value}",
        QueryStepKind.Identifier => $"'{step.Text}' was read as the id {step.Value}",
        QueryStepKind.Synonym => $"'{step.Text}' was read as '{step.Value}' too",
        QueryStepKind.StopWord => $"'{step.Text}' need not stand in what is found",
        _ => $"'{step.Text}': {step.Kind}",
    });
}
