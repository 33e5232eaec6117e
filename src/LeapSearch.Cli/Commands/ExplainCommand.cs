using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>explain QUERY TYPE ID</c>: where a document stands in the answer to a search, and why.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandContext context)
    {
        var query = new Argument<string>("query") { HelpName = "QUERY", Description = "What is searched for, as one argument" };
        var type = new Argument<string>("type") { HelpName = "film|person|article", Description = "The document's type" };
        type.AcceptOnlyFromAmong(DocumentTypes.Names);
        var id = new Argument<string>("id") { HelpName = "ID", Description = "The document's id" };
        var (types, filter, json) = (AnswerOptions.Types(), AnswerOptions.Filter(), AnswerOptions.Json());
        var command = new Command("explain", "Say where a document stands in the answer to a search, and why") { query, type, id, types, filter, json };
        var target = TargetOptions.AddTo(command, withScorer: true, withServer: false);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new SearchRequest { Query = parsed.GetValue(query)!, PageSize = 1, Filter = parsed.GetValue(filter) ?? "" };
            request.Types_.AddRange((parsed.GetValue(types) ?? []).Select(DocumentTypes.Parse));
            var explained = await context.Connection.ExplainAsync(
                target.Of(parsed), request, DocumentTypes.Parse(parsed.GetValue(type)!), parsed.GetValue(id)!, cancellationToken);
            ExplainText.Write(context.Console, explained, parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }
}
