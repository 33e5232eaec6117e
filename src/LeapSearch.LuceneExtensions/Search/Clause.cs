namespace LeapSearch.LuceneExtensions.Search;

/// <summary>
/// What a document must, may or must not hold. A tree of clauses is what every search is made of; it means exactly what the named
/// Lucene query means with the Similarity of this project, which is the oracle of any faster evaluation.
/// </summary>
public abstract record Clause;

/// <summary>Documents whose <paramref name="Field"/> holds <paramref name="Term"/>: Lucene's TermQuery, scored by the similarity.</summary>
/// <param name="Field">The index field.</param>
/// <param name="Term">The indexed term, as the analyzer made it.</param>
/// <param name="Weight">A factor on the score, above 0.</param>
public sealed record TermClause(string Field, string Term, float Weight = 1) : Clause;

/// <summary>
/// Documents whose field holds the terms at the given positions: Lucene's PhraseQuery. <paramref name="Positions"/> are relative
/// and ascending; null means 0, 1, 2, …. <paramref name="Slop"/> is Lucene's edit distance of positions.
/// </summary>
public sealed record PhraseClause(string Field, IReadOnlyList<string> Terms, IReadOnlyList<int>? Positions = null, int Slop = 0, float Weight = 1) : Clause;

/// <summary>
/// Documents whose field holds a term that starts with <paramref name="Prefix"/>, each scored <paramref name="Weight"/> alike
/// (Lucene's PrefixQuery with a constant-score rewrite).
/// </summary>
public sealed record PrefixClause(string Field, string Prefix, float Weight = 1) : Clause;

/// <summary>
/// Documents whose field holds a term within <paramref name="MaxEdits"/> (1 or 2) Damerau-Levenshtein edits of
/// <paramref name="Term"/>, sharing its first <paramref name="PrefixLength"/> characters; with <paramref name="IsPrefix"/> a term
/// that starts with something within those edits. The nearest <paramref name="MaxExpansions"/> terms of the index count, by
/// distance, then document frequency (descending), then term; each scores <paramref name="Weight"/> / (1 + distance).
/// A document scores by its nearest term. The exact term is at distance 0.
/// </summary>
public sealed record FuzzyClause(
    string Field, string Term, int MaxEdits, int PrefixLength = 0, int MaxExpansions = 50, bool IsPrefix = false, float Weight = 1) : Clause;

/// <summary>
/// The best of the alternatives plus <paramref name="Tie"/> times the others: Lucene's DisjunctionMaxQuery. One word over several
/// fields.
/// </summary>
public sealed record DisMaxClause(IReadOnlyList<Clause> Alternatives, float Tie = 0) : Clause;

/// <summary>
/// Lucene's BooleanQuery without coordination: all of <paramref name="Must"/>, none of <paramref name="MustNot"/>, at least
/// <paramref name="MinimumShould"/> of <paramref name="Should"/> (at least one where there is no Must); the scores of what
/// matches are added.
/// </summary>
public sealed record BooleanClause(
    IReadOnlyList<Clause> Must,
    IReadOnlyList<Clause> Should,
    IReadOnlyList<Clause> MustNot,
    int MinimumShould = 0) : Clause;

/// <summary>What <paramref name="Inner"/> matches, each scored <paramref name="Score"/>: Lucene's ConstantScoreQuery.</summary>
public sealed record ConstantClause(Clause Inner, float Score = 1) : Clause;

/// <summary>Every document, each scored <paramref name="Score"/>.</summary>
public sealed record AllClause(float Score = 1) : Clause;

/// <summary>
/// Documents whose indexed Int64 field (Lucene's Int64Field) has a value from <paramref name="Min"/> to <paramref name="Max"/>, both
/// included, each scored 1: Lucene's NumericRangeQuery. Documents without the field never match.
/// </summary>
public sealed record RangeClause(string Field, long Min, long Max) : Clause
{
    /// <summary>
    /// The precision step, in bits, that ranges are looked for with. Index the numbers with the same, or with one that divides it as Lucene's
    /// own 4 does, which makes twice the terms.
    /// </summary>
    public const int PrecisionStep = 8;
}
