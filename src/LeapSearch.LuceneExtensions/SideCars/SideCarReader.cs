using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>Reads the sections of one segment's <see cref="SideCar"/>. Safe for many threads.</summary>
public sealed class SideCarReader
{
    /// <summary>Bytes copied before they are summed up: they are in the first cache still.</summary>
    private const int Step = 1 << 14;

    private readonly NativeBytes bytes;
    private readonly string name;
    private readonly (long Start, long Length, uint Crc)[] sections;

    private SideCarReader(NativeBytes bytes, string name, (long Start, long Length, uint Crc)[] sections)
        => (this.bytes, this.name, this.sections) = (bytes, name, sections);

    /// <summary>How many sections there are.</summary>
    public int Sections => sections.Length;

    /// <summary>Bytes of the whole file.</summary>
    public long Length => bytes.Length;

    /// <summary>How many values a section has.</summary>
    /// <param name="section">Its number, from 0.</param>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <exception cref="InvalidDataException">There is no such section, it is not made of such values, or has more than an array can hold.</exception>
    public int Count<T>(int section)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        return section < sections.Length && sections[section].Length % size == 0 && sections[section].Length / size <= Array.MaxLength
            ? (int)(sections[section].Length / size)
            : throw Damaged($"section {section} is not made of {typeof(T).Name}");
    }

    /// <summary>Copies a section.</summary>
    /// <param name="section">Its number, from 0.</param>
    /// <param name="into">As long as <see cref="Count{T}"/> says.</param>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <exception cref="InvalidDataException">It is damaged: its sum is another.</exception>
    public void Read<T>(int section, Span<T> into)
        where T : unmanaged
    {
        var (start, length, expected) = sections[section];
        var crc = Crc32C.Start;
        var piece = Step / Unsafe.SizeOf<T>();
        for (var at = 0; at < into.Length; at += piece)
        {
            var to = MemoryMarshal.AsBytes(into.Slice(at, Math.Min(piece, into.Length - at)));
            bytes.Values<byte>(start, to.Length).CopyTo(to);
            crc = Crc32C.Add(crc, to);
            start += to.Length;
            length -= to.Length;
        }

        GC.KeepAlive(bytes);
        if (length != 0 || ~crc != expected)
        {
            throw Damaged($"the checksum of section {section} is another");
        }
    }

    /// <summary>Whether a file begins as side-cars do.</summary>
    /// <param name="input">The whole file; it is read on.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static bool IsSideCar(IndexInput input)
        => input.Length >= sizeof(ulong) && BinaryPrimitives.ReverseEndianness((ulong)input.ReadInt64()) == SideCarFormat.Magic;

    internal static SideCarReader Open(NativeBytes bytes, string name)
    {
        const int Ends = SideCarFormat.HeaderLength + SideCarFormat.FooterLength;
        if (bytes.Length < Ends || BinaryPrimitives.ReadUInt64LittleEndian(bytes.Values<byte>(0, sizeof(ulong))) != SideCarFormat.Magic)
        {
            throw new InvalidDataException($"{name} of {bytes.Length} bytes is no side-car, or not a whole one.");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.Values<byte>(bytes.Length - SideCarFormat.FooterLength, sizeof(int)));
        if (count < 0 || count > (bytes.Length - Ends) / SideCarFormat.EntryLength)
        {
            throw new InvalidDataException($"{name} is damaged or cut off: it cannot have {count} sections.");
        }

        var tableLength = count * SideCarFormat.EntryLength;
        var table = bytes.Values<byte>(bytes.Length - SideCarFormat.FooterLength - tableLength, tableLength + SideCarFormat.FooterLength);
        var crc = Crc32C.Add(Crc32C.Start, bytes.Values<byte>(0, SideCarFormat.HeaderLength));
        if (~Crc32C.Add(crc, table[..^sizeof(uint)]) != BinaryPrimitives.ReadUInt32LittleEndian(table[^sizeof(uint)..]))
        {
            throw new InvalidDataException($"{name} is damaged: the checksum of its table is another.");
        }

        var sections = new (long Start, long Length, uint Crc)[count];
        long at = SideCarFormat.HeaderLength;
        for (var i = 0; i < count; i++)
        {
            var entry = table.Slice(i * SideCarFormat.EntryLength, SideCarFormat.EntryLength);
            sections[i] = (at, BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]));
            if (sections[i].Length < 0 || sections[i].Length > bytes.Length - at)
            {
                throw new InvalidDataException($"{name} is not as its format says: section {i} has {sections[i].Length} bytes.");
            }

            at += sections[i].Length;
        }

        GC.KeepAlive(bytes);
        return at + tableLength + SideCarFormat.FooterLength == bytes.Length
            ? new SideCarReader(bytes, name, sections)
            : throw new InvalidDataException($"{name} is not as its format says: its sections do not fill it.");
    }

    /// <exception cref="InvalidDataException">It is of another version, or not of this segment.</exception>
    internal void CheckBelongsTo(int version, int maxDoc, long values)
    {
        var header = bytes.Values<byte>(0, SideCarFormat.HeaderLength);
        var (itsVersion, itsMaxDoc, itsValues) = (
            BinaryPrimitives.ReadInt32LittleEndian(header[8..]), BinaryPrimitives.ReadInt32LittleEndian(header[12..]), BinaryPrimitives.ReadInt64LittleEndian(header[16..]));
        GC.KeepAlive(bytes);
        if (itsVersion != version)
        {
            throw new InvalidDataException($"{name} is of version {itsVersion}, not {version}.");
        }

        if (itsMaxDoc != maxDoc || itsValues != values)
        {
            throw new InvalidDataException($"{name} was made for another segment.");
        }
    }

    /// <summary>Reads every section once and sums it up.</summary>
    /// <exception cref="InvalidDataException">One is damaged.</exception>
    internal void CheckIntegrity()
    {
        for (var section = 0; section < sections.Length; section++)
        {
            var (start, length, expected) = sections[section];
            if (Crc32C.Of(bytes, start, length) != expected)
            {
                throw Damaged($"the checksum of section {section} is another");
            }
        }

        GC.KeepAlive(bytes);
    }

    private InvalidDataException Damaged(string what) => new($"{name} is damaged: {what}.");
}
