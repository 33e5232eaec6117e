using System.CommandLine;
using System.CommandLine.Parsing;
using Grpc.Core;
using LeapSearch.Cli.Commands;
using LeapSearch.Cli.Connections;
using LeapSearch.Cli.Consoles;
using LeapSearch.Cli.Options;
using LeapSearch.Contracts;
using LeapSearch.Import;

namespace LeapSearch.Cli;

/// <summary>The operator's command as a whole: parse, run, and say in one line what went wrong.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CliConsole console, CatalogDoors doors, CancellationToken cancellationToken = default)
    {
        var root = Root(new CommandContext(console, new Connection(doors)));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Misused(parsed, parsed.Errors.Select(e => e.Message), console);
        }

        if (UnknownOption(parsed, args) is { } unknown)
        {
            return Misused(parsed, [$"there is no option '{unknown}' here; what is no option goes after --"], console);
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Failed(console, "cancelled; what was not finished was left as it was");
        }
        catch (Exception e) when (e is LeapSearchException or ImportException or IOException or UnauthorizedAccessException)
        {
            return Failed(console, e is LeapSearchException { Code: StatusCode.Unavailable } && TargetOptions.ServerOf(parsed) is { } server
                ? $"{server}: {e.Message}"
                : e.Message);
        }
    }

    private static RootCommand Root(CommandContext context)
    {
        var root = new RootCommand("Looks after a LeapSearch catalogue and asks it, on a data folder or through a service.");
        Command[] commands =
        [
            ReindexCommand.Create(context),
            IndexCommand.Create(context),
            DeleteCommand.Create(context),
            SearchCommand.Create(context),
            ExplainCommand.Create(context),
            SuggestCommand.Create(context),
            RelatedCommand.Create(context),
            StatusCommand.Create(context),
            RollbackCommand.Create(context),
            ExportCommand.Create(context),
            CheckCommand.Create(context),
            EvalCommand.Create(context),
        ];
        foreach (var command in commands)
        {
            root.Add(command);
        }

        return root;
    }

    /// <summary>What looks like an option and was taken for a text or a path, since the command knows no such option.</summary>
    private static string? UnknownOption(ParseResult parsed, string[] args)
        => args.Contains("--")
            ? null
            : parsed.CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(a => a.Tokens)
                .Select(t => t.Value)
                .FirstOrDefault(t => t.StartsWith("--", StringComparison.Ordinal));

    private static int Misused(ParseResult parsed, IEnumerable<string> problems, CliConsole console)
    {
        // "A command is missing" beside "there is no such command" says nothing.
        var messages = problems.Distinct().ToList();
        foreach (var message in messages.Skip(messages.Count > 1 && parsed.CommandResult.Command is RootCommand ? 1 : 0))
        {
            console.Tell(message);
        }

        var command = parsed.CommandResult.Command;
        console.Tell(command is RootCommand ? "see 'leapsearch --help'" : $"see 'leapsearch {command.Name} --help'");
        return ExitCodes.WrongUsage;
    }

    private static int Failed(CliConsole console, string message)
    {
        console.Tell(message);
        return ExitCodes.Failed;
    }
}
