namespace LeapSearch.Analysis.Readings;

/// <summary>One way to read a piece of text, in the letters of a system's keys.</summary>
/// <param name="Text">The reading.</param>
/// <param name="Weight">How likely it is meant, in (0, 1]: 1 is the usual reading; the weights of one piece need not sum to 1.</param>
/// <param name="Syllables">How many syllables it has.</param>
internal readonly record struct Reading(string Text, float Weight, int Syllables);

/// <summary>Lists of readings, bounded: of more than a limit the likeliest stay.</summary>
internal static class ReadingList
{
    private const int MostPairs = 64;

    /// <summary>Every reading of the first followed by every reading of the second.</summary>
    /// <remarks>Pairs are weighed before any text is joined: of a dozen readings of each of two syllables only the dozen that stay are written.</remarks>
    public static List<Reading> Join(IReadOnlyList<Reading> first, IReadOnlyList<Reading> second, int limit)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return [];
        }

        // A text may come about in two ways, "zhu" + "ang" and "zhuang": some more pairs than texts are kept.
        Span<(float Weight, int Place)> best = stackalloc (float, int)[Math.Min(limit + (limit / 2), MostPairs)];
        var kept = 0;
        for (var a = 0; a < first.Count; a++)
        {
            for (var b = 0; b < second.Count; b++)
            {
                kept = Insert(best, kept, (first[a].Weight * second[b].Weight, (a * second.Count) + b));
            }
        }

        var joined = new List<Reading>(Math.Min(limit, kept));
        for (var i = 0; i < kept && joined.Count < limit; i++)
        {
            var (a, b) = (first[best[i].Place / second.Count], second[best[i].Place % second.Count]);
            if (!Holds(joined, a.Text, b.Text))
            {
                joined.Add(new Reading(string.Concat(a.Text, b.Text), best[i].Weight, a.Syllables + b.Syllables));
            }
        }

        return joined;
    }

    /// <summary>The likeliest readings, each text once, in a fixed order.</summary>
    public static List<Reading> Best(List<Reading> readings, int limit)
    {
        if (readings.Count > 1)
        {
            readings.Sort(ByWeight);
            var kept = 0;
            for (var i = 0; i < readings.Count && kept < limit; i++)
            {
                if (!Holds(readings, readings[i].Text, "", kept))
                {
                    readings[kept++] = readings[i];
                }
            }

            readings.RemoveRange(kept, readings.Count - kept);
        }
        else if (limit == 0)
        {
            readings.Clear();
        }

        return readings;
    }

    /// <summary>Puts a pair in its place among the heaviest, of equal ones behind; returns how many there are.</summary>
    private static int Insert(Span<(float Weight, int Place)> best, int kept, (float Weight, int Place) pair)
    {
        if (kept == best.Length && pair.Weight <= best[^1].Weight)
        {
            return kept;
        }

        var place = Math.Min(kept, best.Length - 1);
        while (place > 0 && best[place - 1].Weight < pair.Weight)
        {
            best[place] = best[place - 1];
            place--;
        }

        best[place] = pair;
        return Math.Min(kept + 1, best.Length);
    }

    /// <summary>Whether one of the readings is the two parts together; lists are short, so that looking at each is faster than a set.</summary>
    private static bool Holds(List<Reading> readings, string head, string tail, int count = int.MaxValue)
    {
        count = Math.Min(count, readings.Count);
        for (var i = 0; i < count; i++)
        {
            var text = readings[i].Text;
            if (text.Length == head.Length + tail.Length && text.StartsWith(head, StringComparison.Ordinal) && text.EndsWith(tail, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int ByWeight(Reading a, Reading b)
    {
        // Of "zhuang" in one syllable and in two (zhu, ang) the first is meant.
        var order = b.Weight.CompareTo(a.Weight);
        order = order != 0 ? order : a.Syllables.CompareTo(b.Syllables);
        return order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
    }
}
