using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>A film with those that a reader of it wants to see next: a line of a file of related films.</summary>
/// <param name="Set">The kind of case; cases of one set are measured together.</param>
/// <param name="FilmId">The film.</param>
/// <param name="Related">Grades by id; 1 is of some use, 3 is what was looked for.</param>
/// <param name="Source">File and line, for messages.</param>
public sealed record RelatedJudgement(string Set, string FilmId, IReadOnlyDictionary<string, int> Related, string Source);

/// <summary>What a film was answered.</summary>
/// <param name="Judged">The judgement.</param>
/// <param name="Films">The films answered, best first, in view FULL.</param>
/// <param name="WithReason">How many of them came with a reason.</param>
/// <param name="Milliseconds">Time of the call as the caller sees it.</param>
public sealed record RelatedOutcome(RelatedJudgement Judged, IReadOnlyList<Film> Films, int WithReason, double Milliseconds);
