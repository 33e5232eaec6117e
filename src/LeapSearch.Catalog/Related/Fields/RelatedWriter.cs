using System.Buffers.Binary;
using System.Text;

namespace LeapSearch.Catalog.Related.Fields;

/// <summary>Writes the pieces of <see cref="RelatedFormat"/>.</summary>
internal sealed class RelatedWriter
{
    private byte[] buffer = new byte[1024];

    public int Length { get; private set; }

    public byte[] ToArray() => buffer[..Length];

    public void Byte(int value)
    {
        Reserve(1);
        buffer[Length++] = (byte)value;
    }

    public void Varint(int value)
    {
        Reserve(5);
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            buffer[Length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        buffer[Length++] = (byte)rest;
    }

    public void Float(float value)
    {
        Reserve(4);
        BinaryPrimitives.WriteSingleLittleEndian(buffer.AsSpan(Length), value);
        Length += 4;
    }

    public void Long(long value)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(Length), value);
        Length += 8;
    }

    /// <summary>A text, cut at a character's end where it is longer than <paramref name="most"/> bytes.</summary>
    public void Text(string text, int most = RelatedFormat.MaxTextBytes)
    {
        Reserve(most + 5);
        Span<byte> bytes = stackalloc byte[most];
        Encoding.UTF8.GetEncoder().Convert(text, bytes, flush: true, out _, out var used, out _);
        Varint(used);
        bytes[..used].CopyTo(buffer.AsSpan(Length));
        Length += used;
    }

    public void Ties(IReadOnlyCollection<string> ties)
    {
        Varint(ties.Count);
        foreach (var tie in ties)
        {
            Text(tie);
        }
    }

    private void Reserve(int bytes)
    {
        if (Length + bytes > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + bytes));
        }
    }
}
