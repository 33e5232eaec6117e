using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// A set of codes, of which it is told for 32 at a time which are members. A row for each low half of a code has a bit for each high half; two look-ups
/// within registers find the row, a third the bit (W. Mula, "SIMD byte lookup", the universal algorithm).
/// </summary>
internal readonly unsafe struct CodeSet
{
    /// <summary>Codes at a time.</summary>
    public const int Block = 32;

    private static readonly Vector128<byte> Bits = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);

    private readonly Vector128<byte> lower;
    private readonly Vector128<byte> upper;

    private CodeSet(Vector128<byte> lower, Vector128<byte> upper) => (this.lower, this.upper) = (lower, upper);

    /// <summary>The codes whose score is at least <paramref name="least"/>.</summary>
    /// <param name="scores">256 scores.</param>
    /// <param name="least">The least score.</param>
    /// <param name="codes">Only codes below this.</param>
    public static CodeSet Reaching(float* scores, float least, int codes)
    {
        var rows = stackalloc byte[32];
        new Span<byte>(rows, 32).Clear();
        var bound = Vector256.Create(least);
        for (var from = 0; from < 256; from += Vector256<float>.Count)
        {
            for (var hits = Vector256.GreaterThanOrEqual(Vector256.Load(scores + from), bound).ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
            {
                var code = from + BitOperations.TrailingZeroCount(hits);
                rows[((code >> 7) * 16) + (code & 15)] |= (byte)(code < codes ? 1 << ((code >> 4) & 7) : 0);
            }
        }

        return new CodeSet(Vector128.Load(rows), Vector128.Load(rows + 16));
    }

    /// <summary>A bit for each of <see cref="Block"/> codes: whether it is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Of(byte* codes) => Half(Vector128.Load(codes)) | (Half(Vector128.Load(codes + 16)) << 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Half(Vector128<byte> codes)
    {
        var low = codes & Vector128.Create((byte)15);
        var high = codes >>> 4;
        var row = Vector128.ConditionalSelect(
            Vector128.LessThan(high, Vector128.Create((byte)8)), Vector128.ShuffleNative(lower, low), Vector128.ShuffleNative(upper, low));
        return ~Vector128.Equals(row & Vector128.ShuffleNative(Bits, high), Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
    }
}
