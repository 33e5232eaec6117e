using LeapSearch.Analysis;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>A query as its words stand, before any reading of them.</summary>
/// <param name="Text">What was typed, trimmed.</param>
/// <param name="Words">The words outside quotes, in order.</param>
/// <param name="Phrases">Quoted words, which must stand together.</param>
/// <param name="Excluded">Words after a minus, and quoted words after one.</param>
internal sealed record ParsedQuery(
    string Text, IReadOnlyList<QueryWord> Words, IReadOnlyList<IReadOnlyList<QueryWord>> Phrases, IReadOnlyList<IReadOnlyList<QueryWord>> Excluded)
{
    /// <summary>Whether nothing is asked for: browsing.</summary>
    public bool IsEmpty => Words.Count == 0 && Phrases.Count == 0 && Excluded.Count == 0;

    /// <summary>Whether it is plain words: no quotes, no minus.</summary>
    public bool IsPlain => Phrases.Count == 0 && Excluded.Count == 0;
}
