using System.CommandLine;
using Google.Protobuf;
using LeapSearch.Cli.Options;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>export</c>: every document of the live generation as JSON Lines, as <c>reindex</c> reads them.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandContext context)
    {
        var types = AnswerOptions.Types();
        var command = new Command("export", "Print every document of the live generation as JSON Lines, in the order of types and ids") { types };
        var target = TargetOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var request = new ExportRequest { Types_ = { (parsed.GetValue(types) ?? []).Select(DocumentTypes.Parse) } };
            var count = 0L;
            await foreach (var part in leap.ExportAsync(request, cancellationToken))
            {
                foreach (var document in part.Documents)
                {
                    // The format ends lines in a line feed on every system.
                    context.Console.Out.Write(JsonFormatter.Default.Format(document));
                    context.Console.Out.Write('\n');
                    count++;
                }
            }

            context.Console.Tell($"{count:N0} documents");
            return ExitCodes.Done;
        });
        return command;
    }
}
