namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// How many films have which popularity, in bins of 1/64 of a power of two. Popularity comes on any scale; what compares across sites is a
/// film's place among all, which bins of every part add up to.
/// </summary>
internal sealed class PopularityHistogram
{
    /// <summary>Bins: 8 bits of a positive float's exponent, 6 of its fraction.</summary>
    public const int Bins = 1 << 14;

    private readonly (int Bin, int Count)[] counts;

    public PopularityHistogram(ReadOnlySpan<GraphItem> items)
    {
        var all = new SortedDictionary<int, int>();
        foreach (var item in items)
        {
            if (item.IsFilm)
            {
                var bin = Bin(item.Popularity);
                all[bin] = all.GetValueOrDefault(bin) + 1;
            }
        }

        counts = [.. all.Select(b => (b.Key, b.Value))];
    }

    /// <summary>The bin of a popularity; 0 for none.</summary>
    public static int Bin(float popularity) => popularity > 0 ? (int)(BitConverter.SingleToUInt32Bits(popularity) >> 17) : 0;

    public void AddTo(int[] bins)
    {
        foreach (var (bin, count) in counts)
        {
            bins[bin] += count;
        }
    }
}
