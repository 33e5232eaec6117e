using LeapSearch.Cli.Consoles;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>Why something was found, in words.</summary>
internal static class MatchLine
{
    public static string Of(Match? match)
    {
        if (match is null || match.Kind == MatchKind.Unspecified)
        {
            return "";
        }

        var where = match.Field.Length > 0 ? $" in {match.Field}" : "";
        var what = match.Value.Length > 0 ? $": {Printable.Start(match.Value, 80)}" : "";
        return Kind(match.Kind) + where + what;
    }

    private static string Kind(MatchKind kind) => kind switch
    {
        MatchKind.Exact => "exact",
        MatchKind.ExactAlias => "exact, by another name",
        MatchKind.Prefix => "starts so",
        MatchKind.Words => "all words",
        MatchKind.Text => "in the text",
        MatchKind.Typo => "with a slip mended",
        MatchKind.Sound => "sounds so",
        MatchKind.Partial => "some words",
        MatchKind.Id => "by id",
        MatchKind.Browse => "browsed",
        MatchKind.Synonym => "by a synonym",
        MatchKind.Pinned => "pinned by the editors",
        _ => kind.ToString(),
    };
}
