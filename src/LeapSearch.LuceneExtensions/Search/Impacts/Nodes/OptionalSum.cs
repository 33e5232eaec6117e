using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>
/// Finds the documents of a window that may reach a score as a sum of optional clauses: MAXSCORE (Turtle and Flood 1995) within a
/// window. Clauses that together cannot reach it need not be read; the others are added up, document by document.
/// </summary>
internal sealed class OptionalSum
{
    /// <summary>What scoring a candidate in one clause costs, in postings added up.</summary>
    private const int CandidateCost = 12;

    private readonly List<Node> ordered = [];
    private float[] sums = [];

    public void Candidates(List<Node> clauses, float least, Span<ulong> bits)
    {
        ordered.Clear();
        foreach (var clause in clauses)
        {
            if (clause.IsActive)
            {
                ordered.Add(clause);
            }
        }

        ordered.Sort(static (a, b) => b.Bound.CompareTo(a.Bound));
        var (needed, rest) = Essential(least);
        if (needed <= 1)
        {
            if (needed == 1)
            {
                ordered[0].Candidates(least - rest, bits);
            }

            return;
        }

        if (least <= 0)
        {
            foreach (var clause in ordered)
            {
                clause.Match(bits);
            }

            return;
        }

        if (sums.Length == 0)
        {
            sums = new float[PostingsLayout.Window];
        }

        Array.Clear(sums);
        for (var i = 0; i < needed; i++)
        {
            ordered[i].Accumulate(sums);
        }

        var found = (stackalloc ulong[PostingsLayout.WindowWords]);
        while (true)
        {
            // Documents of a rest that reaches the least by itself would be lost at 0: there is none, or more clauses were needed.
            var count = WindowKernels.Reach(sums, Math.Max(float.Epsilon, (least / Node.Slack) - rest), found);
            if (needed == ordered.Count || count * CandidateCost * (needed + 1) < ordered[needed].Cost)
            {
                break;
            }

            rest -= ordered[needed].Bound;
            ordered[needed++].Accumulate(sums);
        }

        WindowBits.Or(bits, found);
    }

    /// <summary>How many of the highest clauses must be read, and what the others can add.</summary>
    private (int Needed, float Others) Essential(float least)
    {
        var (needed, rest) = (ordered.Count, 0f);
        while (needed > 0 && (rest + ordered[needed - 1].Bound) * Node.Slack < least)
        {
            rest += ordered[--needed].Bound;
        }

        return (needed, rest);
    }
}
