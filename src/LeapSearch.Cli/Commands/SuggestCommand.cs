using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>suggest TEXT</c>: what the search box offers once this much is typed.</summary>
internal static class SuggestCommand
{
    public static Command Create(CommandContext context)
    {
        var text = new Argument<string[]>("text") { HelpName = "TEXT", Arity = ArgumentArity.OneOrMore, Description = "What was typed so far" };
        var (types, limit, json) = (AnswerOptions.Types(), AnswerOptions.Limit(), AnswerOptions.Json());
        var command = new Command("suggest", "Complete what is being typed") { text, types, limit, json };
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var request = new SuggestRequest { Prefix = string.Join(' ', parsed.GetValue(text)!), PageSize = parsed.GetValue(limit) };
            request.Types_.AddRange((parsed.GetValue(types) ?? []).Select(DocumentTypes.Parse));
            var answer = await leap.SuggestAsync(request, cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), SuggestText.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
