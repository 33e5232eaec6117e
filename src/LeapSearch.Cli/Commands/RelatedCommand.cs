using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.Cli.Rendering;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>related [TYPE] ID</c>: what else to see, and why.</summary>
internal static class RelatedCommand
{
    public static Command Create(CommandContext context)
    {
        // The last is the id; before it may stand what it is the id of. One argument of one or two words, since an optional one cannot stand before another.
        var seed = new Argument<string[]>("seed")
        {
            HelpName = "[film|person|article] ID",
            Description = "The film to start from; or the person, or the article",
            Arity = new ArgumentArity(1, 2),
        };
        seed.Validators.Add(result =>
        {
            if (result.Tokens.Count == 2 && !DocumentTypes.Names.Contains(result.Tokens[0].Value))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no type: {string.Join(", ", DocumentTypes.Names)}");
            }
        });
        var (limit, json) = (AnswerOptions.Limit(), AnswerOptions.Json());
        var filter = new Option<string>("--filter") { HelpName = "FILTER", Description = "Only films that keep to it, for example \"year >= 2010\"" };
        var command = new Command("related", "Films related to a film, a person or an article, with reasons") { seed, limit, filter, json };
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var request = Request(parsed.GetValue(seed)!);
            request.PageSize = parsed.GetValue(limit);
            request.Filter = parsed.GetValue(filter) ?? "";
            var answer = await leap.RelatedFilmsAsync(request, cancellationToken);
            Answer.Print(context.Console, answer, parsed.GetValue(json), RelatedText.Write);
            return ExitCodes.Done;
        });
        return command;
    }

    private static RelatedFilmsRequest Request(string[] seed) => (seed.Length == 1 ? DocumentType.Film : DocumentTypes.Parse(seed[0])) switch
    {
        DocumentType.Person => new() { PersonId = seed[^1] },
        DocumentType.Article => new() { ArticleId = seed[^1] },
        _ => new() { FilmId = seed[^1] },
    };
}
