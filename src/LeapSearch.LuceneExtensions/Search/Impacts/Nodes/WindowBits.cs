using System.Numerics;
using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>Marks of the documents of a window, in 64 words.</summary>
internal static class WindowBits
{
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public static void And(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var into = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
        var from = MemoryMarshal.Cast<ulong, Vector<ulong>>(others);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] &= from[i];
        }
    }

    public static void AndNot(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var into = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
        var from = MemoryMarshal.Cast<ulong, Vector<ulong>>(others);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] &= ~from[i];
        }
    }

    public static void Or(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var into = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
        var from = MemoryMarshal.Cast<ulong, Vector<ulong>>(others);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] |= from[i];
        }
    }

    /// <summary>Adds a value to the sum of each marked document.</summary>
    public static void Add(ReadOnlySpan<ulong> bits, float value, Span<float> sums)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                sums[(i * 64) + BitOperations.TrailingZeroCount(word)] += value;
            }
        }
    }

    /// <summary>Unmarks the documents that a node does not hold, asking it for each.</summary>
    /// <param name="bits">The marks.</param>
    /// <param name="node">The node, turned to the window.</param>
    /// <param name="windowBase">The window's first document.</param>
    /// <param name="held">Whether to keep those that it holds, or those that it does not.</param>
    public static void Keep(Span<ulong> bits, Node node, int windowBase, bool held)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                if (node.Contains(windowBase + (i * 64) + BitOperations.TrailingZeroCount(word)) != held)
                {
                    bits[i] &= ~(word & (~word + 1));
                }
            }
        }
    }
}
