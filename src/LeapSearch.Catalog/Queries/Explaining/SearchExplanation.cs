using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>Where one document stands in the answer to a search, and why.</summary>
/// <param name="Query">How the query was understood.</param>
/// <param name="Document">The document.</param>
/// <param name="Rank">Its place among all answers, from 1; null where it is not found.</param>
/// <param name="Total">How many documents were found.</param>
/// <param name="TotalIsExact">Whether that is all, or at least so many.</param>
/// <param name="Tier">The tier that it stands in; null where it is not found.</param>
/// <param name="Score">Its score as the search answers it; null where it is not found.</param>
/// <param name="Parts">What the score is the sum of; empty where it is not found.</param>
/// <param name="Hidden">Why the document is not to be found at all by this search (its type, the filter, not yet published); empty where it is.</param>
/// <param name="Ways">Every way in which a document may match the query, best first, and what this one lacks for it.</param>
public sealed record SearchExplanation(
    UnderstoodQuery Query,
    Document Document,
    long? Rank,
    long Total,
    bool TotalIsExact,
    ExplainedTier? Tier,
    double? Score,
    IReadOnlyList<ScorePart> Parts,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<ExplainedWay> Ways);

/// <summary>What a search made of what was typed.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Words">Its words as they are looked for, in the round that answered.</param>
/// <param name="Phrases">Quoted words, which must stand together.</param>
/// <param name="Excluded">Words that must not be there.</param>
/// <param name="Years">Words that may be a film's year.</param>
/// <param name="Names">The keys of names in other spellings and scripts that it is read as.</param>
/// <param name="Titles">The keys of titles in other spellings and scripts that it is read as.</param>
/// <param name="Steps">What was read as a property or id, or left out.</param>
/// <param name="Round">The round of the ladder that answered.</param>
public sealed record UnderstoodQuery(
    string Text,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> Excluded,
    IReadOnlyList<string> Years,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Titles,
    IReadOnlyList<QueryStep> Steps,
    SearchRound Round);

/// <summary>A tier of answers; a better tier stands first whatever the scores.</summary>
/// <param name="Number">Its number, 0 for the best.</param>
/// <param name="Name">What a document of it has in common with the query, in words.</param>
public sealed record ExplainedTier(int Number, string Name);

/// <summary>A part of a score, in words; what it adds is the sum of what its own parts add.</summary>
/// <param name="What">What matched.</param>
/// <param name="Adds">What it adds to the score of the part above it.</param>
/// <param name="Score">What it scores by itself; more than <paramref name="Adds"/> where only a share of it counts, beside a better alternative.</param>
/// <param name="Why">How a part without parts comes by its score.</param>
/// <param name="Figures">The figures of that, for a term or phrase.</param>
/// <param name="Parts">What it is the sum of. They add up to <paramref name="Score"/>.</param>
public sealed record ScorePart(string What, double Adds, double Score, string Why, TermFigures? Figures, IReadOnlyList<ScorePart> Parts);

/// <summary>What a term's score is made of: <c>Weight · Idf · Saturation</c> (BM25, as <c>LeapSimilarity</c> has it).</summary>
/// <param name="Weight">The weight of the field.</param>
/// <param name="Idf">How rare the term is in the field; of a phrase, the sum over its terms.</param>
/// <param name="Saturation">What frequency and length make of it, from 0 to 2.2.</param>
/// <param name="Frequency">How often it stands in the field.</param>
/// <param name="Length">The field's length in words; null where length does not count.</param>
/// <param name="AverageLength">The mean length of the field.</param>
/// <param name="Documents">Documents that hold each term there.</param>
/// <param name="OfDocuments">Documents that have the field.</param>
public sealed record TermFigures(
    double Weight,
    double Idf,
    double Saturation,
    double Frequency,
    int? Length,
    double AverageLength,
    IReadOnlyList<long> Documents,
    long OfDocuments);

/// <summary>A way in which documents may match a query.</summary>
/// <param name="Tier">The tier that it leads to.</param>
/// <param name="Matches">Whether the document matches in this way.</param>
/// <param name="NotTried">Why the way was not tried; empty where it was.</param>
/// <param name="Lacks">What the document lacks for it, in words; empty where it matches.</param>
public sealed record ExplainedWay(ExplainedTier Tier, bool Matches, string NotTried, IReadOnlyList<string> Lacks);
