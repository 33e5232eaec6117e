namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// The postings of one term, read where they lie (<c>ImpactsFormat</c>); valid while the bytes that it was made of are alive.
/// Every part of them was within those bytes when it was made; postings are named by their index, which must be below
/// <see cref="Count"/>.
/// </summary>
internal unsafe struct PostingsView
{
    internal int* Docs;
    internal ushort* Relative;
    internal WindowEntry* Windows;
    internal ushort* Fronts;
    internal byte* Codes;
    internal int* Escapes;
    internal uint* Ends;
    internal byte* Positions;
    internal int EscapeCount;
    internal int PositionWidth;

    /// <summary>Postings, deleted documents included; 0 in a view of nothing.</summary>
    public int Count;

    /// <summary>Windows of the segment, of a windowed term; else 0.</summary>
    public int WindowCount;

    public readonly bool IsWindowed => Windows is not null;

    /// <param name="bytes">The side-car.</param>
    /// <param name="entry">Where the term's entry is.</param>
    /// <param name="postings">Where the field's postings begin.</param>
    /// <param name="hasCodes">Whether the field's postings have codes.</param>
    /// <param name="hasPositions">Whether they have positions.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not within the bytes.</exception>
    public static PostingsView Of(NativeBytes bytes, long entry, long postings, bool hasCodes, bool hasPositions, int maxDoc)
    {
        var place = (uint*)bytes.Address(entry, sizeof(uint));
        if ((*place & PostingsLayout.Elsewhere) == 0)
        {
            return new PostingsView { Count = 1, Docs = (int*)place };
        }

        var at = postings + ((long)(*place & ~PostingsLayout.Elsewhere) * PostingsLayout.PlaceUnit);
        var head = *(uint*)Take(bytes, ref at, sizeof(uint));
        var count = (int)(head >> PostingsLayout.CountShift);
        var view = default(PostingsView);
        if ((head & PostingsLayout.Windowed) != 0)
        {
            count = *(int*)Take(bytes, ref at, sizeof(int));
            view.WindowCount = PostingsLayout.Windows(maxDoc);
            view.Windows = (WindowEntry*)Take(bytes, ref at, (view.WindowCount + 1L) * sizeof(WindowEntry));
            view.Fronts = (ushort*)Take(bytes, ref at, ((2L * view.Windows[view.WindowCount].Front) + 3) & ~3);
            view.Relative = (ushort*)Take(bytes, ref at, ((2L * count) + 3) & ~3);
        }
        else
        {
            view.Docs = (int*)Take(bytes, ref at, 4L * count);
        }

        view.Count = count;
        if (!hasCodes)
        {
            return view;
        }

        if ((head & PostingsLayout.HasEscapes) != 0)
        {
            view.EscapeCount = *(int*)Take(bytes, ref at, sizeof(int));
            view.Escapes = (int*)Take(bytes, ref at, (long)view.EscapeCount * PostingsLayout.EscapeLength);
        }

        var strides = hasPositions && count > 1 ? (count + PostingsLayout.PositionStride - 1) / PostingsLayout.PositionStride : 0;
        view.Ends = (uint*)Take(bytes, ref at, (long)strides * sizeof(uint));
        view.Codes = Take(bytes, ref at, count);
        if (hasPositions)
        {
            view.PositionWidth = (int)((head >> PostingsLayout.WidthShift) & PostingsLayout.WidthMask);
            at = (at + view.PositionWidth - 1) & -view.PositionWidth;
            view.Positions = Take(bytes, ref at, strides == 0 ? 0 : (long)view.Ends[strides - 1] * view.PositionWidth);
        }

        return view;
    }

    /// <summary>The document of a posting; <paramref name="windowBase"/> is the first document of its window.</summary>
    public readonly int Doc(int index, int windowBase) => Docs is not null ? Docs[index] : windowBase + Relative[index];

    public readonly byte Code(int index) => Codes is null ? (byte)0 : Codes[index];

    /// <summary>The frequency and norm that code 255 stands for at an index.</summary>
    public readonly Pair Escape(int index)
    {
        var number = EscapeFrom(index);
        var escape = Escapes + (number * 3);
        return number < EscapeCount && escape[0] == index ? new Pair(escape[1], (byte)escape[2]) : default;
    }

    /// <summary>The number of the first escape that is not before an index.</summary>
    public readonly int EscapeFrom(int index)
    {
        int low = 0, high = EscapeCount;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = Escapes[middle * 3] < index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first posting of a listed term that is not below a document.</summary>
    public readonly int LowerBound(int doc)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = Docs[middle] < doc ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The pairs that bound the postings of a window, of a windowed term.</summary>
    public readonly ReadOnlySpan<ushort> WindowFront(int window)
        => new(Fronts + Windows[window].Front, (int)(Windows[window + 1].Front - Windows[window].Front));

    /// <summary>The postings of a window: from <paramref name="start"/> to before the result.</summary>
    public readonly int WindowOf(int window, out int start)
    {
        if (Windows is not null)
        {
            start = (int)Windows[window].Start;
            return (int)Windows[window + 1].Start;
        }

        start = LowerBound(window << PostingsLayout.WindowBits);
        var end = start;
        var limit = (window + 1) << PostingsLayout.WindowBits;
        while (end < Count && Docs[end] < limit)
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// The posting of a document, at or after <paramref name="from"/> and before <paramref name="end"/>, or the complement of where it
    /// would stand. Looks in steps that double, so that visiting a window's documents in order costs little.
    /// </summary>
    public readonly int Find(int doc, int from, int end, int windowBase)
    {
        int low = from, step = 1;
        while (low + step <= end && Doc(low + step - 1, windowBase) < doc)
        {
            low += step;
            step += step;
        }

        var high = Math.Min(end, low + step - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Doc(middle, windowBase) < doc)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < end && Doc(low, windowBase) == doc ? low : ~low;
    }

    /// <summary>Where the positions of a posting begin; <paramref name="pairs"/> are those of the field's codes.</summary>
    public readonly uint FirstPosition(int index, ReadOnlySpan<ushort> pairs)
    {
        var stride = index / PostingsLayout.PositionStride;
        var first = stride == 0 ? 0 : Ends[stride - 1];
        for (var i = stride * PostingsLayout.PositionStride; i < index; i++)
        {
            first += (uint)Frequency(i, pairs);
        }

        return first;
    }

    public readonly int Frequency(int index, ReadOnlySpan<ushort> pairs)
    {
        var code = Code(index);
        return code == PostingsLayout.Escape ? Escape(index).Frequency : pairs[code] >> 8;
    }

    public readonly int Position(uint number) => PositionWidth switch
    {
        1 => Positions[number],
        2 => ((ushort*)Positions)[number],
        _ => ((int*)Positions)[number],
    };

    /// <summary>Reads positions into a span, from one on.</summary>
    public readonly void ReadPositions(uint first, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = Position(first + (uint)i);
        }
    }

    private static byte* Take(NativeBytes bytes, ref long at, long length)
    {
        var address = bytes.Address(at, length);
        at += length;
        return address;
    }
}
