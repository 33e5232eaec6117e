namespace LeapSearch.LuceneExtensions.Similarities;

/// <summary>
/// The coding of a field's length in words as one byte, which Lucene stores as the norm.
/// </summary>
/// <remarks>
/// Code n stands for <c>Lengths[n]</c>: 0 to 40 are exact, so that titles and names of different lengths never tie (Lucene's own
/// BM25 coding calls 3 and 4 words equal); above, each step grows by a sixteenth, so that a long text's length is understated by at
/// most 6 %, and the last code stands for everything from about 14 million words. The coding is monotone: a greater code never means
/// a shorter field, which is what score bounds rely on.
/// </remarks>
internal static class FieldLength
{
    private const int LastExact = 40;

    private static readonly int[] Lengths = MakeLengths();

    public static byte Encode(int length)
    {
        if (length <= LastExact)
        {
            return (byte)Math.Max(0, length);
        }

        var found = Array.BinarySearch(Lengths, length);
        return (byte)(found >= 0 ? found : ~found - 1);
    }

    public static int Decode(byte code) => Lengths[code];

    private static int[] MakeLengths()
    {
        var lengths = new int[256];
        for (var i = 1; i < lengths.Length; i++)
        {
            lengths[i] = i <= LastExact ? i : lengths[i - 1] + (lengths[i - 1] / 16);
        }

        return lengths;
    }
}
