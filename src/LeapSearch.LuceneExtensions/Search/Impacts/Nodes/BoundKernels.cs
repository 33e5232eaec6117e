using System.Numerics;
using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Nodes;

/// <summary>
/// Adds and compares the bounds of all windows, as many at a time as the machine takes. Each window's sum is made in the order of the calls, so that it is
/// the same to the last bit as one made window by window. Both spans have one length.
/// </summary>
internal static class BoundKernels
{
    /// <summary>into = the greater of both.</summary>
    public static void Max(Span<float> into, ReadOnlySpan<float> from) => Combine<Greater>(into, from);

    /// <summary>into = the lesser of both.</summary>
    public static void Min(Span<float> into, ReadOnlySpan<float> from) => Combine<Lesser>(into, from);

    /// <summary>Adds what is not below 0.</summary>
    public static void AddPositive(Span<float> into, ReadOnlySpan<float> from) => Combine<SumOfPositive>(into, from);

    /// <summary>Adds 1 for what is not below 0.</summary>
    public static void Count(Span<float> into, ReadOnlySpan<float> from) => Combine<CountOfPositive>(into, from);

    private static void Combine<T>(Span<float> into, ReadOnlySpan<float> from)
        where T : struct, IOperation
    {
        var wideInto = MemoryMarshal.Cast<float, Vector<float>>(into);
        var wideFrom = MemoryMarshal.Cast<float, Vector<float>>(from);
        for (var i = 0; i < wideInto.Length; i++)
        {
            wideInto[i] = T.Of(wideInto[i], wideFrom[i]);
        }

        for (var i = wideInto.Length * Vector<float>.Count; i < into.Length; i++)
        {
            into[i] = T.Of(new Vector<float>(into[i]), new Vector<float>(from[i]))[0];
        }
    }

    private interface IOperation
    {
        static abstract Vector<float> Of(Vector<float> a, Vector<float> b);
    }

    private readonly struct Greater : IOperation
    {
        public static Vector<float> Of(Vector<float> a, Vector<float> b) => Vector.Max(a, b);
    }

    private readonly struct Lesser : IOperation
    {
        public static Vector<float> Of(Vector<float> a, Vector<float> b) => Vector.Min(a, b);
    }

    private readonly struct SumOfPositive : IOperation
    {
        public static Vector<float> Of(Vector<float> a, Vector<float> b) => a + Vector.Max(b, Vector<float>.Zero);
    }

    private readonly struct CountOfPositive : IOperation
    {
        public static Vector<float> Of(Vector<float> a, Vector<float> b)
            => a + Vector.ConditionalSelect(Vector.GreaterThanOrEqual(b, Vector<float>.Zero), Vector<float>.One, Vector<float>.Zero);
    }
}
