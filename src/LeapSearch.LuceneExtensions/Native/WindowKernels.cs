using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// The loops over the postings of one window. Whatever the postings say, they write within the 64 words or 4,096 scores that they are
/// given: a document's place is taken modulo the window.
/// </summary>
internal static unsafe class WindowKernels
{
    private const int Mask = PostingsLayout.Window - 1;

    /// <summary>Marks the documents of the postings from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static void Mark(in PostingsView postings, int start, int end, Span<ulong> bits)
    {
        Check(postings, start, end, bits.Length, PostingsLayout.WindowWords);
        fixed (ulong* words = bits)
        {
            if (postings.Relative is not null)
            {
                // Neighbours mostly fall into one word: it is put together before it is written.
                var documents = postings.Relative;
                var (word, marks) = (0, 0UL);
                for (var i = start; i < end; i++)
                {
                    var x = documents[i] & Mask;
                    if (x >> 6 != word)
                    {
                        words[word] |= marks;
                        (word, marks) = (x >> 6, 0);
                    }

                    marks |= 1UL << x;
                }

                words[word] |= marks;
            }
            else
            {
                for (var i = start; i < end; i++)
                {
                    var x = postings.Docs[i] & Mask;
                    words[x >> 6] |= 1UL << x;
                }
            }
        }
    }

    /// <summary>
    /// Marks those documents whose code's score in the table is at least <paramref name="least"/>, and notes at each one's place how far behind
    /// <paramref name="start"/> its posting is; where nothing is marked, what is noted means nothing. Of <see cref="PostingsLayout.Escape"/> the table has a bound:
    /// without <paramref name="escapes"/> its documents are left to <see cref="EscapeKernels"/>.
    /// </summary>
    public static void MarkFrom(
        in PostingsView postings, int start, int end, ReadOnlySpan<float> table, float least, Span<ulong> bits, Span<ushort> places, bool escapes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places.Length, PostingsLayout.Window);
        Check(postings, start, end, bits.Length, PostingsLayout.WindowWords);
        CheckTable(table);
        if (postings.Codes is null)
        {
            if (table[0] >= least)
            {
                Mark(postings, start, end, bits);
            }

            return;
        }

        var limit = escapes ? PostingsLayout.Escape + 1 : PostingsLayout.Escape;
        fixed (ulong* words = bits)
        fixed (ushort* place = places)
        fixed (float* scores = table)
        {
            if (postings.Relative is null)
            {
                for (var i = start; i < end; i++)
                {
                    var x = postings.Docs[i] & Mask;
                    place[x] = (ushort)(i - start);
                    words[x >> 6] |= postings.Codes[i] < limit && scores[postings.Codes[i]] >= least ? 1UL << x : 0;
                }

                return;
            }

            var reaching = CodeSet.Reaching(scores, least, limit);
            var documents = postings.Relative;
            var codes = postings.Codes;
            var at = start;
            for (; at + CodeSet.Block <= end; at += CodeSet.Block)
            {
                for (var hits = reaching.Of(codes + at); hits != 0; hits &= hits - 1)
                {
                    var index = at + BitOperations.TrailingZeroCount(hits);
                    var x = documents[index] & Mask;
                    place[x] = (ushort)(index - start);
                    words[x >> 6] |= 1UL << x;
                }
            }

            for (; at < end; at++)
            {
                var x = documents[at] & Mask;
                place[x] = (ushort)(at - start);
                words[x >> 6] |= codes[at] < limit && scores[codes[at]] >= least ? 1UL << x : 0;
            }
        }
    }

    /// <summary>Adds each document's score in the table to its sum.</summary>
    public static void Add(in PostingsView postings, int start, int end, ReadOnlySpan<float> table, Span<float> sums)
    {
        Check(postings, start, end, sums.Length, PostingsLayout.Window);
        CheckTable(table);
        fixed (float* into = sums)
        fixed (float* scores = table)
        {
            if (postings.Codes is null)
            {
                for (var i = start; i < end; i++)
                {
                    into[(postings.Relative is not null ? postings.Relative[i] : postings.Docs[i]) & Mask] += scores[0];
                }
            }
            else if (postings.Relative is not null)
            {
                var documents = postings.Relative;
                var codes = postings.Codes;
                for (var i = start; i < end; i++)
                {
                    into[documents[i] & Mask] += scores[codes[i]];
                }
            }
            else
            {
                for (var i = start; i < end; i++)
                {
                    into[postings.Docs[i] & Mask] += scores[postings.Codes[i]];
                }
            }
        }
    }

    /// <summary>Marks the documents whose sum is at least <paramref name="least"/>; returns how many.</summary>
    public static int Reach(ReadOnlySpan<float> sums, float least, Span<ulong> bits)
    {
        if (sums.Length != PostingsLayout.Window || bits.Length != PostingsLayout.WindowWords)
        {
            throw new ArgumentException("Sums and bits must be those of a window.");
        }

        var count = 0;
        var bound = Vector256.Create(least);
        fixed (float* from = sums)
        {
            for (var word = 0; word < bits.Length; word++)
            {
                ulong reached = 0;
                for (var i = 0; i < 64; i += Vector256<float>.Count)
                {
                    reached |= (ulong)Vector256.GreaterThanOrEqual(Vector256.Load(from + (word * 64) + i), bound).ExtractMostSignificantBits() << i;
                }

                bits[word] = reached;
                count += BitOperations.PopCount(reached);
            }
        }

        return count;
    }

    /// <summary>Marks the documents whose level is at least <paramref name="least"/>.</summary>
    public static void Reach(ReadOnlySpan<byte> levels, byte least, Span<ulong> bits)
    {
        if (levels.Length != PostingsLayout.Window || bits.Length != PostingsLayout.WindowWords)
        {
            throw new ArgumentException("Levels and bits must be those of a window.");
        }

        var bound = Vector256.Create(least);
        fixed (byte* from = levels)
        {
            for (var word = 0; word < bits.Length; word++)
            {
                var (low, high) = (Vector256.Load(from + (word * 64)), Vector256.Load(from + (word * 64) + Vector256<byte>.Count));
                bits[word] = Vector256.Equals(Vector256.Max(low, bound), low).ExtractMostSignificantBits()
                    | ((ulong)Vector256.Equals(Vector256.Max(high, bound), high).ExtractMostSignificantBits() << Vector256<byte>.Count);
            }
        }
    }

    /// <summary>Adds each document's value times a factor to its sum.</summary>
    public static void AddScaled(ReadOnlySpan<float> values, float factor, Span<float> sums)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(values);
        var into = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += from[i] * factor;
        }
    }

    /// <summary>The highest sum, at least 0.</summary>
    public static float Highest(ReadOnlySpan<float> sums)
    {
        var highest = Vector<float>.Zero;
        foreach (var some in MemoryMarshal.Cast<float, Vector<float>>(sums))
        {
            highest = Vector.Max(highest, some);
        }

        var best = 0f;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            best = Math.Max(best, highest[i]);
        }

        return best;
    }

    /// <summary>
    /// What a term can score in each window: the highest of its front's pairs where it is windowed, of its postings where it is listed;
    /// windows without it are left as they are.
    /// </summary>
    public static void Bound(in PostingsView postings, ReadOnlySpan<float> table, float weight, ReadOnlySpan<float> factors, Span<float> bounds)
    {
        CheckTable(table);
        CheckTable(factors);
        if (postings.Windows is null)
        {
            for (var i = 0; i < postings.Count; i++)
            {
                ref var bound = ref bounds[postings.Docs[i] >> PostingsLayout.WindowBits];
                bound = Math.Max(bound, table[postings.Code(i)]);
            }

            return;
        }

        for (var window = 0; window < Math.Min(bounds.Length, postings.WindowCount); window++)
        {
            bounds[window] = Math.Max(bounds[window], Best(postings.WindowFront(window), weight, factors));
        }
    }

    /// <summary>Lowers the bounds that are not below 0 to what a windowed term can score, which is -1 where it is not.</summary>
    public static void Restrict(in PostingsView postings, float weight, ReadOnlySpan<float> factors, Span<float> bounds)
    {
        CheckTable(factors);
        for (var window = 0; window < bounds.Length; window++)
        {
            if (bounds[window] >= 0)
            {
                bounds[window] = Math.Min(bounds[window], window < postings.WindowCount ? Best(postings.WindowFront(window), weight, factors) : -1);
            }
        }
    }

    /// <summary>Fills a table: weight · frequency / denominator for each code, the weight itself for what has no code.</summary>
    public static void FillTable(float weight, ReadOnlySpan<float> frequencies, ReadOnlySpan<float> denominators, int codes, Span<float> table)
    {
        if (frequencies.Length != 256 || denominators.Length != 256 || table.Length != 256 || codes is < 0 or > 256)
        {
            throw new ArgumentException("Tables have 256 values.");
        }

        var factor = Vector256.Create(weight);
        fixed (float* f = frequencies, d = denominators, into = table)
        {
            for (var i = 0; i < codes; i += Vector256<float>.Count)
            {
                Vector256.Store(factor * Vector256.Load(f + i) / Vector256.Load(d + i), into + i);
            }
        }

        table[PostingsLayout.Escape] = weight;
    }

    /// <summary>The best score of a front's pairs; -1 of none.</summary>
    private static float Best(ReadOnlySpan<ushort> front, float weight, ReadOnlySpan<float> factors)
    {
        var best = -1f;
        foreach (var pair in front)
        {
            float frequency = pair >> 8;
            best = Math.Max(best, frequency == PostingsLayout.Escape ? weight : weight * frequency / (frequency + factors[pair & 255]));
        }

        return best;
    }

    private static void Check(in PostingsView postings, int start, int end, int length, int needed)
    {
        if (start < 0 || end > postings.Count || length != needed)
        {
            throw new ArgumentException($"Postings {start} to {end} of {postings.Count} into {length}, not {needed}.");
        }
    }

    private static void CheckTable(ReadOnlySpan<float> table)
    {
        if (table.Length != 256)
        {
            throw new ArgumentException("A table has 256 scores.");
        }
    }
}
