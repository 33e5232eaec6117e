using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;

namespace LeapSearch.Cli.Commands;

/// <summary><c>check</c>: reads every byte of a data folder's live generation and the editors' files; 1 when anything is wrong.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var json = AnswerOptions.Json();
        var dataDir = new Option<string>("--data-dir") { HelpName = "DIR", Description = $"The data folder, held by a service or not. Default: {TargetOptions.DefaultFolder}" };
        var command = new Command("check", "Read every byte of the live generation, compare index and store, and read the editors' files") { dataDir, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var found = await context.Connection.CheckAsync(parsed.GetValue(dataDir) ?? TargetOptions.DefaultFolder, cancellationToken);
            CheckText.Write(context.Console, found, parsed.GetValue(json));
            return found.Problems.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }
}
