using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>What the editors' files make of a query, beside the words as they stand.</summary>
/// <param name="Telling">The query without stop words; null where it has none, or where it is a title as it stands.</param>
/// <param name="Left">The stop words, to be told.</param>
/// <param name="Synonyms">What its words stand for; null for nothing.</param>
internal sealed record EditedQuery(ParsedQuery? Telling, IReadOnlyList<QueryStep> Left, SynonymReading? Synonyms)
{
    /// <summary>Nothing.</summary>
    public static EditedQuery None { get; } = new(null, [], null);

    /// <summary>Whether the query stands as it is.</summary>
    public bool IsNone => Telling is null && Synonyms is null;

    /// <summary>What was made of it, to be told.</summary>
    public IEnumerable<QueryStep> Steps
        => [.. Left, .. Synonyms?.Steps() ?? []];
}
