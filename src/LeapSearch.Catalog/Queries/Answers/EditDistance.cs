namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Edits between two words, where a swap of neighbours counts one (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 where it is more than that.</summary>
    public static int DamerauLevenshtein(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        int[] before = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var now = new int[b.Length + 1];
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                now[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, last) = (last, now);
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
