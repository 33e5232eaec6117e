namespace LeapSearch.LuceneExtensions.Native;

/// <summary>The loops over positions.</summary>
internal static unsafe class PhraseKernels
{
    /// <summary>
    /// How often the second of two terms stands at a distance from the first, in one document; <paramref name="pairs"/> are those of
    /// the field's codes.
    /// </summary>
    public static int CountPairs(
        in PostingsView first, int firstIndex, in PostingsView second, int secondIndex, int distance, ReadOnlySpan<ushort> pairs)
    {
        if ((uint)firstIndex >= (uint)first.Count || (uint)secondIndex >= (uint)second.Count)
        {
            throw new ArgumentException("There are no such postings.");
        }

        var (firsts, seconds) = (first.Frequency(firstIndex, pairs), second.Frequency(secondIndex, pairs));
        var (a, b) = (first.FirstPosition(firstIndex, pairs), second.FirstPosition(secondIndex, pairs));
        return first.PositionWidth == 1 && second.PositionWidth == 1
            ? Count(new ReadOnlySpan<byte>(first.Positions + a, firsts), new ReadOnlySpan<byte>(second.Positions + b, seconds), distance)
            : Count(in first, a, firsts, in second, b, seconds, distance);
    }

    private static int Count(ReadOnlySpan<byte> firsts, ReadOnlySpan<byte> seconds, int distance)
    {
        int count = 0, j = 0;
        foreach (var position in firsts)
        {
            var wanted = position + distance;
            while (j < seconds.Length && seconds[j] < wanted)
            {
                j++;
            }

            if (j == seconds.Length)
            {
                break;
            }

            count += seconds[j] == wanted ? 1 : 0;
        }

        return count;
    }

    private static int Count(in PostingsView first, uint a, int firsts, in PostingsView second, uint b, int seconds, int distance)
    {
        int count = 0, j = 0;
        for (var i = 0; i < firsts && j < seconds; i++)
        {
            var wanted = first.Position(a + (uint)i) + distance;
            while (j < seconds && second.Position(b + (uint)j) < wanted)
            {
                j++;
            }

            count += j < seconds && second.Position(b + (uint)j) == wanted ? 1 : 0;
        }

        return count;
    }
}
