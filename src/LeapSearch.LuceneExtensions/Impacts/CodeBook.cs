using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Gives the pairs of frequency and norm of a field their codes.</summary>
internal sealed class CodeBook
{
    private const int MostSeeded = 224;

    private readonly short[] codes = new short[1 << 16];
    private readonly ushort[] pairs = new ushort[256];

    public CodeBook() => Array.Fill(codes, (short)-1);

    public int Count { get; private set; }

    /// <summary>The pair of each code; 0 where there is none.</summary>
    public ReadOnlySpan<ushort> Pairs => pairs;

    /// <summary>Gives codes to the most frequent pairs of a count; some are left for what comes.</summary>
    public void Seed(int[] counts)
    {
        var ordered = Enumerable.Range(0, counts.Length).Where(pair => counts[pair] > 0).OrderByDescending(pair => counts[pair]).Take(MostSeeded);
        foreach (var pair in ordered)
        {
            Code(pair >> 8, (byte)pair);
        }
    }

    public byte Code(int frequency, byte norm)
    {
        if (frequency >= PostingsLayout.Escape)
        {
            return PostingsLayout.Escape;
        }

        var pair = (frequency << 8) | norm;
        if (codes[pair] < 0)
        {
            if (Count == PostingsLayout.Escape)
            {
                return PostingsLayout.Escape;
            }

            pairs[Count] = (ushort)pair;
            codes[pair] = (short)Count++;
        }

        return (byte)codes[pair];
    }
}

/// <summary>The pairs of a stretch of postings that no other pair of it outdoes.</summary>
internal sealed class Front
{
    private readonly List<Pair> pairs = [];

    public IReadOnlyList<Pair> Pairs => pairs;

    public void Clear() => pairs.Clear();

    public void Add(int frequency, byte norm)
    {
        // Frequencies that no code stands for are all alike: unbounded.
        frequency = Math.Min(frequency, PostingsLayout.Escape);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Frequency >= frequency && pairs[i].Norm <= norm)
            {
                return;
            }
        }

        var kept = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Frequency > frequency || pairs[i].Norm < norm)
            {
                pairs[kept++] = pairs[i];
            }
        }

        pairs.RemoveRange(kept, pairs.Count - kept);
        pairs.Add(new Pair(frequency, norm));
    }
}
