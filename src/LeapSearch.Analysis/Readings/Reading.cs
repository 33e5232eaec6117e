namespace LeapSearch.Analysis.Readings;

/// <summary>One way to read a piece of text, in the letters of a system's keys.</summary>
/// <param name="Text">The reading.</param>
/// <param name="Weight">How likely it is meant, in (0, 1]: 1 is the usual reading; the weights of one piece need not sum to 1.</param>
/// <param name="Syllables">How many syllables it has.</param>
internal readonly record struct Reading(string Text, float Weight, int Syllables);

/// <summary>Lists of readings, bounded: of more than a limit the likeliest stay.</summary>
internal static class ReadingList
{
    /// <summary>Every reading of the first followed by every reading of the second.</summary>
    public static List<Reading> Join(IReadOnlyList<Reading> first, IReadOnlyList<Reading> second, int limit)
    {
        var joined = new List<Reading>(first.Count * second.Count);
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                joined.Add(new Reading(a.Text + b.Text, a.Weight * b.Weight, a.Syllables + b.Syllables));
            }
        }

        return Best(joined, limit);
    }

    /// <summary>The likeliest readings, each text once, in a fixed order.</summary>
    public static List<Reading> Best(List<Reading> readings, int limit)
    {
        if (readings.Count > 1)
        {
            readings.Sort(ByWeight);
            var seen = new HashSet<string>(readings.Count, StringComparer.Ordinal);
            readings.RemoveAll(r => !seen.Add(r.Text));
        }

        if (readings.Count > limit)
        {
            readings.RemoveRange(limit, readings.Count - limit);
        }

        return readings;
    }

    private static int ByWeight(Reading a, Reading b)
    {
        var order = b.Weight.CompareTo(a.Weight);
        return order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
    }
}
