using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>Writes the sections of one segment's <see cref="SideCar"/>, in the order in which they are read.</summary>
public sealed class SideCarWriter
{
    private readonly IndexOutput output;
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly List<(long Length, uint Crc)> sections = [];
    private uint crc = Crc32C.Start;

    internal SideCarWriter(IndexOutput output, int version, int maxDoc, long values)
    {
        this.output = output;
        Span<byte> header = stackalloc byte[SideCarFormat.HeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, SideCarFormat.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], maxDoc);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], values);
        WriteSummed(header);
    }

    /// <summary>Writes a section.</summary>
    /// <param name="values">Its values.</param>
    /// <typeparam name="T">A type without padding, or the same values would not always be the same bytes.</typeparam>
    public void Section<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        // In pieces: as bytes, a section may be longer than a span.
        var sum = Crc32C.Start;
        var piece = buffer.Length / Unsafe.SizeOf<T>();
        for (var at = 0; at < values.Length; at += piece)
        {
            var bytes = MemoryMarshal.AsBytes(values.Slice(at, Math.Min(piece, values.Length - at)));
            sum = Crc32C.Add(sum, bytes);
            Write(bytes);
        }

        sections.Add((values.Length * (long)Unsafe.SizeOf<T>(), ~sum));
    }

    internal void Finish()
    {
        Span<byte> entry = stackalloc byte[SideCarFormat.EntryLength];
        foreach (var (length, sum) in sections)
        {
            entry.Clear();
            BinaryPrimitives.WriteInt64LittleEndian(entry, length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], sum);
            WriteSummed(entry);
        }

        BinaryPrimitives.WriteInt32LittleEndian(entry, sections.Count);
        WriteSummed(entry[..sizeof(int)]);
        BinaryPrimitives.WriteUInt32LittleEndian(entry, ~crc);
        Write(entry[..sizeof(uint)]);
    }

    private void WriteSummed(ReadOnlySpan<byte> bytes)
    {
        crc = Crc32C.Add(crc, bytes);
        Write(bytes);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer);
        output.WriteBytes(buffer, 0, bytes.Length);
    }
}
