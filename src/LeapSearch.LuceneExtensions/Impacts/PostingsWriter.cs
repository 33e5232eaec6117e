using LeapSearch.LuceneExtensions.Native;
using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Takes the postings of one term after the other and writes them.</summary>
internal sealed class PostingsWriter(ImpactsSink sink, int maxDoc)
{
    private readonly List<int> docs = [];
    private readonly List<int> frequencies = [];
    private readonly List<byte> normsOf = [];
    private readonly List<int> positions = [];
    private readonly List<byte> codes = [];
    private readonly List<int> escapes = [];
    private readonly List<WindowEntry> windows = [];
    private readonly List<ushort> relative = [];
    private readonly List<ushort> fronts = [];
    private readonly Front part = new();
    private readonly int[] seenInPart = new int[256];
    private int parts;
    private int highestPosition;

    /// <summary>Postings added since <see cref="Clear"/>.</summary>
    public int Count => docs.Count;

    public void Clear()
    {
        docs.Clear();
        frequencies.Clear();
        normsOf.Clear();
        positions.Clear();
        highestPosition = 0;
    }

    public void Add(int doc, int frequency, byte norm)
    {
        docs.Add(doc);
        frequencies.Add(frequency);
        normsOf.Add(norm);
    }

    public void AddPosition(int position)
    {
        positions.Add(position);
        highestPosition = Math.Max(highestPosition, position);
    }

    /// <summary>Writes what was added since <see cref="Clear"/>.</summary>
    /// <param name="book">The field's codes.</param>
    /// <param name="start">Where the field's postings begin.</param>
    /// <param name="hasCodes">Whether codes are written.</param>
    /// <param name="hasPositions">Whether positions are.</param>
    /// <returns>The term's entry in the dictionary.</returns>
    public uint Write(CodeBook book, long start, bool hasCodes, bool hasPositions)
    {
        if (docs.Count == 1 && !hasCodes)
        {
            return (uint)docs[0];
        }

        var isWindowed = ImpactsFormat.IsWindowed(docs.Count, maxDoc);
        Encode(book, isWindowed);
        sink.Align(PostingsLayout.PlaceUnit);
        var place = (sink.Position - start) / PostingsLayout.PlaceUnit;
        if (place >= PostingsLayout.Elsewhere)
        {
            throw new NotSupportedException("A field's postings are beyond 8 GiB in one segment: set a lower TieredMergePolicy.MaxMergedSegmentMB.");
        }

        var width = highestPosition switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, _ => 4 };
        WriteDocuments(isWindowed, (escapes.Count > 0 ? PostingsLayout.HasEscapes : 0) | (hasPositions ? (uint)width << PostingsLayout.WidthShift : 0));
        if (hasCodes)
        {
            if (escapes.Count > 0)
            {
                sink.Write(escapes.Count / 3);
                sink.WriteAll<int>(CollectionsMarshal.AsSpan(escapes));
            }

            if (hasPositions && docs.Count > 1)
            {
                WriteEnds();
            }

            sink.Write(CollectionsMarshal.AsSpan(codes));
            if (hasPositions)
            {
                WritePositions(width);
            }
        }

        return (uint)place | PostingsLayout.Elsewhere;
    }

    private void Encode(CodeBook book, bool isWindowed)
    {
        codes.Clear();
        escapes.Clear();
        windows.Clear();
        relative.Clear();
        fronts.Clear();
        BeginPart();
        for (var i = 0; i < docs.Count; i++)
        {
            var window = docs[i] >> PostingsLayout.WindowBits;
            while (isWindowed && windows.Count <= window)
            {
                EndPart();
                windows.Add(new WindowEntry { Start = (uint)i, Front = (uint)fronts.Count });
            }

            var code = book.Code(frequencies[i], normsOf[i]);
            codes.Add(code);
            if (code == PostingsLayout.Escape)
            {
                escapes.Add(i);
                escapes.Add(frequencies[i]);
                escapes.Add(normsOf[i]);
            }

            // A pair that has a code is the same pair wherever that code is seen again.
            if (isWindowed && (code == PostingsLayout.Escape || seenInPart[code] != parts))
            {
                seenInPart[code] = parts;
                part.Add(frequencies[i], normsOf[i]);
            }

            relative.Add((ushort)(docs[i] & (PostingsLayout.Window - 1)));
        }

        while (isWindowed && windows.Count <= PostingsLayout.Windows(maxDoc))
        {
            EndPart();
            windows.Add(new WindowEntry { Start = (uint)docs.Count, Front = (uint)fronts.Count });
        }
    }

    private void BeginPart()
    {
        part.Clear();
        parts++;
    }

    private void EndPart()
    {
        foreach (var pair in part.Pairs)
        {
            fronts.Add((ushort)((pair.Frequency << 8) | pair.Norm));
        }

        BeginPart();
    }

    private void WriteDocuments(bool isWindowed, uint flags)
    {
        if (!isWindowed)
        {
            sink.Write(flags | ((uint)docs.Count << PostingsLayout.CountShift));
            sink.WriteAll<int>(CollectionsMarshal.AsSpan(docs));
            return;
        }

        sink.Write(flags | PostingsLayout.Windowed);
        sink.Write(docs.Count);
        sink.WriteAll<WindowEntry>(CollectionsMarshal.AsSpan(windows));
        sink.WriteAll<ushort>(CollectionsMarshal.AsSpan(fronts));
        sink.Align(4);
        sink.WriteAll<ushort>(CollectionsMarshal.AsSpan(relative));
        sink.Align(4);
    }

    private void WriteEnds()
    {
        uint end = 0;
        for (var i = 0; i < docs.Count; i++)
        {
            end += (uint)frequencies[i];
            if ((i + 1) % PostingsLayout.PositionStride == 0 || i + 1 == docs.Count)
            {
                sink.Write(end);
            }
        }
    }

    private void WritePositions(int width)
    {
        sink.Align(width);
        foreach (var position in CollectionsMarshal.AsSpan(positions))
        {
            switch (width)
            {
                case 1:
                    sink.Write((byte)position);
                    break;
                case 2:
                    sink.Write((ushort)position);
                    break;
                default:
                    sink.Write(position);
                    break;
            }
        }
    }
}
