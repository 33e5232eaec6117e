using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>
/// A clause made ready for one snapshot. It is asked window by window: <see cref="Enter"/> first, then any of the others. Several
/// parents may share one node. Scores are never below 0.
/// </summary>
internal abstract class Node
{
    /// <summary>Rounding of sums in other orders: what is this much below a bound may reach it.</summary>
    public const float Slack = 1.00001f;

    private int cost;

    /// <summary>
    /// By window of the snapshot: no document there scores more; below 0 where none matches.
    /// </summary>
    public float[] Bounds { get; private set; } = [];

    /// <summary>The window that was entered, among all of the snapshot.</summary>
    protected int Window { get; private set; }

    /// <summary>Whether anything may match in the window.</summary>
    public bool IsActive => Bounds[Window] >= 0;

    /// <summary>Whether the bounds hold to the last bit: no sums are made whose order could matter.</summary>
    public virtual bool IsExact => false;

    /// <summary>Whether <see cref="Accumulate"/> adds to documents that match just what they score, to the last bit.</summary>
    public virtual bool SumsAreScores => false;

    /// <summary>The bound of the window.</summary>
    public float Bound => Bounds[Window];

    /// <summary>About how many documents match in the window; told without reading what lies there, which may be far from any cache.</summary>
    public int Cost => cost >= 0 ? cost : cost = CountCost();

    /// <summary>So many documents match at least, over all windows, deleted ones included.</summary>
    public virtual long LeastMatches => 0;

    /// <summary>Whether <see cref="LeastMatches"/> is how many match.</summary>
    public virtual bool IsCounted => false;

    /// <summary>Postings read by this node alone since it was made ready.</summary>
    public virtual long PostingsRead => 0;

    /// <summary>Turns to a window.</summary>
    /// <param name="segment">The segment's number.</param>
    /// <param name="window">The window within the segment.</param>
    /// <param name="global">The window among all of the snapshot.</param>
    public void Enter(int segment, int window, int global)
    {
        Window = global;
        cost = -1;
        if (IsActive)
        {
            Turn(segment, window, global);
        }
    }

    /// <summary>Marks the documents that match, beside those marked already.</summary>
    public abstract void Match(Span<ulong> bits);

    /// <summary>Whether <see cref="Match"/> must look into each document, so that it is better asked of what everything else has left.</summary>
    public virtual bool IsDear => false;

    /// <summary>Marks at least the documents that match, without looking into each.</summary>
    public virtual void Approximate(Span<ulong> bits) => Match(bits);

    /// <summary>
    /// Marks at least those documents that match and score <paramref name="least"/> or more; perhaps others, even such as do not match.
    /// </summary>
    public virtual void Candidates(float least, Span<ulong> bits) => Match(bits);

    /// <summary>Marks the documents that may score more than is returned: those that match what is optional.</summary>
    /// <returns>The bound of all others.</returns>
    public virtual float MarkBest(Span<ulong> bits) => Bound;

    /// <summary>Adds to each document's sum at least what it scores.</summary>
    public abstract void Accumulate(Span<float> sums);

    /// <summary>The score of a document of the window, by its number in the segment; NaN where it does not match.</summary>
    public abstract float Score(int doc);

    public bool Contains(int doc) => !float.IsNaN(Score(doc));

    /// <summary>Whether a document of this bound may score that much, whatever the order of its sums.</summary>
    public static bool Reaches(float bound, float least) => bound + (Math.Abs(bound) * (Slack - 1)) >= least;

    /// <summary>What <see cref="Cost"/> tells; asked once a window.</summary>
    protected abstract int CountCost();

    protected abstract void Turn(int segment, int window, int global);

    /// <summary>Makes <see cref="Bounds"/> ready, with nothing matching anywhere.</summary>
    protected void ResetBounds(ImpactSnapshot snapshot)
    {
        if (Bounds.Length != snapshot.Windows)
        {
            Bounds = new float[snapshot.Windows];
        }

        Array.Fill(Bounds, -1);
    }

    /// <summary>The bounds of one segment's windows.</summary>
    protected Span<float> SegmentBounds(ImpactSegment segment) => Bounds.AsSpan(segment.FirstWindow, segment.Windows);

    /// <summary>Room for the marks of a window, cleared.</summary>
    protected static Span<ulong> Clean(Span<ulong> bits)
    {
        bits.Clear();
        return bits;
    }

    protected static int Place(int doc) => doc & (PostingsLayout.Window - 1);
}
