using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>status</c>: generations, counts, sizes, health.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var json = AnswerOptions.Json();
        var command = new Command("status", "Show generations, counts, sizes and health of the index") { json };
        var target = TargetOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var answer = await leap.GetStatusAsync(new GetStatusRequest(), cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), StatusText.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
