using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>
/// Documents of many terms, each scored alike: prefixes, ranges, fuzzy words of one distance. Few are gathered at once, so that windows without any are passed
/// over; many segment by segment, when a window of it is entered: the first often have all that is asked for.
/// </summary>
internal sealed class SetNode : Node
{
    /// <summary>Postings of a segment that are gathered at once: about what it costs to look into its windows in vain.</summary>
    private const int Few = 128;

    private Part[] parts = [];
    private ImpactSnapshot snapshot = null!;
    private CancellationToken cancellationToken;
    private SetKey? key;
    private float score;
    private int segment;
    private int window;
    private long read;

    public override bool IsExact => true;

    public override long PostingsRead => read;

    private Span<ulong> Words => parts[segment].Words(window);

    /// <summary>Begins with no documents.</summary>
    public void Prepare(ImpactSnapshot snapshot, float score, CancellationToken cancellationToken)
    {
        (this.snapshot, this.score, this.cancellationToken) = (snapshot, score, cancellationToken);
        (key, segment, window, read) = (null, 0, 0, 0);
        ResetBounds(snapshot);
        if (parts.Length < snapshot.Segments.Length)
        {
            Array.Resize(ref parts, snapshot.Segments.Length);
        }

        for (var i = 0; i < snapshot.Segments.Length; i++)
        {
            parts[i] ??= new Part();
            parts[i].Clear(Bounds.AsMemory(snapshot.Segments[i].FirstWindow, snapshot.Segments[i].Windows), score);
        }
    }

    /// <summary>Adds the documents of terms of a segment with consecutive numbers.</summary>
    /// <returns>Whether there is any.</returns>
    public bool Add(int segment, ImpactsField field, int first, int end)
    {
        if (end <= first)
        {
            return false;
        }

        var part = parts[segment];
        if (IsFew(field, first, end, Few - part.Gathered))
        {
            Fill(part, field, first, end);
        }
        else
        {
            part.Await(field, first, end);
        }

        return true;
    }

    /// <summary>Takes the documents of a segment from those kept; else they are kept for others, once they are gathered, where they are many.</summary>
    /// <returns>Whether they were.</returns>
    public bool AddKept(int segment, SetKey key)
    {
        this.key = key;
        if (snapshot.Kept.Find(key, segment) is not { } kept)
        {
            return false;
        }

        parts[segment].Show(kept);
        return true;
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
        => IsActive && (Words[Place(doc) >> 6] & (1UL << doc)) != 0 ? score : float.NaN;

    protected override int CountCost() => parts[segment].Estimate;

    protected override void Turn(int segment, int window, int global)
    {
        (this.segment, this.window) = (segment, window);
        var part = parts[segment];
        if (part.Awaited.Count == 0)
        {
            return;
        }

        var before = read;
        part.ShowBounds();
        foreach (var (first, end) in part.Awaited)
        {
            Fill(part, part.Field!, first, end);
        }

        part.Awaited.Clear();
        if (key is { } wanted && KeptSets.IsWorth(read - before))
        {
            snapshot.Kept.Keep(wanted, segment, part.Copy());
        }
    }

    private static bool IsFew(ImpactsField field, int first, int end, long most)
    {
        if (end - first > most)
        {
            return false;
        }

        foreach (var entry in field.Entries(first, end - first))
        {
            most -= (entry & PostingsLayout.Elsewhere) == 0 ? 1 : field.Postings(first).Count;
            first++;
            if (most < 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Fill(Part part, ImpactsField field, int first, int end)
    {
        var before = read;
        for (var from = first; from < end; from += 1024)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = from;
            foreach (var entry in field.Entries(from, Math.Min(1024, end - from)))
            {
                if ((entry & PostingsLayout.Elsewhere) == 0)
                {
                    read++;
                    part.Add((int)entry);
                }
                else
                {
                    Add(part, field.Postings(number));
                }

                number++;
            }
        }

        part.Gathered += read - before;
    }

    private void Add(Part part, in PostingsView postings)
    {
        read += postings.Count;
        if (postings.Count == 1)
        {
            part.Add(postings.Doc(0, 0));
            return;
        }

        for (var i = 0; i < postings.Count;)
        {
            var window = postings.IsWindowed ? FirstWindow(in postings, i) : postings.Doc(i, 0) >> PostingsLayout.WindowBits;
            var end = postings.WindowOf(window, out var start);
            WindowKernels.Mark(in postings, start, end, part.Room(window));
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

    /// <summary>The documents of one segment.</summary>
    private sealed class Part
    {
        private KeptSet own = new([], [], 0);
        private KeptSet shown = new([], [], 0);
        private Memory<float> bounds;
        private float score;
        private int estimate;

        public ImpactsField? Field { get; private set; }

        /// <summary>Postings that are here.</summary>
        public long Gathered { get; set; }

        /// <summary>About how many documents a window has that has any, once they are gathered.</summary>
        public int Estimate => estimate > 0 ? estimate : estimate = (int)Math.Min(PostingsLayout.Window, 1 + (Gathered / Math.Max(1, Filled.Count(true))));

        private ReadOnlySpan<bool> Filled => shown.Filled.AsSpan(0, bounds.Length);

        /// <summary>The terms whose documents are not here yet.</summary>
        public List<(int First, int End)> Awaited { get; } = [];

        public Span<ulong> Words(int window) => shown.Words.AsSpan(window * PostingsLayout.WindowWords, PostingsLayout.WindowWords);

        /// <param name="bounds">The bounds of the segment's windows, which are set as documents are added.</param>
        /// <param name="score">What they are set to.</param>
        public void Clear(Memory<float> bounds, float score)
        {
            var windows = bounds.Length;
            if (own.Filled.Length < windows)
            {
                own = new KeptSet(new ulong[windows * PostingsLayout.WindowWords], new bool[windows], 0);
            }

            (shown, this.bounds, this.score, estimate, Gathered) = (own, bounds, score, 0, 0);
            Awaited.Clear();
            Array.Clear(own.Filled, 0, windows);
        }

        public void Show(KeptSet kept)
        {
            (shown, estimate) = (kept, kept.Estimate);
            ShowBounds();
        }

        /// <summary>Until they are gathered, terms may have documents in every window.</summary>
        public void Await(ImpactsField field, int first, int end)
        {
            Field = field;
            Awaited.Add((first, end));
            bounds.Span.Fill(score);
        }

        public void Add(int doc) => Room(doc >> PostingsLayout.WindowBits)[(doc >> 6) & (PostingsLayout.WindowWords - 1)] |= 1UL << doc;

        /// <summary>The words of a window, cleared at first use.</summary>
        public Span<ulong> Room(int window)
        {
            var words = Words(window);
            if (!own.Filled[window])
            {
                own.Filled[window] = true;
                bounds.Span[window] = score;
                words.Clear();
            }

            return words;
        }

        /// <summary>Bounds tell which windows have any of the documents that are here.</summary>
        public void ShowBounds()
        {
            var values = bounds.Span;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = shown.Filled[i] ? score : -1;
            }
        }

        public KeptSet Copy()
        {
            var copy = new KeptSet(new ulong[bounds.Length * PostingsLayout.WindowWords], own.Filled[..bounds.Length], Estimate);
            for (var window = 0; window < bounds.Length; window++)
            {
                if (copy.Filled[window])
                {
                    Words(window).CopyTo(copy.Words.AsSpan(window * PostingsLayout.WindowWords));
                }
            }

            return copy;
        }
    }
}
