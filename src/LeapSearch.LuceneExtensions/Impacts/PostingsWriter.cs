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

    public TermEntry Write(CodeBook book, bool hasCodes, bool hasPositions)
    {
        var isWindowed = ImpactsFormat.IsWindowed(docs.Count, maxDoc);
        Encode(book, isWindowed);
        var width = highestPosition switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, _ => 4 };
        if (docs.Count > 1 || escapes.Count > 0 || hasPositions)
        {
            sink.Align(8);
        }

        var entry = new TermEntry
        {
            Postings = sink.Position,
            DocFreq = docs.Count,
            FirstDoc = docs[0],
            FirstCode = codes[0],
            Flags = (isWindowed ? PostingsLayout.Windowed : 0)
                | (hasPositions ? (uint)width << PostingsLayout.WidthShift : 0)
                | ((uint)(escapes.Count / 3) << PostingsLayout.EscapeShift),
        };
        if (docs.Count > 1)
        {
            WriteDocuments(isWindowed, hasCodes);
        }

        sink.WriteAll<int>(CollectionsMarshal.AsSpan(escapes));
        if (hasPositions)
        {
            WritePositions(width);
        }

        return entry;
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

    private void WriteDocuments(bool isWindowed, bool hasCodes)
    {
        if (isWindowed)
        {
            sink.WriteAll<WindowEntry>(CollectionsMarshal.AsSpan(windows));
            sink.WriteAll<ushort>(CollectionsMarshal.AsSpan(fronts));
            sink.Align(4);
            sink.WriteAll<ushort>(CollectionsMarshal.AsSpan(relative));
            sink.Align(4);
        }
        else
        {
            sink.WriteAll<int>(CollectionsMarshal.AsSpan(docs));
        }

        if (hasCodes)
        {
            sink.Write(CollectionsMarshal.AsSpan(codes));
            sink.Align(4);
        }
    }

    private void WritePositions(int width)
    {
        if (docs.Count > 1)
        {
            uint first = 0;
            for (var i = 0; i < docs.Count; i++)
            {
                if (i % PostingsLayout.PositionStride == 0)
                {
                    sink.Write(first);
                }

                first += (uint)frequencies[i];
            }

            sink.Write(first);
        }

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
