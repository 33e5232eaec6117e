using System.Buffers.Binary;
using System.IO.Hashing;
using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>
/// Compares the checksum at the end of a Lucene file, as Lucene.Net's <see cref="CodecUtil.ChecksumEntireFile"/> does, at as much as memory gives:
/// Lucene.Net's CRC-32 goes byte by byte through a table, this one many bytes at a time by carry-less multiplication.
/// </summary>
/// <remarks>
/// <code>Footer = magic i32, algorithm i32 (0), CRC-32 i64 of all bytes before these eight; big-endian</code>
/// </remarks>
internal static class FileFooter
{
    private const int Piece = 1 << 16;

    /// <summary>Reads a file once, and leaves the input where it was.</summary>
    /// <param name="name">The file's name, for who reads the error.</param>
    /// <param name="input">The whole file.</param>
    /// <exception cref="CorruptIndexException">The file is damaged, cut off, or of a Lucene before 4.8, which wrote no checksums.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Check(string name, IndexInput input)
    {
        using var file = (IndexInput)input.Clone();
        var summed = file.Length - CodecUtil.FooterLength();
        if (summed < 0)
        {
            throw Damaged($"{file.Length} bytes are too few for a checksum");
        }

        file.Seek(0);
        var crc = new Crc32();
        var buffer = file is MappedInput ? [] : new byte[Piece];
        while (file.Position < summed)
        {
            crc.Append(Next(file, (int)Math.Min(Piece, summed - file.Position), buffer));
        }

        var footer = Next(file, CodecUtil.FooterLength(), buffer);
        if (BinaryPrimitives.ReadInt32BigEndian(footer) != CodecUtil.FOOTER_MAGIC || BinaryPrimitives.ReadInt32BigEndian(footer[4..]) != 0)
        {
            throw Damaged("it does not end in a checksum");
        }

        crc.Append(footer[..sizeof(long)]);
        var sum = crc.GetCurrentHashAsUInt32();
        var expected = BinaryPrimitives.ReadInt64BigEndian(footer[8..]);
        if (sum != expected)
        {
            throw Damaged($"its checksum is {sum:x}, and {expected:x} is written at its end");
        }

        CorruptIndexException Damaged(string what) => new($"The index file '{name}' is damaged ({input}): {what}.");
    }

    private static ReadOnlySpan<byte> Next(IndexInput file, int count, byte[] buffer)
    {
        if (file is MappedInput mapped)
        {
            return mapped.ReadSpan(count);
        }

        file.ReadBytes(buffer, 0, count);
        return buffer.AsSpan(0, count);
    }
}
