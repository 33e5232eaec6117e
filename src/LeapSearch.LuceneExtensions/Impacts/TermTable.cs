using System.Buffers.Binary;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>The sorted terms of a dictionary (<see cref="ImpactsFormat"/>), for whoever walks along many of them.</summary>
/// <param name="lows">The low halves of where each term begins, and of where the last ends.</param>
/// <param name="starts">Where each block of terms begins.</param>
/// <param name="shift">Terms a block, as a power of two.</param>
/// <param name="bytes">The terms, one after the other.</param>
internal readonly ref struct TermTable(ReadOnlySpan<ushort> lows, ReadOnlySpan<uint> starts, int shift, ReadOnlySpan<byte> bytes) : ISortedTerms
{
    private const int HighestShift = 6;

    private readonly ReadOnlySpan<ushort> lows = lows;
    private readonly ReadOnlySpan<uint> starts = starts;
    private readonly int shift = shift;
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <inheritdoc/>
    public int Count => lows.Length - 1;

    /// <inheritdoc/>
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
}
