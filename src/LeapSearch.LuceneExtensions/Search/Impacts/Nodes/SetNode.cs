using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>Documents gathered beforehand from many terms, each scored alike: prefixes, ranges, fuzzy words of one distance.</summary>
internal sealed class SetNode : Node
{
    /// <summary>Room that is the node's, whatever it shows.</summary>
    private ulong[] ownWords = [];
    private bool[] ownFilled = [];
    private ulong[] words = [];
    private bool[] filled = [];
    private float score;
    private int window;
    private long read;

    public override bool IsExact => true;

    public override int Cost => WindowBits.Count(Words);

    public override long PostingsRead => read;

    private Span<ulong> Words => words.AsSpan(window * PostingsLayout.WindowWords, PostingsLayout.WindowWords);

    /// <summary>Begins with no documents.</summary>
    public void Prepare(ImpactSnapshot snapshot, float score)
    {
        this.score = score;
        window = 0;
        read = 0;
        ResetBounds(snapshot);
        if (ownFilled.Length < snapshot.Windows)
        {
            ownFilled = new bool[snapshot.Windows];
            ownWords = new ulong[snapshot.Windows * PostingsLayout.WindowWords];
        }

        (words, filled) = (ownWords, ownFilled);
        Array.Clear(filled);
    }

    /// <summary>Begins with documents that are kept; none may be added.</summary>
    public void Prepare(ImpactSnapshot snapshot, float score, KeptSet kept)
    {
        this.score = score;
        window = 0;
        read = 0;
        ResetBounds(snapshot);
        (words, filled) = (kept.Words, kept.Filled);
        for (var i = 0; i < filled.Length; i++)
        {
            Bounds[i] = filled[i] ? score : -1;
        }
    }

    /// <summary>A copy of the documents, to be kept.</summary>
    public KeptSet Copy(ImpactSnapshot snapshot)
    {
        var copy = new KeptSet(new ulong[snapshot.Windows * PostingsLayout.WindowWords], filled[..snapshot.Windows]);
        for (var i = 0; i < copy.Filled.Length; i++)
        {
            if (copy.Filled[i])
            {
                var place = i * PostingsLayout.WindowWords;
                words.AsSpan(place, PostingsLayout.WindowWords).CopyTo(copy.Words.AsSpan(place));
            }
        }

        return copy;
    }

    /// <summary>Adds the documents of terms with consecutive numbers.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Add(ImpactSegment segment, ImpactsField field, int first, int end, CancellationToken cancellationToken)
    {
        for (var from = first; from < end; from += 1024)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = from;
            foreach (var entry in field.Entries(from, Math.Min(1024, end - from)))
            {
                if ((entry & PostingsLayout.Elsewhere) == 0)
                {
                    Add(segment, (int)entry);
                }
                else
                {
                    Add(segment, field.Postings(number));
                }

                number++;
            }
        }

        return end > first;
    }

    public override void Match(Span<ulong> bits)
    {
        if (IsActive)
        {
            WindowBits.Or(bits, Words);
        }
    }

    public override void Candidates(float least, Span<ulong> bits)
    {
        if (score * Slack >= least)
        {
            Match(bits);
        }
    }

    public override void Accumulate(Span<float> sums)
    {
        if (IsActive)
        {
            WindowBits.Add(Words, score, sums);
        }
    }

    public override float Score(int doc)
        => IsActive && (words[(window * PostingsLayout.WindowWords) + (Place(doc) >> 6)] & (1UL << doc)) != 0 ? score : float.NaN;

    protected override void Turn(int segment, int window, int global) => this.window = global;

    private void Add(ImpactSegment segment, int doc)
    {
        read++;
        Place(segment, doc >> PostingsLayout.WindowBits)[(doc >> 6) & (PostingsLayout.WindowWords - 1)] |= 1UL << doc;
    }

    private void Add(ImpactSegment segment, in PostingsView postings)
    {
        if (postings.Count == 1)
        {
            Add(segment, postings.Doc(0, 0));
            return;
        }

        read += postings.Count;
        for (var i = 0; i < postings.Count;)
        {
            var window = postings.IsWindowed ? FirstWindow(in postings, i) : postings.Doc(i, 0) >> PostingsLayout.WindowBits;
            var end = postings.WindowOf(window, out var start);
            WindowKernels.Mark(in postings, start, end, Place(segment, window));
            i = end;
        }
    }

    /// <summary>The window of a windowed term's posting.</summary>
    private static int FirstWindow(in PostingsView postings, int index)
    {
        int low = 0, high = postings.WindowCount - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = postings.WindowOf(middle, out _) <= index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The words of a window, cleared at first use.</summary>
    private Span<ulong> Place(ImpactSegment segment, int window)
    {
        var global = segment.FirstWindow + window;
        var place = words.AsSpan(global * PostingsLayout.WindowWords, PostingsLayout.WindowWords);
        if (!filled[global])
        {
            filled[global] = true;
            place.Clear();
            Bounds[global] = score;
        }

        return place;
    }
}
