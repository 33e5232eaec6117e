using Lucene.Net.Util;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>What a request's filter lets through.</summary>
/// <param name="Sets">Items by leaf.</param>
internal sealed record AllowedFilms(IReadOnlyList<FixedBitSet> Sets)
{
    /// <summary>How many films that is.</summary>
    public int Count { get; } = Sets.Sum(s => s.Cardinality);

    public bool Has(int leaf, int item) => Sets[leaf].Get(item);
}
