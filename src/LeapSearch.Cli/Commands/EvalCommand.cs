using System.CommandLine;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Cli.Options;

namespace LeapSearch.Cli.Commands;

/// <summary><c>eval</c>: asks judged queries, or with <c>--related</c> judged films, and prints how good the answers are.</summary>
internal static class EvalCommand
{
    public static Command Create(CommandContext context)
    {
        var json = AnswerOptions.Json();
        var failures = new Option<bool>("--failures") { Description = "List the cases that failed, with what was answered" };
        var related = new Option<bool>("--related") { Description = "The files judge related films" };
        var diversity = new Option<double[]>("--diversity")
        {
            Description = "With --related: measure at these; without, at 0 and the default", AllowMultipleArgumentsPerToken = true,
        };
        var off = new Option<string[]>("--without")
        {
            Description = "With --related: signals to turn off, such as year", AllowMultipleArgumentsPerToken = true,
        };
        var files = new Argument<string[]>("JUDGEMENTS") { Arity = ArgumentArity.OneOrMore, Description = "Judgement files (JSON Lines), or folders of them" };
        var command = new Command("eval", "Measure the answers on judged queries") { files, related, diversity, off, failures, json };
        var target = TargetOptions.AddTo(command, withScorer: true);
        command.Validators.Add(result =>
        {
            if (result.GetValue(related) ? result.GetValue(failures) : result.GetResult(diversity) is not null || result.GetResult(off) is not null)
            {
                result.AddError("--diversity and --without go with --related, --failures without it.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<JudgementCase> cases = [];
            List<RelatedJudgement> films = [];
            try
            {
                if (parsed.GetValue(related))
                {
                    films = [.. parsed.GetValue(files)!.SelectMany(RelatedJudgementFiles.Read)];
                }
                else
                {
                    cases = [.. parsed.GetValue(files)!.SelectMany(JudgementFiles.Read)];
                }
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                context.Console.Tell(e.Message);
                return ExitCodes.Failed;
            }

            await using var leap = await context.Connection.OpenReaderAsync(target.Of(parsed), cancellationToken);
            if (parsed.GetValue(related))
            {
                double?[] steps = parsed.GetValue(diversity) is { Length: > 0 } given ? [.. given] : [0, null];
                var weights = (parsed.GetValue(off) ?? []).ToDictionary(s => s, _ => 0.0);
                var figures = await RelatedEvaluation.ReportAsync(leap, films, steps, weights, cancellationToken);
                context.Console.Out.WriteLine(parsed.GetValue(json) ? figures.ToJson() : figures.ToTable());
                return ExitCodes.Done;
            }

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
