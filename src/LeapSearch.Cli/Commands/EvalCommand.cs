using System.CommandLine;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Cli.Options;

namespace LeapSearch.Cli.Commands;

/// <summary><c>eval</c>: asks judged queries and prints how good the answers are.</summary>
internal static class EvalCommand
{
    public static Command Create(CommandContext context)
    {
        var json = AnswerOptions.Json();
        var failures = new Option<bool>("--failures") { Description = "List the cases that failed, with what was answered" };
        var files = new Argument<string[]>("JUDGEMENTS") { Arity = ArgumentArity.OneOrMore, Description = "Judgement files (JSON Lines), or folders of them" };
        var command = new Command("eval", "Measure the answers on judged queries") { files, failures, json };
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<JudgementCase> cases;
            try
            {
                cases = [.. parsed.GetValue(files)!.SelectMany(JudgementFiles.Read)];
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                context.Console.Tell(e.Message);
                return ExitCodes.Failed;
            }

            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            var report = await SearchEvaluation.RunAsync(leap, cases, cancellationToken: cancellationToken);
            context.Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : report.ToTable());
            if (parsed.GetValue(failures) && !parsed.GetValue(json))
            {
                context.Console.Out.WriteLine(report.ToFailureList());
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
