using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search;

/// <summary>
/// The one search entry: everything that looks for documents goes through it. Two implementations give the same answers: stock
/// Lucene.Net queries (the oracle) and block-max scoring.
/// </summary>
public interface ISearchEngine
{
    /// <summary>The name that a switch or status shows: "stock" or "impacts".</summary>
    string Name { get; }

    /// <summary>Runs a plan over one snapshot.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; checked in every loop.</exception>
    SearchAnswer Search(IndexSearcher searcher, SearchPlan plan, CancellationToken cancellationToken);

    /// <summary>Reads what the first search of a snapshot would otherwise wait for, before the snapshot is published.</summary>
    /// <param name="searcher">The snapshot; what it shares with one before it is not read again.</param>
    /// <param name="keyField">The <see cref="SearchPlan.KeyField"/> of the searches to come.</param>
    /// <param name="boost">Their boost; null for none.</param>
    void Warm(IndexSearcher searcher, string keyField, DocumentBoost? boost);
}

/// <summary>What a plan found.</summary>
/// <param name="Hits">The hits in order.</param>
/// <param name="Total">Matching documents, over all branches that were evaluated.</param>
/// <param name="TotalIsExact">Whether <paramref name="Total"/> is exact, or a lower bound.</param>
/// <param name="Facets">The facets asked for, in the plan's order.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits, long Total, bool TotalIsExact, IReadOnlyList<FacetCounts> Facets);

/// <summary>Counts of a facet field's values.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">Values with their counts, most frequent first, ties by value.</param>
public sealed record FacetCounts(string Field, IReadOnlyList<KeyValuePair<string, long>> Values);
