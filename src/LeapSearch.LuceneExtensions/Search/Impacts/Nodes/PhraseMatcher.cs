namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>How often a phrase is in one document, given its terms' positions there; counted as Lucene's phrase scorers count.</summary>
internal sealed class PhraseMatcher
{
    private int[][] positions = [];
    private int[] counts = [];
    private int[] offsets = [];
    private int[] next = [];
    private int count;
    private int slop;

    /// <summary>From the first term's place to the second's.</summary>
    public int Distance => offsets[1] - offsets[0];

    public void Prepare(int terms, IReadOnlyList<int>? offsets, int slop)
    {
        count = terms;
        this.slop = slop;
        if (positions.Length < terms)
        {
            Array.Resize(ref positions, terms);
            (counts, this.offsets, next) = (new int[terms], new int[terms], new int[terms]);
        }

        for (var i = 0; i < terms; i++)
        {
            positions[i] ??= new int[16];
            this.offsets[i] = offsets?[i] ?? i;
        }
    }

    /// <summary>Where the positions of a term are to be put, in ascending order.</summary>
    public Span<int> Positions(int term, int frequency)
    {
        if (positions[term].Length < frequency)
        {
            positions[term] = new int[Math.Max(frequency, positions[term].Length * 2)];
        }

        counts[term] = frequency;
        return positions[term].AsSpan(0, frequency);
    }

    /// <summary>The number of places where all terms stand at their offsets; with slop, the sum of 1 / (1 + distance) of near matches.</summary>
    public float Frequency() => slop == 0 ? Exact() : Sloppy();

    private int Exact()
    {
        var least = 0;
        for (var i = 1; i < count; i++)
        {
            least = counts[i] < counts[least] ? i : least;
        }

        Array.Clear(next);
        var frequency = 0;
        for (var i = 0; i < counts[least]; i++)
        {
            var start = positions[least][i] - offsets[least];
            var all = true;
            for (var t = 0; t < count && all; t++)
            {
                var wanted = start + offsets[t];
                while (next[t] < counts[t] && positions[t][next[t]] < wanted)
                {
                    next[t]++;
                }

                all = next[t] < counts[t] && positions[t][next[t]] == wanted;
            }

            frequency += all ? 1 : 0;
        }

        return frequency;
    }

    /// <summary>
    /// Lucene's SloppyPhraseScorer for distinct terms: the hindmost term moves on, and each time that it passes the next one, the
    /// spread at its nearest counts.
    /// </summary>
    private float Sloppy()
    {
        Array.Clear(next);
        var end = int.MinValue;
        for (var t = 0; t < count; t++)
        {
            end = Math.Max(end, At(t));
        }

        float frequency = 0;
        var moving = Hindmost(-1);
        var behind = At(Hindmost(moving));
        var distance = end - At(moving);
        while (++next[moving] < counts[moving])
        {
            end = Math.Max(end, At(moving));
            if (At(moving) > behind)
            {
                frequency += distance <= slop ? 1f / (distance + 1) : 0;
                moving = Hindmost(-1);
                behind = At(Hindmost(moving));
                distance = end - At(moving);
            }
            else
            {
                distance = Math.Min(distance, end - At(moving));
            }
        }

        return frequency + (distance <= slop ? 1f / (distance + 1) : 0);
    }

    private int At(int term) => positions[term][next[term]] - offsets[term];

    /// <summary>The term that is farthest back, but for one; of equals the one that comes first in the phrase.</summary>
    private int Hindmost(int except)
    {
        var best = -1;
        for (var t = 0; t < count; t++)
        {
            if (t != except && (best < 0 || At(t) < At(best) || (At(t) == At(best) && offsets[t] < offsets[best])))
            {
                best = t;
            }
        }

        return best;
    }
}
