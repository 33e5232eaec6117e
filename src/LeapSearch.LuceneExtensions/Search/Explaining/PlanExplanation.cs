namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>Why one document has its place in the answer to a plan, or has none.</summary>
/// <param name="Filter">The plan's filter for this document; null where the plan has none.</param>
/// <param name="Branches">Every branch of the plan, in its order.</param>
/// <param name="Ranked">The branch that ranks the document; null where it is not found.</param>
/// <param name="Boost">What the document's own value adds; null where the plan has no boost.</param>
public sealed record PlanExplanation(
    ExplainedClause? Filter, IReadOnlyList<ExplainedBranch> Branches, ExplainedBranch? Ranked, ExplainedBoost? Boost)
{
    /// <summary>Whether the document passes the filter.</summary>
    public bool Passes => Filter is not { Score: null };

    /// <summary>The score of the document, 0 where it is not found: that of the branch, and the boost.</summary>
    public double Score => Ranked is null ? 0 : Ranked.Root.Score!.Value + (Boost?.Score ?? 0);
}

/// <summary>One branch of a plan for one document.</summary>
/// <param name="Index">Its place in <see cref="SearchPlan.Branches"/>.</param>
/// <param name="Branch">The branch.</param>
/// <param name="MatchedBefore">
/// For a branch with <see cref="SearchBranch.OnlyBelow"/>: how many documents the tiers before it matched; null for the others.
/// </param>
/// <param name="IsSettled">Whether a document of <see cref="SearchPlan.SettledBy"/> leaves it out.</param>
/// <param name="Root">Its clauses for this document.</param>
public sealed record ExplainedBranch(int Index, SearchBranch Branch, long? MatchedBefore, bool IsSettled, ExplainedClause Root)
{
    /// <summary>Whether the branch is looked at at all: not where the tiers before it matched enough.</summary>
    public bool IsEvaluated => !IsSettled && (MatchedBefore is not { } before || before < Branch.OnlyBelow);
}

/// <summary>What a document's doc value adds: <c>Weight · Value</c>.</summary>
/// <param name="Value">The value, from 0 to 1.</param>
/// <param name="Weight">The plan's weight.</param>
public sealed record ExplainedBoost(float Value, float Weight)
{
    /// <summary>What is added.</summary>
    public double Score => (double)Weight * Value;
}

/// <summary>One clause for one document. The score is the sum of the parts' scores, each times its share; a clause without parts has one of its own.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Role">What it is to the clause above it.</param>
/// <param name="Score">What it scores; null where the document does not match it.</param>
/// <param name="Share">How much of the score counts above: 1, the tie of a dis-max, or 0.</param>
/// <param name="Parts">The clauses it is made of, each for this document.</param>
public sealed record ExplainedClause(
    Clause Clause, ClauseRole Role, double? Score, double Share, IReadOnlyList<ExplainedClause> Parts)
{
    /// <summary>Of a term or phrase that matches: of what its score is the product.</summary>
    public TermScore? Term { get; init; }

    /// <summary>Of a prefix or fuzzy clause: terms of it that the document holds, the nearest first; at most 10.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];
}

/// <summary>What a clause is to the one above it.</summary>
public enum ClauseRole
{
    /// <summary>There is none above.</summary>
    Whole,

    /// <summary>An alternative of a dis-max clause.</summary>
    Alternative,

    /// <summary>Must match.</summary>
    Required,

    /// <summary>Adds to the score where it matches.</summary>
    Optional,

    /// <summary>Must not match.</summary>
    Excluded,

    /// <summary>Only whether it matches counts.</summary>
    Inner,
}

/// <summary>
/// The parts of a BM25 score: <c>Weight · Idf · (k1 + 1) · f / (f + k1 · (1 - b + b · Length / AverageLength))</c>, with
/// <see cref="Similarities.LeapSimilarity.K1"/> and <see cref="Similarities.LeapSimilarity.B"/>.
/// </summary>
/// <param name="Weight">The clause's weight.</param>
/// <param name="Idf">How rare the term is; of a phrase, the sum of its terms'.</param>
/// <param name="Frequency">How often it stands in the field; for a phrase with slop, nearer ones count more.</param>
/// <param name="Length">The field's length in words as it was coded; null for a field without norms, whose length does not count.</param>
/// <param name="AverageLength">The mean length over the documents that have the field.</param>
/// <param name="DocFreqs">The documents that hold each term.</param>
/// <param name="DocCount">The documents that have the field.</param>
public sealed record TermScore(
    float Weight, double Idf, float Frequency, int? Length, double AverageLength, IReadOnlyList<long> DocFreqs, long DocCount)
{
    /// <summary>What frequency and length make of it, from 0 to k1 + 1.</summary>
    public double Saturation => (Similarities.LeapSimilarity.K1 + 1d) * Frequency / (Frequency + Norm);

    /// <summary>The score.</summary>
    public double Score => Weight * Idf * Saturation;

    private double Norm => Similarities.LeapSimilarity.K1 * (Length is { } length
        ? 1 - Similarities.LeapSimilarity.B + (Similarities.LeapSimilarity.B * length / AverageLength)
        : 1);
}
