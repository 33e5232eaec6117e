using System.Runtime.InteropServices;
using LeapSearch.LuceneExtensions.SideCars;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Writes values one after the other, counting and summing up.</summary>
internal sealed class ImpactsSink(Action<byte[], int> write)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private uint crc = Crc32C.Start;

    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Position += bytes.Length;
        while (bytes.Length > 0)
        {
            if (used == buffer.Length)
            {
                Flush();
            }

            var count = Math.Min(bytes.Length, buffer.Length - used);
            bytes[..count].CopyTo(buffer.AsSpan(used));
            used += count;
            bytes = bytes[count..];
        }
    }

    public void Write<T>(T value)
        where T : unmanaged
        => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    public void WriteAll<T>(ReadOnlySpan<T> values)
        where T : unmanaged
        => Write(MemoryMarshal.AsBytes(values));

    public void Align(int to)
    {
        while (Position % to != 0)
        {
            Write((byte)0);
        }
    }

    /// <summary>The sum of all written so far.</summary>
    public uint Checksum()
    {
        Flush();
        return ~crc;
    }

    public void Flush()
    {
        crc = Crc32C.Add(crc, buffer.AsSpan(0, used));
        write(buffer, used);
        used = 0;
    }
}
