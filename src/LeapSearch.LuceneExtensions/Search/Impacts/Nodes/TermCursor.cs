using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>The postings of a term in every segment, and a place in those of one window.</summary>
internal sealed class TermCursor
{
    private PostingsView[] views = [];
    private int[] estimates = [];
    private int segment;
    private int window;
    private int start;
    private int end;
    private int next;
    private int last;
    private ushort[] places = [];
    private bool isPlaced;
    private bool isNoted;

    /// <summary>The first posting of the window.</summary>
    public int Start
    {
        get
        {
            Place();
            return start;
        }
    }

    /// <summary>The first posting after the window.</summary>
    public int End
    {
        get
        {
            Place();
            return end;
        }
    }

    /// <summary>Postings of the window.</summary>
    public int Count => End - start;

    /// <summary>About how many postings a window of the segment has, told without looking at the window's.</summary>
    public int Estimate => estimates[segment];

    /// <summary>The postings in the segment of the window.</summary>
    public ref readonly PostingsView Current => ref views[segment];

    /// <summary>Postings read since <see cref="Prepare"/>, added by who reads them.</summary>
    public long Read { get; set; }

    public bool Has(int segment) => views[segment].Count > 0;

    public ref readonly PostingsView Postings(int segment) => ref views[segment];

    /// <returns>The documents that hold the term, over all segments.</returns>
    public long Prepare(ImpactSnapshot snapshot, FieldStatistics field, ReadOnlySpan<byte> term)
    {
        if (views.Length < snapshot.Segments.Length)
        {
            views = new PostingsView[snapshot.Segments.Length];
            estimates = new int[views.Length];
        }

        (segment, start, end, isPlaced, Read) = (0, 0, 0, true, 0);
        long docFreq = 0;
        for (var i = 0; i < snapshot.Segments.Length; i++)
        {
            var number = field.Fields[i]?.Find(term) ?? -1;
            views[i] = number < 0 ? default : field.Fields[i]!.Postings(number);
            docFreq += views[i].Count;
            estimates[i] = views[i].Count == 0 ? 0 : 1 + (views[i].Count / snapshot.Segments[i].Windows);
        }

        return docFreq;
    }

    /// <summary>Turns to a window; its postings are looked for when they are asked for.</summary>
    public void Enter(int segment, int window) => (this.segment, this.window, isPlaced, isNoted) = (segment, window, false, false);

    /// <summary>Marks the documents of the window that score so much, and notes where their postings are: whoever marks them asks for them next.</summary>
    /// <param name="table">The scores of codes.</param>
    /// <param name="least">The least score.</param>
    /// <param name="bits">The window's marks.</param>
    /// <param name="escapes">Whether to mark all without a code that the table's bound lets through.</param>
    public void MarkFrom(ReadOnlySpan<float> table, float least, Span<ulong> bits, bool escapes)
    {
        if (places.Length == 0)
        {
            places = new ushort[PostingsLayout.Window];
        }

        Read += Count;
        WindowKernels.MarkFrom(in Current, Start, End, table, least, bits, places, escapes);
        isNoted = true;
    }

    /// <summary>The same of those without a code, looked into.</summary>
    public void MarkEscapesFrom(float weight, ReadOnlySpan<float> factors, float least, Span<ulong> bits)
        => Read += EscapeKernels.MarkFrom(in Current, Start, End, weight, factors, least, bits, places);

    /// <summary>The posting of a document of the window, or below 0. Quick when documents are asked for in order.</summary>
    public int Find(int doc)
    {
        Place();
        if (isNoted)
        {
            // Of another document, or of none, what is noted leads to another's posting or out of the window.
            var noted = start + places[doc & (PostingsLayout.Window - 1)];
            if (noted < end && Current.Doc(noted, window << PostingsLayout.WindowBits) == doc)
            {
                return noted;
            }
        }

        var index = Current.Find(doc, doc < last ? start : next, end, window << PostingsLayout.WindowBits);
        last = doc;
        next = index < 0 ? ~index : index;
        return index;
    }

    private void Place()
    {
        if (!isPlaced)
        {
            end = Current.WindowOf(window, out start);
            (next, last, isPlaced) = (start, -1, true);
        }
    }
}
