using System.CommandLine;
using System.Globalization;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Progress;
using LeapSearch.Cli.Rendering;
using LeapSearch.Import;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>reindex PATH…</c>: a whole new generation beside the live one, then swapped in.</summary>
internal sealed class ReindexCommand
{
    private readonly CommandContext context;
    private readonly Argument<string[]> paths = new("paths")
    {
        HelpName = "PATH",
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, folders, or - for standard input; none rebuilds the index from the documents stored",
    };

    private readonly Option<string> format = new("--format") { HelpName = "auto|jsonl", Description = "The sources' format. Default: auto" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only tell what would be added, changed and removed" };
    private readonly Option<bool> replaceAll = new("--replace-all") { Description = "Empty types that have no document in the sources, instead of carrying them over" };
    private readonly Option<string> asOf = new("--as-of")
    {
        HelpName = "TIME",
        Description = "Documents written live after it are kept, for example 2020-08-14T09:00:00Z. Default: when the newest source file was written",
    };

    private readonly Option<double?> maxBad = ShareOption.Create("--max-bad", "The share of bad lines up to which they are left out. Default: 1%");
    private readonly Option<double?> maxVanish = ShareOption.Create("--max-vanish", "The share of live documents that may vanish. Default: 5%");
    private readonly Option<bool> json = AnswerOptions.Json();
    private readonly TargetOptions target;

    private ReindexCommand(CommandContext context, Command command)
    {
        this.context = context;
        format.AcceptOnlyFromAmong("auto", "jsonl");
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } time && !TryParseTime(time, out _))
            {
                result.AddError($"--as-of '{time}' is not a time: write 2020-08-14T09:00:00Z");
            }
        });
        Option[] sourcesOnly = [replaceAll, asOf, maxBad, maxVanish, format];
        command.Add(paths);
        foreach (var option in new Option[] { format, dryRun, maxBad, maxVanish, asOf, replaceAll, json })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(paths) is not { Tokens.Count: > 0 } && sourcesOnly.FirstOrDefault(o => result.GetResult(o) is not null) is { } needless)
            {
                result.AddError($"{needless.Name} is about sources, and no PATH is given");
            }
        });
        target = TargetOptions.AddTo(command);
    }

    public static Command Create(CommandContext context)
    {
        var command = new Command("reindex", "Build a new generation from sources and swap it in");
        var reindex = new ReindexCommand(context, command);
        command.SetAction(reindex.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var warnings = new BadLines(context.Console);
        var given = parsed.GetValue(paths) ?? [];
        var sources = given.Length > 0 ? ImportSources.Find(given) : null;
        var reader = sources is null ? null : new DocumentReader(sources, warnings.Options(parsed.GetValue(maxBad)));
        var options = Options(parsed, sources);
        var requests = reader is null ? Rebuild(options) : ReindexRequests.FromAsync(reader, options, cancellationToken);

        await using var leap = await context.Connection.OpenWriterAsync(target.Of(parsed), cancellationToken);
        var last = await ReindexProgress.FollowAsync(context.Console, leap.ReindexAsync(requests, cancellationToken), reader, sources?.TotalBytes);
        warnings.TellRest();
        ReindexText.Print(context.Console, last, reader, parsed.GetValue(json));
        return ExitCodes.Done;
    }

    private ReindexOptions Options(ParseResult parsed, ImportSources? sources)
    {
        var options = new ReindexOptions
        {
            DryRun = parsed.GetValue(dryRun),
            ReplaceAll = parsed.GetValue(replaceAll),
            Rebuild = sources is null,
        };
        if (parsed.GetValue(maxVanish) is { } vanish)
        {
            options.MaxVanish = vanish;
        }

        var time = parsed.GetValue(asOf) is { } given && TryParseTime(given, out var told) ? told : sources?.NewestWriteTime;
        options.AsOf = time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture) ?? "";
        return options;
    }

#pragma warning disable CS1998 // One message, and nothing to wait for.
    private static async IAsyncEnumerable<ReindexRequest> Rebuild(ReindexOptions options)
    {
        yield return new ReindexRequest { Options = options };
    }
#pragma warning restore CS1998

    private static bool TryParseTime(string text, out DateTimeOffset time)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
