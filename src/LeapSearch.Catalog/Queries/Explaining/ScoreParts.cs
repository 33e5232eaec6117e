using System.Globalization;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Explaining;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>An explanation of clauses as parts of a score, and as what is lacking, in words.</summary>
internal sealed class ScoreParts(ClauseWords words)
{
    /// <summary>What a document's score is the sum of.</summary>
    public IReadOnlyList<ScorePart> Of(PlanExplanation explained)
    {
        var root = Part(explained.Ranked!.Root);
        var parts = explained.Ranked.Root.Clause is BooleanClause ? [.. root.Parts] : new List<ScorePart> { root };
        if (explained.Boost is { } boost)
        {
            parts.Add(new ScorePart(
                "popularity", boost.Score, boost.Score, $"{Number(boost.Value)} of 1, times {Number(boost.Weight)}", null, []));
        }

        return parts;
    }

    /// <summary>What a document would need to match, in words; empty where it does.</summary>
    public IEnumerable<string> Lacks(ExplainedClause clause)
    {
        if (clause.Score is not null)
        {
            return [];
        }

        return clause.Clause switch
        {
            ConstantClause => Lacks(clause.Parts[0]),
            BooleanClause c => Lacks(c, clause.Parts),
            _ => [words.Of(clause.Clause)],
        };
    }

    private IEnumerable<string> Lacks(BooleanClause clause, IReadOnlyList<ExplainedClause> parts)
    {
        foreach (var part in parts)
        {
            if (part is { Role: ClauseRole.Required, Score: null })
            {
                foreach (var lack in Lacks(part))
                {
                    yield return lack;
                }
            }
            else if (part is { Role: ClauseRole.Excluded, Score: not null })
            {
                yield return $"the absence of {words.Of(part.Clause)}";
            }
        }

        var least = Math.Max(clause.MinimumShould, clause.Must.Count == 0 ? 1 : 0);
        if (parts.Count(p => p is { Role: ClauseRole.Optional, Score: not null }) < least)
        {
            yield return least == 1 ? words.Of(new DisMaxClause(clause.Should)) : $"{least} of: {words.Of(new DisMaxClause(clause.Should))}";
        }
    }

    private ScorePart Part(ExplainedClause clause)
    {
        var score = clause.Score ?? 0;
        ScorePart[] parts =
        [
            .. clause.Clause is DisMaxClause or BooleanClause
                ? clause.Parts.Where(p => (p.Score ?? 0) * p.Share > 0).Select(Part).OrderByDescending(p => p.Adds)
                : Enumerable.Empty<ScorePart>(),
        ];

        // One alternative that counts by itself says it all.
        return parts is [var only] && clause.Clause is DisMaxClause && only.Adds == score
            ? only with { Adds = score * clause.Share }
            : new ScorePart(words.Of(clause.Clause), score * clause.Share, score, parts.Length > 0 ? "" : Why(clause), Figures(clause.Term), parts);
    }

    private static string Why(ExplainedClause clause)
    {
        var held = clause.Held.Count > 0 ? $"it has {string.Join(", ", clause.Held.Select(h => $"'{h}'"))}; " : "";
        return clause.Term is { } term
            ? $"weight {Number(term.Weight)} · idf {Number(term.Idf)} ({Documents(term)}) · {Number(term.Saturation)} ({Frequency(term)})"
            : $"{held}counted alike for every match";
    }

    private static string Documents(TermScore term)
        => $"{string.Join(" + ", term.DocFreqs.Select(n => n.ToString("N0", CultureInfo.InvariantCulture)))} of {term.DocCount.ToString("N0", CultureInfo.InvariantCulture)} have it";

    private static string Frequency(TermScore term)
        => term.Length is { } length
            ? $"{Number(term.Frequency)} in {length} {(length == 1 ? "word" : "words")}, the mean is {Number(term.AverageLength)}"
            : $"{Number(term.Frequency)} there, length does not count";

    private static TermFigures? Figures(TermScore? term)
        => term is null ? null : new(term.Weight, term.Idf, term.Saturation, term.Frequency, term.Length, term.AverageLength, term.DocFreqs, term.DocCount);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
