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
        var plan = new Option<bool>("--plan") { Description = "Show the plan of each round too: clauses, what they stand for, and what looking for them took. On a data folder" };
        var command = new Command("search", "Search films, people and articles") { text, types, limit, filter, plan, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(plan) && TargetOptions.HasServer(result))
            {
                result.AddError("--plan is for a data folder: a service does not tell its plans");
            }
        });
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new SearchRequest
            {
                Query = string.Join(' ', parsed.GetValue(text) ?? []),
                PageSize = parsed.GetValue(limit),
                Filter = parsed.GetValue(filter) ?? "",
            };
            request.Types_.AddRange((parsed.GetValue(types) ?? []).Select(DocumentTypes.Parse));
            if (parsed.GetValue(plan))
            {
                PlanText.Write(context.Console, await context.Connection.TraceAsync(target.Of(parsed), request, cancellationToken), parsed.GetValue(json));
                return ExitCodes.Done;
            }

            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var answer = await leap.SearchAsync(request, cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), SearchText.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
