namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>The sorted terms of a dictionary, for whoever walks along many of them.</summary>
internal readonly ref struct TermTable(ReadOnlySpan<uint> offsets, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<uint> offsets = offsets;
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Count => offsets.Length - 1;

    /// <summary>A term's bytes, by its number in their order.</summary>
    public ReadOnlySpan<byte> this[int number] => bytes[(int)offsets[number]..(int)offsets[number + 1]];

    /// <summary>
    /// The number of the first term not below the bytes, from a number on; <see cref="Count"/> where there is none. In steps that double:
    /// what is looked for is mostly near.
    /// </summary>
    public int LowerBound(ReadOnlySpan<byte> from, int first)
    {
        var (low, step) = (first, 1);
        while (low + step <= Count && this[low + step - 1].SequenceCompareTo(from) < 0)
        {
            low += step;
            step *= 2;
        }

        for (var high = Math.Min(Count, low + step - 1); low < high;)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = this[middle].SequenceCompareTo(from) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The number after the last term that begins with the bytes, from the first such on.</summary>
    public int PrefixEnd(ReadOnlySpan<byte> prefix, int first)
    {
        var (low, step) = (first, 1);
        while (low + step <= Count && this[low + step - 1].StartsWith(prefix))
        {
            low += step;
            step *= 2;
        }

        for (var high = Math.Min(Count, low + step - 1); low < high;)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = this[middle].StartsWith(prefix) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
