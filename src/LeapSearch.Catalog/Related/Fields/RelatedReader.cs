using System.Buffers.Binary;

namespace LeapSearch.Catalog.Related.Fields;

/// <summary>Reads the pieces of <see cref="RelatedFormat"/>.</summary>
internal ref struct RelatedReader(ReadOnlySpan<byte> value)
{
    private ReadOnlySpan<byte> rest = value;

    /// <summary>Bytes that were not read yet.</summary>
    public readonly int Left => rest.Length;

    public byte Byte()
    {
        var read = rest[0];
        rest = rest[1..];
        return read;
    }

    public int Varint()
    {
        uint read = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            read |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)read;
            }
        }
    }

    public float Float()
    {
        var read = BinaryPrimitives.ReadSingleLittleEndian(rest);
        rest = rest[4..];
        return read;
    }

    public long Long()
    {
        var read = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[8..];
        return read;
    }

    public ReadOnlySpan<byte> Text()
    {
        var length = Varint();
        var read = rest[..length];
        rest = rest[length..];
        return read;
    }
}
