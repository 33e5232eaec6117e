using System.CommandLine;

namespace LeapSearch.Cli.Options;

/// <summary><c>--limit</c>, <c>--type</c>, <c>--json</c>.</summary>
internal static class AnswerOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document on standard output, and nothing else there" };

    public static Option<int> Limit()
    {
        var option = new Option<int>("--limit") { HelpName = "N", Description = "How many answers, 1 to 100. Default: 10", DefaultValueFactory = _ => 10 };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var limit) && limit is < 1 or > 100)
            {
                result.AddError($"--limit {limit} is out of range: 1 to 100");
            }
        });
        return option;
    }

    public static Option<string[]> Types()
    {
        var option = new Option<string[]>("--type") { HelpName = "film|person|article", Description = "Only documents of this type; may be given more than once" };
        option.AcceptOnlyFromAmong(DocumentTypes.Names);
        return option;
    }
}
