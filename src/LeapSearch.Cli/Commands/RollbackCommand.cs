using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>rollback</c>: back to the generation that was live before.</summary>
internal static class RollbackCommand
{
    public static Command Create(CommandContext context)
    {
        var generation = new Option<string>("--generation") { HelpName = "NAME", Description = "The generation, as 'status' names it. Default: the one before" };
        var json = AnswerOptions.Json();
        var command = new Command("rollback", "Go back to the previous generation; what was written since is taken along") { generation, json };
        var target = TargetOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenWriterAsync(target.Of(parsed), cancellationToken);
            var answer = await leap.RollbackAsync(new RollbackRequest { Generation = parsed.GetValue(generation) ?? "" }, cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), (console, a) => console.Out.WriteLine($"generation {a.Generation} is live"));
            return ExitCodes.Done;
        });
        return command;
    }
}
