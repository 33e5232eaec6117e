using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>search TEXT</c>: what a reader who types it finds, and why.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandContext context)
    {
        var text = new Argument<string[]>("text") { HelpName = "TEXT", Arity = ArgumentArity.ZeroOrMore, Description = "What to search for; nothing browses" };
        var (types, limit, filter, json) = (AnswerOptions.Types(), AnswerOptions.Limit(), AnswerOptions.Filter(), AnswerOptions.Json());
        var command = new Command("search", "Search films, people and articles") { text, types, limit, filter, json };
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var request = new SearchRequest
            {
                Query = string.Join(' ', parsed.GetValue(text) ?? []),
                PageSize = parsed.GetValue(limit),
                Filter = parsed.GetValue(filter) ?? "",
            };
            request.Types_.AddRange((parsed.GetValue(types) ?? []).Select(DocumentTypes.Parse));
            var answer = await leap.SearchAsync(request, cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), SearchText.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
