using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.Impacts;

/// <summary>Gives the pairs of frequency and norm of a field their codes, and packs fronts.</summary>
internal sealed class CodeBook
{
    private readonly short[] codes = new short[1 << 16];
    private readonly ushort[] pairs = new ushort[256];
    private readonly List<Pair> scratch = [];

    public CodeBook() => Array.Fill(codes, (short)-1);

    public int Count { get; private set; }

    /// <summary>The pair of each code; 0 where there is none.</summary>
    public ReadOnlySpan<ushort> Pairs => pairs;

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

    /// <summary>Four codes that bound a front: where there are more pairs, neighbours are merged upwards.</summary>
    public uint Pack(Front front)
    {
        scratch.Clear();
        scratch.AddRange(front.Pairs);
        scratch.Sort((a, b) => a.Frequency - b.Frequency);
        Span<byte> packed = stackalloc byte[4];
        var size = Math.Max(1, (scratch.Count + 3) / 4);
        var count = 0;
        for (var i = 0; i < scratch.Count; i += size)
        {
            var group = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(scratch).Slice(i, Math.Min(size, scratch.Count - i));
            var (frequency, norm) = (0, byte.MaxValue);
            foreach (var pair in group)
            {
                frequency = Math.Max(frequency, pair.Frequency);
                norm = Math.Min(norm, pair.Norm);
            }

            packed[count++] = Above(frequency, norm);
        }

        for (var i = count; i < packed.Length; i++)
        {
            packed[i] = packed[0];
        }

        return packed[0] | ((uint)packed[1] << 8) | ((uint)packed[2] << 16) | ((uint)packed[3] << 24);
    }

    /// <summary>The code of a pair that scores as high at least: of those there are, the one least above.</summary>
    private byte Above(int frequency, byte norm)
    {
        if (frequency >= PostingsLayout.Escape)
        {
            return PostingsLayout.Escape;
        }

        if (codes[(frequency << 8) | norm] is var exact and >= 0)
        {
            return (byte)exact;
        }

        // Any pair above is a bound; which is the tightest depends on the average length, so distance in either is taken alike.
        var (best, least) = ((int)PostingsLayout.Escape, int.MaxValue);
        for (var code = 0; code < Count; code++)
        {
            var (f, n) = (pairs[code] >> 8, pairs[code] & 255);
            if (f >= frequency && n <= norm)
            {
                var distance = (8 * (f - frequency)) + (norm - n);
                (best, least) = distance < least ? (code, distance) : (best, least);
            }
        }

        return (byte)best;
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
