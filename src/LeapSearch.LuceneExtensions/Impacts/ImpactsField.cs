using System.Runtime.CompilerServices;
using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>The dictionary of one field of a segment.</summary>
internal sealed class ImpactsField
{
    private readonly NativeBytes bytes;
    private readonly int maxDoc;
    private readonly long pairs;
    private readonly long entries;
    private readonly long offsets;
    private readonly long slots;
    private readonly long terms;

    /// <exception cref="ArgumentException">The parts of the dictionary are not within the bytes.</exception>
    public ImpactsField(NativeBytes bytes, string name, long dictionary, int maxDoc)
    {
        this.bytes = bytes;
        this.maxDoc = maxDoc;
        Name = name;
        Entry = bytes.Values<FieldEntry>(dictionary, 1)[0];
        pairs = dictionary + Unsafe.SizeOf<FieldEntry>();
        entries = pairs + (256 * sizeof(ushort));
        offsets = entries + ((long)Entry.Terms * Unsafe.SizeOf<TermEntry>());
        slots = offsets + ((Entry.Terms + 1L) * sizeof(uint));
        terms = slots + ((long)Entry.Slots * sizeof(int));
        _ = bytes.Values<byte>(terms, (int)Offsets[Entry.Terms]);
    }

    public string Name { get; }

    public FieldEntry Entry { get; }

    public int Terms => Entry.Terms;

    public bool HasNorms => (Entry.Flags & ImpactsFormat.HasNorms) != 0;

    public bool HasPositions => (Entry.Flags & ImpactsFormat.HasPositions) != 0;

    /// <summary>Whether postings have codes; else each is of code 0.</summary>
    public bool HasCodes => (Entry.Flags & (ImpactsFormat.HasNorms | ImpactsFormat.HasFrequencies)) != 0;

    /// <summary>Frequency &lt;&lt; 8 | norm of each code.</summary>
    public ReadOnlySpan<ushort> Pairs => bytes.Values<ushort>(pairs, 256);

    private ReadOnlySpan<uint> Offsets => bytes.Values<uint>(offsets, Entry.Terms + 1);

    /// <summary>A term's bytes, by its number in their order.</summary>
    public ReadOnlySpan<byte> Term(int number)
    {
        var bounds = bytes.Values<uint>(offsets + ((long)number * sizeof(uint)), 2);
        return bytes.Values<byte>(terms + bounds[0], (int)(bounds[1] - bounds[0]));
    }

    /// <summary>The documents of the segment that hold a term.</summary>
    public int DocFreq(int number) => Entries(number, 1)[0].DocFreq;

    /// <summary>What the dictionary says of terms with consecutive numbers.</summary>
    public ReadOnlySpan<TermEntry> Entries(int first, int count)
        => bytes.Values<TermEntry>(entries + ((long)first * Unsafe.SizeOf<TermEntry>()), count);

    /// <summary>A term's postings.</summary>
    public PostingsView Postings(int number)
        => PostingsView.Of(bytes, entries + ((long)number * Unsafe.SizeOf<TermEntry>()), HasCodes, HasPositions, maxDoc);

    /// <summary>The number of a term, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
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
    public int LowerBound(ReadOnlySpan<byte> from, int first = 0) => Table().LowerBound(from, first);

    /// <summary>The number after the last term that begins with the bytes, from the first such on.</summary>
    public int PrefixEnd(ReadOnlySpan<byte> prefix, int first) => Table().PrefixEnd(prefix, first);

    /// <summary>All terms.</summary>
    public TermTable Table()
    {
        var all = Offsets;
        return new TermTable(all, bytes.Values<byte>(terms, (int)all[^1]));
    }
}
