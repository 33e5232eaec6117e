using System.Buffers.Binary;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>The sorted terms of a dictionary (<see cref="ImpactsFormat"/>), for whoever walks along many of them.</summary>
/// <param name="lows">The low halves of where each term begins, and of where the last ends.</param>
/// <param name="starts">Where each block of terms begins.</param>
/// <param name="shift">Terms a block, as a power of two.</param>
/// <param name="bytes">The terms, one after the other.</param>
internal readonly ref struct TermTable(ReadOnlySpan<ushort> lows, ReadOnlySpan<uint> starts, int shift, ReadOnlySpan<byte> bytes)
{
    private const int HighestShift = 6;

    private readonly ReadOnlySpan<ushort> lows = lows;
    private readonly ReadOnlySpan<uint> starts = starts;
    private readonly int shift = shift;
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Count => lows.Length - 1;

    /// <summary>A term's bytes, by its number in their order.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var (start, low) = (starts[number >> shift], lows[number]);
            return bytes.Slice((int)start + (ushort)(low - start), (ushort)(lows[number + 1] - low));
        }
    }

    /// <summary>Blocks of so many terms.</summary>
    public static int Blocks(int terms, int shift) => (terms >> shift) + 1;

    /// <summary>The largest blocks whose terms all begin within 64 KiB of the first: a term has at most half of that.</summary>
    public static int BlockShift(ReadOnlySpan<uint> offsets)
    {
        for (var shift = HighestShift; ; shift--)
        {
            var fits = true;
            for (var first = 0; fits && first < offsets.Length; first += 1 << shift)
            {
                fits = offsets[Math.Min(offsets.Length, first + (1 << shift)) - 1] - offsets[first] <= ushort.MaxValue;
            }

            if (fits)
            {
                return shift;
            }
        }
    }

    /// <summary>The first eight bytes of a term as a number that orders as they do: a lower term never has a higher one.</summary>
    public static ulong Lead(ReadOnlySpan<byte> term)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        term[..Math.Min(term.Length, sizeof(ulong))].CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

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

        return LowerBound(from, low, Math.Min(Count, low + step - 1));
    }

    /// <summary>The number of the first term not below the bytes, of those from a number on and before another, which it is where there is none.</summary>
    public int LowerBound(ReadOnlySpan<byte> from, int low, int high)
    {
        while (low < high)
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
