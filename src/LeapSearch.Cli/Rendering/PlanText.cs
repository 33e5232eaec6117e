using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Google.Protobuf;
using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Cli.Consoles;

namespace LeapSearch.Cli.Rendering;

/// <summary>A search's answer with its plans: each round, each tier with what it took, each clause with what it stands for.</summary>
internal static class PlanText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static void Write(CliConsole console, TracedSearch traced, bool json)
    {
        if (json)
        {
            var both = new { Response = JsonNode.Parse(JsonFormatter.Default.Format(traced.Response)), traced.Rounds };
            console.Out.WriteLine(JsonSerializer.Serialize(both, Json));
            return;
        }

        SearchText.Write(console, traced.Response);
        foreach (var line in traced.Rounds.SelectMany(Round))
        {
            console.Out.WriteLine(Printable.Of(line));
        }
    }

    private static IEnumerable<string> Round(TracedRound round)
    {
        yield return "";
        yield return $"Round {Name(round.Round)}, by {round.Engine}";
        foreach (var line in round.Filter is null ? [] : Clause(round.Filter, 1, "filter"))
        {
            yield return line;
        }

        if (round.SettledBy is { } settled)
        {
            yield return $"  no slips where tier {settled.Number}, {settled.Name}, or a better one matches";
        }

        foreach (var tier in round.Tiers)
        {
            yield return $"  tier {tier.Tier.Number}, {tier.Tier.Name}{Took(round, tier)}";
            foreach (var branch in tier.Branches)
            {
                foreach (var line in Clause(branch.Root, 2, branch.OnlyBelow is { } below ? $"for fewer than {below}" : ""))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Name(SearchRound round) => round switch
    {
        SearchRound.Identifier => "of ids",
        SearchRound.Words => "of the words as they stand",
        SearchRound.HardSlips => "of slips in short words and first letters",
        _ => "of fewer words",
    };

    private static string Took(TracedRound round, TracedTier tier) => tier.Counters switch
    {
        { CountedWith: { } other } => $": counted with tier {other}",
        { } c => $": {c.Visited:N0} of {c.Windows:N0} windows read, {c.Skipped:N0} skipped; {c.Postings:N0} postings, {c.Scored:N0} documents scored",
        null => round.Engine == "stock" ? "" : ": not looked for",
    };

    private static IEnumerable<string> Clause(TracedClause clause, int depth, string label)
    {
        // A constant and what it is of are one line.
        var inner = clause.Parts is [{ Role: "inner" } only] ? only : null;
        var shown = inner?.Parts ?? clause.Parts;
        var name = label.Length > 0 ? label : clause.Role is "whole" or "alternative" or "inner" ? "" : clause.Role;
        var what = inner is null ? clause.What : $"{clause.What} for {inner.What}";
        var facts = Facts((inner ?? clause) with { Bound = clause.Bound });
        var line = $"{new string(' ', 2 * depth)}{(name.Length > 0 ? name + ": " : "")}{what}{(facts.Length > 0 ? $" ({facts})" : "")}";
        TracedClause[] idle = [.. shown.Where(p => p.Role == "alternative" && MatchesNothing(p))];
        string[] others = idle.Length > 0 ? [$"{new string(' ', 2 * (depth + 1))}{idle.Length:N0} that match nothing"] : [];
        return [line, .. shown.Except(idle).SelectMany(p => Clause(p, depth + 1, "")), .. others];
    }

    private static bool MatchesNothing(TracedClause clause)
        => clause is { Bound: < 0 } or { Documents: 0 } or { Terms: 0 } || (clause.Parts.Count > 0 && clause.Parts.All(MatchesNothing));

    private static string Facts(TracedClause clause) => string.Join(", ", new[]
    {
        clause.Terms is { } terms ? clause.Limit is { } limit ? $"{terms:N0} of at most {limit:N0} terms" : $"{terms:N0} terms" : "",
        clause.Documents is { } documents ? $"{documents:N0} documents" : "",
        clause.Bound is { } bound ? bound < 0 ? "matches nothing" : $"at most {bound.ToString("0.###", CultureInfo.InvariantCulture)}" : "",
    }.Where(f => f.Length > 0));
}
