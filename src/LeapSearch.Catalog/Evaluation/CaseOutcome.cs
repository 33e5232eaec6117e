using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>A document in an answer.</summary>
/// <param name="Document">The document.</param>
/// <param name="Kind">How it matched.</param>
/// <param name="Matched">The string that matched, or empty.</param>
public readonly record struct AnsweredDocument(JudgedDocument Document, MatchKind Kind, string Matched);

/// <summary>What a case was answered.</summary>
/// <param name="Case">The case.</param>
/// <param name="Answers">The first ten results, best first.</param>
/// <param name="CorrectedQuery">The correction that the answer names, or empty.</param>
/// <param name="Milliseconds">Time of the call as the caller sees it.</param>
public sealed record CaseOutcome(JudgementCase Case, IReadOnlyList<AnsweredDocument> Answers, string CorrectedQuery, double Milliseconds)
{
    /// <summary>
    /// Whether the case is answered as it should be: the first result is relevant; for a case of nothing, nothing or a marked
    /// correction; for a case of "only", nothing else among the first results.
    /// </summary>
    public bool Passed => Case switch
    {
        { ExpectsNone: true } => Answers.Count == 0 || CorrectedQuery.Length > 0,
        { Only: > 0 } => Answers.Take(Case.Only).All(a => Case.Relevant.ContainsKey(a.Document)),
        _ => RankingMetrics.HitWithin(Grades, 1),
    };

    /// <summary>Whether a document that only sounds like the query stands above one that matches in writing.</summary>
    public bool SoundAboveScript
    {
        get
        {
            var sounds = Answers.ToList().FindIndex(a => a.Kind == MatchKind.Sound);
            return sounds >= 0 && Answers.Skip(sounds).Any(a => a.Kind is >= MatchKind.Exact and < MatchKind.Sound);
        }
    }

    internal IReadOnlyList<int> Grades { get; } = Answers.Select(a => Case.Relevant.GetValueOrDefault(a.Document)).ToArray();
}
