using System.Text;

namespace LeapSearch.LuceneExtensions.Search.Expansion;

/// <summary>
/// The restricted Damerau-Levenshtein distance ("optimal string alignment") over code points: insertions, deletions, substitutions and
/// exchanges of neighbours count 1 each, and no part is edited twice.
/// </summary>
public static class EditDistance
{
    /// <summary>
    /// The distance from <paramref name="query"/> to <paramref name="term"/>, or with <paramref name="isPrefix"/> to the nearest of the
    /// term's beginnings; <paramref name="limit"/> + 1 where it is more than <paramref name="limit"/>.
    /// </summary>
    public static int Bounded(ReadOnlySpan<int> query, ReadOnlySpan<int> term, int limit, bool isPrefix)
    {
        var more = limit + 1;
        if (query.Length - term.Length > limit || (!isPrefix && term.Length - query.Length > limit))
        {
            return more;
        }

        // A beginning longer than the query by more than the limit is farther than the limit.
        term = term[..Math.Min(term.Length, query.Length + limit)];
        var width = query.Length + 1;
        Span<int> rows = width * 3 <= 256 ? stackalloc int[width * 3] : new int[width * 3];
        Span<int> before = rows[..width], previous = rows.Slice(width, width), current = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            previous[j] = j;
        }

        var best = isPrefix ? Math.Min(more, query.Length) : more;
        for (var i = 1; i <= term.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (query[j - 1] == term[i - 1] ? 0 : 1));
                if (i > 1 && j > 1 && query[j - 1] == term[i - 2] && query[j - 2] == term[i - 1])
                {
                    distance = Math.Min(distance, before[j - 2] + 1);
                }

                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (isPrefix)
            {
                best = Math.Min(best, current[^1]);
            }

            var row = before;
            before = previous;
            previous = current;
            current = row;
            if (least > limit && i > 1 && Least(before) > limit)
            {
                return isPrefix ? best : more;
            }
        }

        return isPrefix ? best : Math.Min(more, previous[^1]);
    }

    /// <summary>The same for texts.</summary>
    public static int Bounded(string query, string term, int limit, bool isPrefix = false) => Bounded(CodePoints(query), CodePoints(term), limit, isPrefix);

    /// <summary>The code points of a text.</summary>
    public static int[] CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        var codePoints = new int[count];
        count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            codePoints[count++] = rune.Value;
        }

        return codePoints;
    }

    /// <summary>The text of code points.</summary>
    public static string Text(ReadOnlySpan<int> codePoints)
    {
        var text = new StringBuilder();
        foreach (var codePoint in codePoints)
        {
            text.Append(new Rune(codePoint).ToString());
        }

        return text.ToString();
    }

    /// <summary>The code points of a term, and how many there are; a broken sequence counts as U+FFFD.</summary>
    public static int Decode(ReadOnlySpan<byte> utf8, ref int[] into)
    {
        if (into.Length < utf8.Length)
        {
            into = new int[Math.Max(64, utf8.Length)];
        }

        var count = 0;
        while (utf8.Length > 0)
        {
            Rune.DecodeFromUtf8(utf8, out var rune, out var used);
            into[count++] = rune.Value;
            utf8 = utf8[used..];
        }

        return count;
    }

    private static int Least(ReadOnlySpan<int> row)
    {
        var least = int.MaxValue;
        foreach (var value in row)
        {
            least = Math.Min(least, value);
        }

        return least;
    }
}
