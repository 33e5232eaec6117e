using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.Contracts;
using LeapSearch.Import;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>index PATH…</c>: live upserts. What was read before an error is written: it is no reindex.</summary>
internal static class IndexCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("paths") { HelpName = "PATH", Arity = ArgumentArity.OneOrMore, Description = "Files, folders, or - for standard input" };
        var json = AnswerOptions.Json();
        var maxBad = ShareOption.Create("--max-bad", "The share of bad lines up to which they are left out. Default: 1%");
        var command = new Command("index", "Write documents into the live catalogue, replacing those of the same id") { paths, maxBad, json };
        var target = TargetOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var warnings = new BadLines(context.Console);
            var reader = new DocumentReader(ImportSources.Find(parsed.GetValue(paths)!), warnings.Options(parsed.GetValue(maxBad)));
            await using var leap = await context.Connection.OpenWriterAsync(target.Of(parsed), cancellationToken);
            var written = await WriteAsync(leap, reader, cancellationToken);
            warnings.TellRest();
            Answer.Print(
                context.Console, written, parsed.GetValue(json), (console, answer) => console.Out.WriteLine($"{reader.Documents:N0} documents written, durable at sequence {answer.Sequence}"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<WriteDocumentsResponse> WriteAsync(ILeapSearch leap, DocumentReader reader, CancellationToken cancellationToken)
    {
        var written = new WriteDocumentsResponse();
        await foreach (var request in ReindexRequests.FromAsync(reader, new ReindexOptions(), cancellationToken))
        {
            if (request.Batch is { } batch)
            {
                var write = new WriteDocumentsRequest();
                write.Documents.AddRange(batch.Documents);
                written = await leap.WriteDocumentsAsync(write, cancellationToken);
            }
        }

        return written;
    }
}
