using System.CommandLine;
using System.Globalization;

namespace LeapSearch.Cli.Options;

/// <summary><c>--limit</c>, <c>--type</c>, <c>--filter</c>, <c>--json</c>.</summary>
internal static class AnswerOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document on standard output, and nothing else there" };

    public static Option<int> Limit()
    {
        return new Option<int>("--limit")
        {
            HelpName = "N",
            Description = "How many answers, 1 to 100. Default: 10",
            DefaultValueFactory = _ => 10,
            CustomParser = result =>
            {
                var text = result.Tokens[^1].Value;
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
                {
                    result.AddError($"--limit '{text}' is not a number: 1 to 100");
                }
                else if (limit is < 1 or > 100)
                {
                    result.AddError($"--limit {limit} is out of range: 1 to 100");
                }

                return limit;
            },
        };
    }

    public static Option<string> Filter()
        => new("--filter") { HelpName = "FILTER", Description = "Only what keeps to it, for example \"country = KR AND year >= 2010\"" };

    public static Option<string[]> Types()
    {
        var option = new Option<string[]>("--type") { HelpName = "film|person|article", Description = "Only documents of this type; may be given more than once" };
        option.AcceptOnlyFromAmong(DocumentTypes.Names);
        return option;
    }
}
