using System.Runtime.InteropServices;
using System.Text;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.SideCars;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>A segment's side-car (<see cref="ImpactsFormat"/>), open for reading. Safe for many threads.</summary>
internal sealed class ImpactsReader
{
    private readonly NativeBytes bytes;
    private readonly Dictionary<string, ImpactsField> fields;

    private ImpactsReader(NativeBytes bytes, int maxDoc, Dictionary<string, ImpactsField> fields)
    {
        this.bytes = bytes;
        this.fields = fields;
        MaxDoc = maxDoc;
    }

    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int MaxDoc { get; }

    public long Length => bytes.Length;

    public IEnumerable<ImpactsField> Fields => fields.Values;

    public ImpactsField? Field(string name) => fields.GetValueOrDefault(name);

    /// <summary>Opens what was written; every byte of it is read once and summed up.</summary>
    /// <exception cref="InvalidDataException">It is damaged, cut off, of another version, or no side-car.</exception>
    public static ImpactsReader Open(NativeBytes bytes)
    {
        CheckIntegrity(bytes);
        if (One<int>(bytes, 8) != ImpactsFormat.Version || One<int>(bytes, 12) != PostingsLayout.WindowBits)
        {
            throw new InvalidDataException($"The side-car is of version {One<int>(bytes, 8)}, not {ImpactsFormat.Version}.");
        }

        try
        {
            var maxDoc = One<int>(bytes, 16);
            var fields = new Dictionary<string, ImpactsField>(StringComparer.Ordinal);
            var at = One<long>(bytes, bytes.Length - ImpactsFormat.FooterLength);
            var count = One<int>(bytes, at);
            at += 2 * sizeof(int);
            for (var i = 0; i < count; i++)
            {
                var nameLength = One<int>(bytes, at + sizeof(long));
                var name = Encoding.UTF8.GetString(bytes.Values<byte>(at + sizeof(long) + sizeof(int), nameLength));
                fields.Add(name, new ImpactsField(bytes, name, One<long>(bytes, at), maxDoc));
                at += sizeof(long) + sizeof(int) + nameLength;
            }

            return new ImpactsReader(bytes, maxDoc, fields);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"The side-car is not as its format says: {e.Message}", e);
        }
    }

    /// <summary>Refuses a side-car that is not this segment's.</summary>
    /// <exception cref="InvalidDataException">Lucene tells other counts.</exception>
    public void CheckBelongsTo(AtomicReader segment)
    {
        if (segment.MaxDoc != MaxDoc)
        {
            throw new InvalidDataException($"The side-car is of {MaxDoc} documents, the segment of {segment.MaxDoc}.");
        }

        var indexed = 0;
        foreach (var name in segment.Fields)
        {
            indexed++;
            var (terms, field) = (segment.GetTerms(name), Field(name));
            if (terms.DocCount != field?.Entry.DocCount
                || terms.SumDocFreq != field.Entry.SumDocFreq
                || terms.SumTotalTermFreq != field.Entry.SumTotalTermFreq)
            {
                throw new InvalidDataException($"The side-car's field {name} has other counts than the segment's.");
            }
        }

        if (indexed != fields.Count)
        {
            throw new InvalidDataException($"The side-car has {fields.Count} fields, the segment {indexed}.");
        }
    }

    /// <summary>Reads a side-car of whatever version once, and sums it up.</summary>
    /// <exception cref="InvalidDataException">It is damaged, cut off, or no side-car.</exception>
    public static void CheckIntegrity(NativeBytes bytes)
    {
        if (bytes.Length < ImpactsFormat.HeaderLength + ImpactsFormat.FooterLength
            || One<ulong>(bytes, 0) != ImpactsFormat.Magic
            || One<uint>(bytes, bytes.Length - sizeof(uint)) != ImpactsFormat.EndMagic
            || One<long>(bytes, bytes.Length - ImpactsFormat.FooterLength + sizeof(long)) != bytes.Length)
        {
            throw new InvalidDataException($"{bytes.Length} bytes are no side-car, or not a whole one.");
        }

        var summed = bytes.Length - (2 * sizeof(uint));
        if (Crc32C.Of(bytes, 0, summed) != One<uint>(bytes, summed))
        {
            throw new InvalidDataException("The side-car is damaged: its checksum is another.");
        }
    }

    private static T One<T>(NativeBytes bytes, long offset)
        where T : unmanaged
        => MemoryMarshal.Read<T>(bytes.Values<byte>(offset, Marshal.SizeOf<T>()));
}
