using Lucene.Net.Util;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>What a request's filter lets through.</summary>
/// <param name="Sets">Items by leaf.</param>
internal sealed record AllowedFilms(IReadOnlyList<FixedBitSet> Sets)
{
    public bool Has(int leaf, int item) => Sets[leaf].Get(item);
}
