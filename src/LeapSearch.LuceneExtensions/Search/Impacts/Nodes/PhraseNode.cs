using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>Terms at given distances from one another, or within some slop of them; scored as one term by how often they are.</summary>
internal sealed class PhraseNode : Node
{
    /// <summary>A term this many times as frequent as the rarest is looked up for each candidate instead of marked.</summary>
    private const int Rare = 12;

    private readonly List<TermCursor> pool = [];
    private readonly PhraseMatcher matcher = new();
    private FieldStatistics field = null!;
    private float[] tables = [];
    private float[] others = [];
    private int[] found = [];
    private int count;
    private long scored;
    private int slop;
    private float weight;
    private int segment;
    private int windowBase;

    public override long PostingsRead
    {
        get
        {
            var read = scored * count;
            for (var i = 0; i < count; i++)
            {
                read += pool[i].Read;
            }

            return read;
        }
    }

    private ReadOnlySpan<float> Table => tables.AsSpan(segment * 256, 256);

    /// <summary>Begins without terms.</summary>
    public void Begin() => (count, scored) = (0, 0);

    /// <summary>Adds a term.</summary>
    /// <returns>The documents that hold it.</returns>
    public long Add(ImpactSnapshot snapshot, FieldStatistics statistics, ReadOnlySpan<byte> term)
    {
        if (count == pool.Count)
        {
            pool.Add(new TermCursor());
        }

        return pool[count++].Prepare(snapshot, statistics, term);
    }

    /// <param name="snapshot">The snapshot.</param>
    /// <param name="statistics">The field of the terms that were added.</param>
    /// <param name="positions">The terms' positions, relative to one another.</param>
    /// <param name="slop">Lucene's edit distance of positions.</param>
    /// <param name="idf">The sum of the terms'.</param>
    /// <param name="boost">A factor on the score.</param>
    /// <exception cref="InvalidOperationException">The field has no positions.</exception>
    public void Prepare(ImpactSnapshot snapshot, FieldStatistics statistics, IReadOnlyList<int>? positions, int slop, float idf, float boost)
    {
        field = statistics;
        this.slop = slop;
        weight = FieldStatistics.Weight(idf, boost);
        if (tables.Length < snapshot.Segments.Length * 256)
        {
            tables = new float[snapshot.Segments.Length * 256];
        }

        if (found.Length < count)
        {
            found = new int[count];
        }

        matcher.Prepare(count, positions, slop);
        ResetBounds(snapshot);
        for (segment = 0; segment < snapshot.Segments.Length; segment++)
        {
            PrepareSegment(snapshot.Segments[segment]);
        }

        segment = 0;
    }

    public override void Match(Span<ulong> bits)
    {
        if (!IsActive)
        {
            return;
        }

        var both = Clean(stackalloc ulong[PostingsLayout.WindowWords]);
        Approximate(both);
        WindowBits.Keep(both, this, windowBase, held: true);
        WindowBits.Or(bits, both);
    }

    public override bool IsDear => true;

    public override void Approximate(Span<ulong> bits) => Candidates(0, bits);

    public override void Candidates(float least, Span<ulong> bits)
    {
        if (!IsActive || Bound * Slack < least)
        {
            return;
        }

        // The phrase is in a document no more often than any of its terms: each must be frequent enough by itself.
        var rarest = Rarest();
        var found = Clean(stackalloc ulong[PostingsLayout.WindowWords]);
        var others = (stackalloc ulong[PostingsLayout.WindowWords]);
        Mark(rarest, least, found);
        for (var i = 0; i < count; i++)
        {
            if (pool[i] != rarest && pool[i].Count < rarest.Count * Rare)
            {
                others.Clear();
                Mark(pool[i], least, others);
                WindowBits.And(found, others);
            }
        }

        WindowBits.Or(bits, found);
    }

    public override void Accumulate(Span<float> sums)
    {
        if (!IsActive)
        {
            return;
        }

        var rarest = Rarest();
        rarest.Read += rarest.Count;
        if (slop == 0)
        {
            WindowKernels.Add(in rarest.Current, rarest.Start, rarest.End, Table, sums);
        }
        else
        {
            var bits = Clean(stackalloc ulong[PostingsLayout.WindowWords]);
            WindowKernels.Mark(in rarest.Current, rarest.Start, rarest.End, bits);
            WindowBits.Add(bits, weight, sums);
        }
    }

    public override float Score(int doc)
    {
        if (!IsActive)
        {
            return float.NaN;
        }

        scored++;
        for (var i = 0; i < count; i++)
        {
            if ((found[i] = pool[i].Find(doc)) < 0)
            {
                return float.NaN;
            }
        }

        var pairs = field.Fields[segment]!.Pairs;
        if (count == 2 && slop == 0)
        {
            var pairsFound = PhraseKernels.CountPairs(in pool[0].Current, found[0], in pool[1].Current, found[1], matcher.Distance, pairs);
            return pairsFound == 0 ? float.NaN : field.Score(segment, weight, pairsFound, Norm(pairs));
        }

        for (var i = 0; i < count; i++)
        {
            ref readonly var postings = ref pool[i].Current;
            postings.ReadPositions(postings.FirstPosition(found[i], pairs), matcher.Positions(i, postings.Frequency(found[i], pairs)));
        }

        var frequency = matcher.Frequency();
        return frequency == 0 ? float.NaN : field.Score(segment, weight, frequency, Norm(pairs));
    }

    protected override int CountCost()
    {
        var least = pool[0].Estimate;
        for (var i = 1; i < count; i++)
        {
            least = Math.Min(least, pool[i].Estimate);
        }

        return least;
    }

    protected override void Turn(int segment, int window, int global)
    {
        this.segment = segment;
        windowBase = window << PostingsLayout.WindowBits;
        for (var i = 0; i < count; i++)
        {
            pool[i].Enter(segment, window);
        }
    }

    private void PrepareSegment(ImpactSegment part)
    {
        for (var i = 0; i < count; i++)
        {
            if (!pool[i].Has(segment))
            {
                return;
            }
        }

        if (!field.Fields[segment]!.HasPositions)
        {
            throw new InvalidOperationException($"The field {field.Fields[segment]!.Name} was indexed without positions: no phrase can be found in it.");
        }

        // The phrase is at most as frequent as its least frequent term; near matches may be more, so that only the weight bounds them.
        field.FillTable(segment, weight, tables.AsSpan(segment * 256, 256));
        var bounds = SegmentBounds(part);
        bounds.Fill(float.MaxValue);
        for (var i = 0; i < count; i++)
        {
            ref readonly var postings = ref pool[i].Postings(segment);
            if (!postings.IsWindowed)
            {
                if (others.Length < bounds.Length)
                {
                    others = new float[bounds.Length];
                }

                var term = others.AsSpan(0, bounds.Length);
                term.Fill(-1);
                field.Bound(segment, in postings, weight, Table, term);
                BoundKernels.Min(bounds, term);
            }
        }

        // Where a rare term is not, the others need not be looked at.
        for (var i = 0; i < count; i++)
        {
            if (pool[i].Postings(segment).IsWindowed)
            {
                field.Restrict(segment, in pool[i].Postings(segment), weight, bounds);
            }
        }

        for (var window = 0; window < bounds.Length && slop > 0; window++)
        {
            bounds[window] = bounds[window] < 0 ? -1 : weight;
        }
    }

    private void Mark(TermCursor term, float least, Span<ulong> bits)
    {
        if (slop == 0 && least > 0)
        {
            term.MarkFrom(Table, least / Slack, bits, escapes: true);
        }
        else
        {
            term.Read += term.Count;
            WindowKernels.Mark(in term.Current, term.Start, term.End, bits);
        }
    }

    private TermCursor Rarest()
    {
        var rarest = pool[0];
        for (var i = 1; i < count; i++)
        {
            rarest = pool[i].Count < rarest.Count ? pool[i] : rarest;
        }

        return rarest;
    }

    private byte Norm(ReadOnlySpan<ushort> pairs)
    {
        var code = pool[0].Current.Code(found[0]);
        return code == PostingsLayout.Escape ? pool[0].Current.Escape(found[0]).Norm : (byte)pairs[code];
    }
}
