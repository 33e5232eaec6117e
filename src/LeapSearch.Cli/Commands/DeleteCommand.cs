using System.CommandLine;
using LeapSearch.Cli.Options;
using LeapSearch.V1;

namespace LeapSearch.Cli.Commands;

/// <summary><c>delete TYPE ID…</c>: live deletes.</summary>
internal static class DeleteCommand
{
    private const int BatchDocuments = 1000;

    public static Command Create(CommandContext context)
    {
        var type = new Argument<string>("type") { HelpName = "film|person|article", Description = "The documents' type" };
        type.AcceptOnlyFromAmong(DocumentTypes.Names);
        var ids = new Argument<string[]>("ids") { HelpName = "ID", Arity = ArgumentArity.OneOrMore, Description = "The documents' ids" };
        var json = AnswerOptions.Json();
        var command = new Command("delete", "Delete documents from the live catalogue") { type, ids, json };
        var target = TargetOptions.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var leap = await context.Connection.OpenWriterAsync(target.Of(parsed), cancellationToken);
            var documents = parsed.GetValue(ids)!.Distinct()
                .Select(id => new DocumentReference { Type = DocumentTypes.Parse(parsed.GetValue(type)!), Id = id })
                .ToList();
            var written = new WriteDocumentsResponse();
            foreach (var batch in documents.Chunk(BatchDocuments))
            {
                var request = new WriteDocumentsRequest();
                request.Deletes.AddRange(batch);
                written = await leap.WriteDocumentsAsync(request, cancellationToken);
            }

            Rendering.Answer.Print(
                context.Console, written, parsed.GetValue(json), (console, answer) => console.Out.WriteLine(Told(documents.Count, answer.Sequence)));
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Deleting what is not there is no error, and the answer does not tell how many were there.</summary>
    private static string Told(int ids, long sequence)
        => ids == 1 ? $"the id is not there any more, durable at sequence {sequence}" : $"none of the {ids:N0} ids is there any more, durable at sequence {sequence}";
}
