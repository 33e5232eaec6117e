using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>related FILM_ID</c>: what else to see, and why.</summary>
internal static class RelatedCommand
{
    public static Command Create(CommandContext context)
    {
        var film = new Argument<string>("film") { HelpName = "FILM_ID", Description = "The film to start from" };
        var (limit, json) = (AnswerOptions.Limit(), AnswerOptions.Json());
        var filter = new Option<string>("--filter") { HelpName = "FILTER", Description = "Only films that keep to it, for example \"year >= 2010\"" };
        var command = new Command("related", "Films related to a film, with reasons") { film, limit, filter, json };
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var request = new RelatedFilmsRequest { FilmId = parsed.GetValue(film)!, PageSize = parsed.GetValue(limit), Filter = parsed.GetValue(filter) ?? "" };
            var answer = await leap.RelatedFilmsAsync(request, cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), RelatedText.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
