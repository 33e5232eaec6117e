using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries;

/// <summary>What beside the text ranks documents within a tier.</summary>
internal static class Ranking
{
    /// <summary>
    /// Popularity from 0 to 1 counts at most as much as a rare word in a good place would by half: it parts equals and near equals,
    /// and does not lift a famous film over a better match.
    /// </summary>
    public static readonly DocumentBoost Popularity = new(IndexFields.Popularity, 2);
}
