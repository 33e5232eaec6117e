using System.Globalization;
using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Cli.Consoles;

namespace LeapSearch.Cli.Rendering;

/// <summary>An explanation for people: how the query was read, where the document stands, what its score is made of, what it lacks.</summary>
internal static class ExplainText
{
    public static void Write(CliConsole console, SearchExplanation explained, bool json)
    {
        if (json)
        {
            ExplainJson.Write(console, explained);
            return;
        }

        console.Out.WriteLine(DocumentLines.Head(console, explained.Document));
        foreach (var line in Query(explained.Query).Concat(Place(explained)))
        {
            console.Out.WriteLine(Printable.Of(line));
        }
    }

    private static IEnumerable<string> Query(UnderstoodQuery query)
    {
        yield return query.Text.Trim().Length == 0 ? "Query: nothing; everything is browsed" : $"Query: {query.Text}";
        foreach (var (name, values) in new[]
        {
            ("words", query.Words), ("in a row", query.Phrases), ("without", query.Excluded), ("perhaps a year", query.Years),
            ("as a name", query.Names), ("as a title", query.Titles),
        })
        {
            if (values.Count > 0)
            {
                yield return $"  {name}: {string.Join(", ", values)}";
            }
        }

        foreach (var step in query.Steps)
        {
            yield return $"  {SearchText.Step(step)}";
        }

        yield return $"  {Round(query.Round)}";
    }

    private static string Round(SearchRound round) => round switch
    {
        SearchRound.Identifier => "found as an id, before any word was looked for",
        SearchRound.Words => "found in the first round: the words as they stand, with slips in longer ones",
        SearchRound.HardSlips => "found in the second round: slips in short words and first letters, since the first found nothing",
        SearchRound.FewerWords => "found in the last round: without some words, since no document has them all",
        _ => "no round found anything; this is the first one",
    };

    private static IEnumerable<string> Place(SearchExplanation explained)
    {
        if (explained.Rank is not { } rank)
        {
            yield return $"Not found among {Total(explained)}.";
            foreach (var reason in explained.Hidden)
            {
                yield return $"  {reason}";
            }
        }
        else
        {
            yield return $"Place {rank:N0} of {Total(explained)}, in tier {explained.Tier!.Number}: {explained.Tier.Name}";
            yield return $"Score {Number(explained.Score!.Value)}, the sum of:";
            foreach (var line in explained.Parts.SelectMany(p => Part(p, 1)))
            {
                yield return line;
            }
        }

        ExplainedWay[] other = [.. explained.Ways.Where(w => explained.Tier is null || w.Tier.Number < explained.Tier.Number)];
        if (other.Length > 0)
        {
            yield return explained.Tier is null ? "What it lacks to be found, tier by tier:" : "What it lacks for a better tier:";
            foreach (var way in other)
            {
                yield return $"  tier {way.Tier.Number}, {way.Tier.Name}: {Way(way)}";
            }
        }
    }

    private static string Way(ExplainedWay way)
        => way.Matches && way.NotTried.Length == 0 ? "it has all" : way.NotTried.Length > 0 ? $"not tried: {way.NotTried}" : string.Join("; and ", way.Lacks);

    private static IEnumerable<string> Part(ScorePart part, int depth)
    {
        var share = part.Adds != part.Score ? $" ({Number(part.Adds / part.Score)} of {Number(part.Score)}, beside a better one)" : "";
        var why = part.Why.Length > 0 ? $": {part.Why}" : "";
        return [$"{new string(' ', 2 * depth)}{Number(part.Adds)} {part.What}{share}{why}", .. part.Parts.SelectMany(p => Part(p, depth + 1))];
    }

    private static string Total(SearchExplanation explained) => explained.TotalIsExact ? $"{explained.Total:N0}" : $"at least {explained.Total:N0}";

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
