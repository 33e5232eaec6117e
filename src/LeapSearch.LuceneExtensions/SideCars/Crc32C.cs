using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeapSearch.LuceneExtensions.Native;

namespace LeapSearch.LuceneExtensions.SideCars;

/// <summary>The checksum of side-cars, CRC-32C, at three times what one chain of the processor's instruction does.</summary>
/// <remarks>
/// Each step waits three cycles for the one before, and a processor begins one a cycle: so three runs of bytes are summed up at once, and put together
/// by what a run of as many zeros would have made of the sum so far. That is linear in the bits of the sum, and so four look-ups.
/// </remarks>
internal static class Crc32C
{
    /// <summary>Before the first byte; the checksum is the complement of what comes out at the end.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>Words of a run.</summary>
    private const int Run = 256;

    /// <summary>What a run of zeros makes of each value of each byte of a sum.</summary>
    private static readonly uint[] AfterZeros = MakeAfterZeros();

    /// <summary>The sum after further bytes. Compiled well from the first: most of what is ever summed up is when an index is opened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var rest = bytes[(words.Length * sizeof(ulong))..];
        for (; words.Length >= 3 * Run; words = words[(3 * Run)..])
        {
            var first = words[..Run];
            var second = words.Slice(Run, Run);
            var third = words.Slice(2 * Run, Run);
            var (next, last) = (0u, 0u);
            for (var i = 0; i < Run; i++)
            {
                crc = BitOperations.Crc32C(crc, first[i]);
                next = BitOperations.Crc32C(next, second[i]);
                last = BitOperations.Crc32C(last, third[i]);
            }

            crc = Shift(Shift(crc) ^ next) ^ last;
        }

        return OneByOne(OneByOne(crc, words), rest);
    }

    /// <summary>The checksum of a part of a file.</summary>
    public static uint Of(NativeBytes bytes, long start, long length)
    {
        const int Piece = 1 << 20;
        var crc = Start;
        for (long at = 0; at < length; at += Piece)
        {
            crc = Add(crc, bytes.Values<byte>(start + at, (int)Math.Min(Piece, length - at)));
        }

        return ~crc;
    }

    private static uint OneByOne(uint crc, ReadOnlySpan<ulong> words)
    {
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        return crc;
    }

    private static uint OneByOne(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }

    private static uint Shift(uint crc)
        => AfterZeros[crc & 255] ^ AfterZeros[256 + ((crc >> 8) & 255)] ^ AfterZeros[512 + ((crc >> 16) & 255)] ^ AfterZeros[768 + (crc >> 24)];

    private static uint[] MakeAfterZeros()
    {
        var zeros = new ulong[Run];
        var bits = Enumerable.Range(0, 32).Select(bit => OneByOne(1u << bit, zeros)).ToArray();
        var table = new uint[4 * 256];
        for (var i = 0; i < table.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                table[i] ^= ((i >> bit) & 1) == 0 ? 0 : bits[(i / 256 * 8) + bit];
            }
        }

        return table;
    }
}
