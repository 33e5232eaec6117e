using System.Runtime.CompilerServices;
using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>The dictionary of one field of a segment.</summary>
internal sealed class ImpactsField
{
    private readonly NativeBytes bytes;
    private readonly int maxDoc;
    private readonly long pairs;
    private readonly long leads;
    private readonly long starts;
    private readonly long entries;
    private readonly long slots;
    private readonly long mirror;
    private readonly long lows;
    private readonly long terms;
    private readonly int blocks;
    private readonly int length;

    /// <exception cref="ArgumentException">The parts of the dictionary are not within the bytes.</exception>
    public ImpactsField(NativeBytes bytes, string name, long dictionary, int maxDoc)
    {
        this.bytes = bytes;
        this.maxDoc = maxDoc;
        Name = name;
        Entry = bytes.Values<FieldEntry>(dictionary, 1)[0];
        blocks = TermTable.Blocks(Entry.Terms, Entry.BlockShift);
        pairs = dictionary + Unsafe.SizeOf<FieldEntry>();
        leads = pairs + (256 * sizeof(ushort));
        starts = leads + ((long)blocks * sizeof(ulong));
        entries = starts + ((long)blocks * sizeof(uint));
        slots = entries + ((long)Entry.Terms * sizeof(uint));
        mirror = slots + ((long)Entry.Slots * sizeof(int));
        lows = mirror + (HasMirror ? (long)Entry.Terms * sizeof(int) : 0);
        terms = lows + ((Entry.Terms + 1L) * sizeof(ushort));
        var last = bytes.Values<uint>(starts, blocks)[^1];
        length = (int)last + (ushort)(bytes.Values<ushort>(lows, Entry.Terms + 1)[^1] - last);
        _ = bytes.Values<byte>(terms, length);
        Dictionary = (dictionary, terms + length);
    }

    /// <summary>Where in the side-car the dictionary begins and ends; the postings stand before it.</summary>
    public (long Start, long End) Dictionary { get; }

    public string Name { get; }

    public FieldEntry Entry { get; }

    public int Terms => Entry.Terms;

    public bool HasNorms => (Entry.Flags & ImpactsFormat.HasNorms) != 0;

    public bool HasPositions => (Entry.Flags & ImpactsFormat.HasPositions) != 0;

    /// <summary>Whether the terms can be walked along by their endings.</summary>
    public bool HasMirror => (Entry.Flags & ImpactsFormat.HasMirror) != 0;

    /// <summary>Whether postings have codes; else each is of code 0.</summary>
    public bool HasCodes => (Entry.Flags & (ImpactsFormat.HasNorms | ImpactsFormat.HasFrequencies)) != 0;

    /// <summary>Frequency &lt;&lt; 8 | norm of each code.</summary>
    public ReadOnlySpan<ushort> Pairs => bytes.Values<ushort>(pairs, 256);

    /// <summary>A term's bytes, by its number in their order.</summary>
    public ReadOnlySpan<byte> Term(int number) => Table()[number];

    /// <summary>The documents of the segment that hold a term.</summary>
    public int DocFreq(int number) => Postings(number).Count;

    /// <summary>What the dictionary says of terms with consecutive numbers: a document, or where the postings are.</summary>
    public ReadOnlySpan<uint> Entries(int first, int count)
        => bytes.Values<uint>(entries + ((long)first * sizeof(uint)), count);

    /// <summary>A term's postings.</summary>
    public PostingsView Postings(int number)
        => PostingsView.Of(bytes, entries + ((long)number * sizeof(uint)), Entry.Postings, HasCodes, HasPositions, maxDoc);

    /// <summary>The number of a term, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        if (Entry.Slots == 0)
        {
            var number = Search(term);
            return number < Terms && Term(number).SequenceEqual(term) ? number : -1;
        }

        var table = bytes.Values<int>(slots, Entry.Slots);
        for (var slot = ImpactsFormat.Hash(term) & (uint)(table.Length - 1); table[(int)slot] != 0; slot = (slot + 1) & (uint)(table.Length - 1))
        {
            if (Term(table[(int)slot] - 1).SequenceEqual(term))
            {
                return table[(int)slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>The number of the first term not below the bytes, from a number on; <see cref="Terms"/> where there is none.</summary>
    public int LowerBound(ReadOnlySpan<byte> from, int first = 0) => first == 0 ? Search(from) : Table().LowerBound(from, first);

    /// <summary>The number after the last term that begins with the bytes, from the first such on.</summary>
    public int PrefixEnd(ReadOnlySpan<byte> prefix, int first) => Table().PrefixEnd(prefix, first);

    /// <summary>All terms.</summary>
    public TermTable Table()
        => new(bytes.Values<ushort>(lows, Entry.Terms + 1), bytes.Values<uint>(starts, blocks), Entry.BlockShift, bytes.Values<byte>(terms, length));

    /// <summary>All terms by their endings, of a field that <see cref="HasMirror"/>.</summary>
    /// <param name="scratch">Room for one term at a time; 64 KiB.</param>
    public MirrorTable Mirror(byte[] scratch) => new(Table(), bytes.Values<int>(mirror, Entry.Terms), scratch);

    /// <summary>The number of the first term not below the bytes: among the blocks' leads, which lie together, then among the terms of a block.</summary>
    private int Search(ReadOnlySpan<byte> from)
    {
        var all = bytes.Values<ulong>(leads, blocks);
        var lead = TermTable.Lead(from);

        // A block with a lower lead begins below the bytes, one with a higher lead above them; of those with the same nothing is known.
        var block = FirstFrom(all, lead, 0);
        var low = Math.Max(0, block - 1) << Entry.BlockShift;
        if (block < blocks && all[block] == lead)
        {
            block = lead == ulong.MaxValue ? blocks : FirstFrom(all, lead + 1, block);
        }

        var high = block < blocks ? Math.Min(Terms, block << Entry.BlockShift) : Terms;
        return Table().LowerBound(from, low, high);
    }

    private static int FirstFrom(ReadOnlySpan<ulong> sorted, ulong value, int low)
    {
        for (var high = sorted.Length; low < high;)
        {
            var middle = (low + high) >>> 1;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
