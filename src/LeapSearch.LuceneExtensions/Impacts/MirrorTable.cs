using System.Buffers.Binary;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>The terms of a dictionary read from their last byte to the first, in the order that this gives them (<see cref="ImpactsFormat"/>).</summary>
/// <param name="terms">The dictionary.</param>
/// <param name="order">The numbers of its terms, in the order of the mirror.</param>
/// <param name="scratch">Room for one term.</param>
internal readonly ref struct MirrorTable(TermTable terms, ReadOnlySpan<int> order, byte[] scratch) : ISortedTerms
{
    private readonly TermTable terms = terms;
    private readonly ReadOnlySpan<int> order = order;
    private readonly byte[] scratch = scratch;

    /// <inheritdoc/>
    public int Count => order.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            var term = terms[order[place]];
            var mirrored = scratch.AsSpan(0, term.Length);
            term.CopyTo(mirrored);
            mirrored.Reverse();
            return mirrored;
        }
    }

    /// <summary>A term's number in the dictionary.</summary>
    public int Number(int place) => order[place];

    /// <summary>The numbers of terms in the order of the mirror.</summary>
    /// <param name="bytes">The terms, one after the other, sorted.</param>
    /// <param name="offsets">Where each begins, and where the last ends.</param>
    public static int[] Order(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> offsets)
    {
        // Most are told apart by eight bytes, which sort as numbers.
        var leads = new ulong[offsets.Length - 1];
        var order = new int[leads.Length];
        for (var i = 0; i < leads.Length; i++)
        {
            order[i] = i;
            leads[i] = Lead(Term(bytes, offsets, i));
        }

        Array.Sort(leads, order);
        for (int i = 0, end; i < leads.Length; i = end)
        {
            for (end = i + 1; end < leads.Length && leads[end] == leads[i];)
            {
                end++;
            }

            if (end - i > 1)
            {
                SortEqual(bytes, offsets, order.AsSpan(i, end - i));
            }
        }

        return order;
    }

    private static void SortEqual(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> offsets, Span<int> numbers)
    {
        var terms = new byte[numbers.Length][];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Term(bytes, offsets, numbers[i]).ToArray();
            Array.Reverse(terms[i]);
        }

        terms.AsSpan().Sort(numbers, static (a, b) => a.AsSpan().SequenceCompareTo(b));
    }

    /// <summary>The last eight bytes, the last of them highest.</summary>
    private static ulong Lead(ReadOnlySpan<byte> term)
    {
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        last.Clear();
        var taken = Math.Min(term.Length, sizeof(ulong));
        term[^taken..].CopyTo(last[^taken..]);
        return BinaryPrimitives.ReadUInt64LittleEndian(last);
    }

    private static ReadOnlySpan<byte> Term(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> offsets, int number)
        => bytes[(int)offsets[number]..(int)offsets[number + 1]];
}
