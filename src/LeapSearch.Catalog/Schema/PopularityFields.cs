namespace LeapSearch.Catalog.Schema;

/// <summary>Popularity, to filter, to order by, and as the boost of ranking.</summary>
internal static class PopularityFields
{
    public static void Add(double popularity, LuceneFields fields)
    {
        // Bits of a double that is never negative order as the double does.
        var bits = BitConverter.DoubleToInt64Bits(Math.Max(popularity, 0) + 0.0);
        if (popularity > 0)
        {
            fields.Filter(FilterFields.Popularity, bits);
        }

        fields.Sort(IndexFields.SortPopularity, bits);
        fields.Sort(IndexFields.Popularity, BitConverter.SingleToInt32Bits(PopularityScale.Normalize(popularity)));
    }
}
