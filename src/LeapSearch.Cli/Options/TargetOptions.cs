using System.CommandLine;
using System.CommandLine.Parsing;
using LeapSearch.Cli.Connections;

namespace LeapSearch.Cli.Options;

/// <summary><c>--data-dir</c>, <c>--server</c>, <c>--scorer</c>.</summary>
internal sealed class TargetOptions
{
    /// <summary>The data folder when nobody says.</summary>
    public const string DefaultFolder = "index-data/store";

    private const string ServerName = "--server";

    private readonly Option<string> dataDir = new("--data-dir") { HelpName = "DIR", Description = $"The data folder. Default: {DefaultFolder}" };
    private readonly Option<string> server = new(ServerName) { HelpName = "URL", Description = "A running service's gRPC address instead, for example http://127.0.0.1:5081" };
    private readonly Option<string> scorer = new("--scorer") { HelpName = "impacts|stock", Description = "Who scores on a data folder: impacts (block-max) or stock (Lucene.Net's own queries)" };

    private TargetOptions()
    {
    }

    /// <summary>Gives a command the options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withScorer">Whether it searches.</param>
    /// <param name="withServer">Whether a service can do it too.</param>
    public static TargetOptions AddTo(Command command, bool withScorer = false, bool withServer = true)
    {
        var options = new TargetOptions();
        options.server.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } url && !IsAddress(url))
            {
                result.AddError($"--server '{url}' is not an address: write http://host:port or https://host:port");
            }
        });
        options.scorer.AcceptOnlyFromAmong("impacts", "stock");
        command.Add(options.dataDir);
        if (withServer)
        {
            command.Add(options.server);
        }

        if (withScorer)
        {
            command.Add(options.scorer);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(options.server) is not null && result.GetResult(options.dataDir) is not null)
            {
                result.AddError("--data-dir and --server exclude each other: name the folder or the service");
            }

            if (result.GetResult(options.server) is not null && withScorer && result.GetResult(options.scorer) is not null)
            {
                result.AddError("--scorer is for a data folder: a service has its own");
            }
        });
        return options;
    }

    /// <summary>What the command line says.</summary>
    public Target Of(ParseResult parsed)
        => new(parsed.GetValue(dataDir) ?? DefaultFolder, Value(parsed, server), Value(parsed, scorer));

    /// <summary>The value of an option that the command may not have.</summary>
    private static string? Value(ParseResult parsed, Option<string> option)
        => parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetValue(option) : null;

    /// <summary>Whether a command line names a service.</summary>
    public static bool HasServer(CommandResult result) => result.GetResult(ServerName) is not null;

    /// <summary>The service that a command line names; null when it names none.</summary>
    public static string? ServerOf(ParseResult parsed)
        => parsed.CommandResult.Command.Options.Any(o => o.Name == ServerName) ? parsed.GetValue<string>(ServerName) : null;

    private static bool IsAddress(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
