using LeapSearch.Analysis;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>A piece of a query.</summary>
/// <param name="Typed">Its words as they were typed.</param>
/// <param name="Others">What they stand for by the editors' synonyms; empty for nothing.</param>
internal sealed record SynonymPlace(IReadOnlyList<QueryWord> Typed, IReadOnlyList<SynonymPhrase> Others)
{
    /// <summary>What was typed, with one blank between words.</summary>
    public string Text => string.Join(' ', Typed.Select(w => w.Original));
}
