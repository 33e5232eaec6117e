namespace LeapSearch.Catalog.Related.Graph;

/// <summary>
/// How many films have which popularity, in bins of 1/64 of a power of two. Popularity comes on any scale; what compares across sites is a
/// film's place among all, which bins of every part add up to.
/// </summary>
internal sealed class PopularityHistogram
{
    /// <summary>Bins: 8 bits of a positive float's exponent, 6 of its fraction.</summary>
    public const int Bins = 1 << 14;

    private readonly int[] counts;

    /// <param name="counts">As <see cref="Counts"/> gives them.</param>
    public PopularityHistogram(int[] counts)
    {
        this.counts = counts;
        Films = counts.Where((_, i) => i % 2 == 1).Sum();
    }

    public PopularityHistogram(ReadOnlySpan<GraphItem> items)
        : this(Count(items))
    {
    }

    /// <summary>Bins that have films, ascending, each followed by how many.</summary>
    public int[] Counts => counts;

    /// <summary>Films in all.</summary>
    public int Films { get; }

    /// <summary>The bin of a popularity; 0 for none.</summary>
    public static int Bin(float popularity) => popularity > 0 ? (int)(BitConverter.SingleToUInt32Bits(popularity) >> 17) : 0;

    public void AddTo(int[] bins)
    {
        for (var i = 0; i < counts.Length; i += 2)
        {
            bins[counts[i]] += counts[i + 1];
        }
    }

    private static int[] Count(ReadOnlySpan<GraphItem> items)
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

        return [.. all.SelectMany(b => new[] { b.Key, b.Value })];
    }
}
