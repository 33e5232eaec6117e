using System.Numerics;
using System.Text;

namespace LeapSearch.Catalog.Related.Fields;

/// <summary>
/// The 64-bit name of a tie: a hash of its text, turned by its kind. Parts of the graph find each other's ties by it, so that no part
/// needs to know another. Among ten million ties two meet by chance once in some 400,000 catalogues.
/// </summary>
internal static class TieKey
{
    private const ulong KindStep = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The hash of a text alone. Example: of a film's id, for ties of articles to it.</summary>
    public static ulong Hash(string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        return Hash(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>The hash of a text in UTF-8: multiply and rotate eight bytes at a time, then mix (MurmurHash3's finalizer).</summary>
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 0xCBF2_9CE4_8422_2325 ^ (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = Step(hash, System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        var rest = 0UL;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            rest = (rest << 8) | text[i];
        }

        return Mix(Step(hash, rest));
    }

    /// <summary>The key of a tie whose text hashes to <paramref name="hash"/>. Applied twice it gives the hash back.</summary>
    public static ulong Of(TieKind kind, ulong hash) => hash ^ (KindStep * (ulong)kind);

    /// <summary>The key of a tie.</summary>
    public static ulong Of(TieKind kind, string text) => Of(kind, Hash(text));

    private static ulong Step(ulong hash, ulong block) => BitOperations.RotateLeft((hash ^ (block * 0x87C3_7B91_1142_53D5)) * 0x4CF5_AD43_2745_937F, 31);

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51_AFD7_ED55_8CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CE_B9FE_1A85_EC53;
        return hash ^ (hash >> 33);
    }
}
