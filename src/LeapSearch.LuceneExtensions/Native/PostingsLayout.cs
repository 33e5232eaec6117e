using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>The parts of the side-car's format (<c>ImpactsFormat</c> has its grammar) that are read by address.</summary>
internal static class PostingsLayout
{
    /// <summary>4,096 documents: their scores are 16 KB, which stays in the nearest cache, and 1,000,000 documents are 245 windows.</summary>
    public const int WindowBits = 12;

    /// <summary>Documents a window.</summary>
    public const int Window = 1 << WindowBits;

    /// <summary>64-bit words that mark the documents of a window.</summary>
    public const int WindowWords = Window / 64;

    /// <summary>The code of a pair that has none.</summary>
    public const int Escape = 255;
    public const int EscapeLength = 12;

    /// <summary>Postings between two that tell where their positions begin.</summary>
    public const int PositionStride = 16;

    /// <summary>The bit of a dictionary's entry that tells a place from a document.</summary>
    public const uint Elsewhere = 1u << 31;

    /// <summary>Bytes that a place counts in.</summary>
    public const int PlaceUnit = 4;

    public const uint Windowed = 1;
    public const uint HasEscapes = 2;
    public const int WidthShift = 2;
    public const int WidthMask = 7;
    public const int CountShift = 5;

    /// <summary>Windows of a segment.</summary>
    public static int Windows(int maxDoc) => (maxDoc + Window - 1) >> WindowBits;
}

/// <summary>A frequency and a norm.</summary>
internal readonly record struct Pair(int Frequency, byte Norm);

/// <summary>Where a windowed term's postings of a window begin, and the pairs that bound them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WindowEntry
{
    public uint Start;
    public uint Front;
}
