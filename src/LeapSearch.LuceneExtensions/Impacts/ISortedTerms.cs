namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Terms in ascending order of their bytes.</summary>
internal interface ISortedTerms
{
    int Count { get; }

    /// <summary>A term's bytes, by its number in their order; valid until the next is asked for.</summary>
    ReadOnlySpan<byte> this[int number] { get; }
}

/// <summary>What is looked for in sorted terms.</summary>
internal static class SortedTerms
{
    /// <summary>
    /// The number of the first term not below the bytes, from a number on; their count where there is none. In steps that double: what is looked for is
    /// mostly near.
    /// </summary>
    public static int LowerBound<T>(this T terms, ReadOnlySpan<byte> from, int first)
        where T : ISortedTerms, allows ref struct
    {
        var (low, step) = (first, 1);
        while (low + step <= terms.Count && terms[low + step - 1].SequenceCompareTo(from) < 0)
        {
            low += step;
            step *= 2;
        }

        return terms.LowerBound(from, low, Math.Min(terms.Count, low + step - 1));
    }

    /// <summary>The number of the first term not below the bytes, of those from a number on and before another, which it is where there is none.</summary>
    public static int LowerBound<T>(this T terms, ReadOnlySpan<byte> from, int low, int high)
        where T : ISortedTerms, allows ref struct
    {
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = terms[middle].SequenceCompareTo(from) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The number after the last term that begins with the bytes, from the first such on.</summary>
    public static int PrefixEnd<T>(this T terms, ReadOnlySpan<byte> prefix, int first)
        where T : ISortedTerms, allows ref struct
    {
        var (low, step) = (first, 1);
        while (low + step <= terms.Count && terms[low + step - 1].StartsWith(prefix))
        {
            low += step;
            step *= 2;
        }

        for (var high = Math.Min(terms.Count, low + step - 1); low < high;)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = terms[middle].StartsWith(prefix) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
