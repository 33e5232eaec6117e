using System.Globalization;

namespace LeapSearch.Analysis;

/// <summary>Chooses which piece of a text to show.</summary>
internal static class SnippetWindow
{
    /// <summary>How far an edge may move to stand between words: longer words are cut between their characters.</summary>
    private const int MaxWord = 40;

    /// <summary>Start and end of the best piece of about <paramref name="length"/> units, in the original text.</summary>
    public static (int Start, int End) Choose(string text, List<HighlightMatch> matches, int length)
    {
        if (text.Length <= length)
        {
            return (0, text.Length);
        }

        var (first, last) = BestRange(matches, length);
        if (last < 0)
        {
            return (0, EndEdge(text, length, 0));
        }

        // What is left of the length goes to both sides, one third before: readers want to see what comes.
        var (from, to) = (matches[first].Start, matches[last].End);
        var spare = Math.Max(0, length - (to - from));
        var start = Math.Max(0, from - (spare / 3));
        var end = Math.Min(text.Length, start + Math.Max(length, to - start));
        start = Math.Max(0, Math.Min(start, end - length));
        return (StartEdge(text, start, from), EndEdge(text, end, to));
    }

    /// <summary>The first and last match of the piece with most different ones; with as many, of the most; then the earliest.</summary>
    private static (int First, int Last) BestRange(List<HighlightMatch> matches, int length)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (bestFirst, bestLast, bestDistinct, bestCount) = (0, -1, 0, 0);
        var first = 0;
        for (var last = 0; last < matches.Count; last++)
        {
            counts[matches[last].Asked] = counts.GetValueOrDefault(matches[last].Asked) + 1;
            while (first < last && matches[last].End - matches[first].Start > length)
            {
                var asked = matches[first++].Asked;
                if (--counts[asked] == 0)
                {
                    counts.Remove(asked);
                }
            }

            var count = last - first + 1;
            if (counts.Count > bestDistinct || (counts.Count == bestDistinct && count > bestCount))
            {
                (bestFirst, bestLast, bestDistinct, bestCount) = (first, last, counts.Count, count);
            }
        }

        return (bestFirst, bestLast);
    }

    /// <summary>The nearest boundary at or after <paramref name="start"/>, no later than <paramref name="limit"/>.</summary>
    private static int StartEdge(string text, int start, int limit)
    {
        if (start == 0)
        {
            return 0;
        }

        var stop = Math.Min(limit, start + MaxWord);
        for (var i = start; i < stop; i++)
        {
            if (IsWordBoundary(text, i) && !char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        if (stop == limit)
        {
            return limit;
        }

        while (start < limit && !IsCharacterBoundary(text, start))
        {
            start++;
        }

        return start;
    }

    /// <summary>The nearest boundary at or before <paramref name="end"/>, no earlier than <paramref name="limit"/>.</summary>
    private static int EndEdge(string text, int end, int limit)
    {
        if (end >= text.Length)
        {
            return text.Length;
        }

        var wanted = end;
        for (var i = end; i > limit && i > end - MaxWord; i--)
        {
            if (IsWordBoundary(text, i) && !char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        while (end > limit && !IsCharacterBoundary(text, end))
        {
            end--;
        }

        if (end > 0 && IsCharacterBoundary(text, end))
        {
            return end;
        }

        // One character with endless marks fills the piece: a part of it is shown rather than nothing, or a megabyte.
        return char.IsLowSurrogate(text[wanted]) && char.IsHighSurrogate(text[wanted - 1]) ? wanted + 1 : wanted;
    }

    /// <summary>Whether a reader may see the text cut before <paramref name="index"/>: at a blank, or between characters of scripts without blanks.</summary>
    private static bool IsWordBoundary(string text, int index)
    {
        if (char.IsWhiteSpace(text[index]) || char.IsWhiteSpace(text[index - 1]))
        {
            return true;
        }

        return IsCharacterBoundary(text, index) && (IsUnspaced(text[index]) || IsUnspaced(text[index - 1]));
    }

    private static bool IsUnspaced(char c) => Words.Family(Scripts.Of(c)) is WordFamily.Han or WordFamily.SoutheastAsian || c is >= '\u3000' and <= '\u303F';

    /// <summary>Whether no surrogate pair, combining sequence, Hangul syllable of letters or joined emoji is cut before <paramref name="index"/>.</summary>
    private static bool IsCharacterBoundary(string text, int index)
    {
        var (before, after) = (text[index - 1], text[index]);
        if (before < 0x300 && after < 0x300 && !(before == '\r' && after == '\n'))
        {
            return true;
        }

        if ((char.IsHighSurrogate(before) && char.IsLowSurrogate(after)) || before == '\u200D' || after == '\u200D')
        {
            return false;
        }

        if (after is (>= '\u1160' and <= '\u11FF') or (>= '\uFF9E' and <= '\uFF9F'))
        {
            return false;
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(text, index);
        return category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            && (category != UnicodeCategory.ModifierSymbol || after < 0x300);
    }
}
