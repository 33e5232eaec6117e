using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Lucene.Net.Store;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// Reads a mapped file, or a part of it. Clones and slices are plain objects that nothing tracks and nothing locks; each keeps the
/// mapping alive by itself, and disposing any of them does nothing.
/// </summary>
internal sealed unsafe class MappedInput : IndexInput
{
    private readonly MappedFile file;
    private readonly long offset;
    private readonly byte* start;
    private readonly byte* end;
    private byte* next;

    public MappedInput(string description, MappedFile file, long offset, long length)
        : base(description)
    {
        this.file = file;
        this.offset = offset;
        start = next = file.Address(offset, length);
        end = start + length;
    }

    public override long Position => next - start;

    public override long Length => end - start;

    /// <summary>The mapping that this input reads, and where in it this input begins.</summary>
    public (MappedFile File, long Offset) Mapping => (file, offset);

    public MappedInput Slice(string description, long from, long length)
    {
        if (from < 0 || length < 0 || from > Length - length)
        {
            throw new EndOfStreamException($"A slice of {length} bytes at {from} is beyond the end of {this}.");
        }

        return new MappedInput(description, file, offset + from, length);
    }

    public override byte ReadByte()
    {
        if (next >= end)
        {
            ThrowEnd();
        }

        var value = *next++;
        GC.KeepAlive(file);
        return value;
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        Need(len);
        new ReadOnlySpan<byte>(next, len).CopyTo(b.AsSpan(offset, len));
        next += len;
        GC.KeepAlive(file);
    }

    /// <summary>The next bytes where they lie; valid while this input is alive.</summary>
    /// <exception cref="EndOfStreamException">There are not so many.</exception>
    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        Need(length);
        next += length;
        return new ReadOnlySpan<byte>(next - length, length);
    }

    public override short ReadInt16()
    {
        Need(sizeof(short));
        var value = BinaryPrimitives.ReadInt16BigEndian(new ReadOnlySpan<byte>(next, sizeof(short)));
        next += sizeof(short);
        GC.KeepAlive(file);
        return value;
    }

    public override int ReadInt32()
    {
        Need(sizeof(int));
        var value = BinaryPrimitives.ReadInt32BigEndian(new ReadOnlySpan<byte>(next, sizeof(int)));
        next += sizeof(int);
        GC.KeepAlive(file);
        return value;
    }

    public override long ReadInt64()
    {
        Need(sizeof(long));
        var value = BinaryPrimitives.ReadInt64BigEndian(new ReadOnlySpan<byte>(next, sizeof(long)));
        next += sizeof(long);
        GC.KeepAlive(file);
        return value;
    }

    public override int ReadVInt32()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            int b = ReadByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }

            if (shift == 28)
            {
                throw new IOException($"Invalid vInt in {this}: too many bits.");
            }
        }
    }

    public override long ReadVInt64()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            long b = ReadByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }

            if (shift == 63)
            {
                throw new IOException($"Invalid vLong in {this}: too many bits.");
            }
        }
    }

    public override void Seek(long pos)
    {
        if (pos < 0 || pos > Length)
        {
            ThrowEnd();
        }

        next = start + pos;
    }

    public override object Clone() => new MappedInput(ToString(), file, offset, Length) { next = next };

    protected override void Dispose(bool disposing)
    {
        // Searches may still read through clones: the collector unmaps when the last is gone.
    }

    private void Need(int bytes)
    {
        if (bytes < 0 || end - next < bytes)
        {
            ThrowEnd();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowEnd() => throw new EndOfStreamException($"Read past the end of {this} ({Length} bytes).");
}
