using LeapSearch.Cli.Consoles;
using LeapSearch.Import;
using LeapSearch.V1;
using Spectre.Console;

namespace LeapSearch.Cli.Progress;

/// <summary>Follows a reindex to its end, with a live bar where someone watches.</summary>
internal static class ReindexProgress
{
    /// <summary>Follows the reports, which drives the work, and returns the last one.</summary>
    /// <param name="console">Its standard error is drawn on when it is a terminal.</param>
    /// <param name="reports">What the reindex reports.</param>
    /// <param name="reader">What is read meanwhile; null in a rebuild.</param>
    /// <param name="totalBytes">Bytes to read in all, where that is known.</param>
    public static async Task<ReindexResponse> FollowAsync(
        CliConsole console, IAsyncEnumerable<ReindexResponse> reports, DocumentReader? reader, long? totalBytes)
    {
        if (!console.ErrorIsTerminal)
        {
            return await LastAsync(reports, _ => { });
        }

        var drawn = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(console.Error),
            Ansi = Environment.GetEnvironmentVariable("TERM") == "dumb" ? AnsiSupport.No : AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        return await drawn.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var reading = context.AddTask("Reading", maxValue: Math.Max(totalBytes ?? 1, 1));
                reading.IsIndeterminate = totalBytes is null;
                var indexing = context.AddTask("Indexing", autoStart: false);
                return LastAsync(reports, report => Draw(report, reader, reading, indexing));
            });
    }

    private static void Draw(ReindexResponse report, DocumentReader? reader, ProgressTask reading, ProgressTask indexing)
    {
        reading.Description = $"Reading {report.DocumentsRead:N0}";
        reading.Value = reader?.BytesRead ?? reading.MaxValue;
        if (report.Phase == ReindexPhase.Loading)
        {
            return;
        }

        reading.IsIndeterminate = false;
        reading.Value = reading.MaxValue;
        indexing.StartTask();
        indexing.Description = report.Phase == ReindexPhase.Indexing ? $"Indexing {report.DocumentsIndexed:N0}" : $"{report.Phase}";
        indexing.MaxValue = Math.Max(report.DocumentsTotal, 1);
        indexing.Value = report.Phase == ReindexPhase.Indexing ? report.DocumentsIndexed : indexing.MaxValue;
    }

    private static async Task<ReindexResponse> LastAsync(IAsyncEnumerable<ReindexResponse> reports, Action<ReindexResponse> onReport)
    {
        var last = new ReindexResponse();
        await foreach (var report in reports)
        {
            last = report;
            onReport(report);
        }

        return last;
    }
}
