using System.Globalization;

namespace LeapSearch.Analysis;

/// <summary>Scripts that are searched in the same way and join without a boundary.</summary>
internal enum WordFamily
{
    /// <summary>Words parted by blanks: Latin, Cyrillic, Arabic, Indic, digits, everything not named below.</summary>
    Spaced,

    /// <summary>Han and kana, which Japanese mixes within words.</summary>
    Han,

    /// <summary>Hangul.</summary>
    Hangul,

    /// <summary>Thai, Lao, Khmer, Myanmar.</summary>
    SoutheastAsian,
}

/// <summary>Where words and characters of a folded text begin and end: the same for documents, queries and highlights.</summary>
/// <remarks>
/// Folding has already decided what Unicode's word boundaries (UAX #29) decide within a word: apostrophes and the stops of initials are gone, all
/// other punctuation is a blank. What is left are blanks and changes of script.
/// </remarks>
internal static class Words
{
    /// <summary>Longer words are cut to this many UTF-16 units, in documents and queries alike: Lucene's own default limit.</summary>
    public const int MaxLength = 255;

    public static WordFamily FamilyAt(string text, int index)
    {
        var c = text[index];
        return Family(char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? Scripts.Of(char.ConvertToUtf32(c, text[index + 1]))
            : Scripts.Of(c));
    }

    public static WordFamily Family(WordScript script) => script switch
    {
        WordScript.Han or WordScript.Kana => WordFamily.Han,
        WordScript.Hangul => WordFamily.Hangul,
        WordScript.SoutheastAsian => WordFamily.SoutheastAsian,
        _ => WordFamily.Spaced,
    };

    /// <summary>The end of the word of a script with blanks that starts at <paramref name="start"/>.</summary>
    public static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] != ' ')
        {
            // ASCII is most of what comes here.
            if (text[end] >= 0x80 && FamilyAt(text, end) != WordFamily.Spaced)
            {
                break;
            }

            end++;
            end += end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        }

        return end;
    }

    /// <summary>The end of the run of one family, without blanks, that starts at <paramref name="start"/>.</summary>
    public static int EndOfRun(string text, int start)
    {
        var family = FamilyAt(text, start);
        var end = EndOfCell(text, start);
        while (end < text.Length && text[end] != ' ' && FamilyAt(text, end) == family)
        {
            end = EndOfCell(text, end);
        }

        return end;
    }

    /// <summary>
    /// The end of the code point at <paramref name="start"/>. Vowel signs of Thai and its relatives count as characters: whoever is still typing
    /// has written the consonant and not yet the sign.
    /// </summary>
    public static int EndOfCell(string text, int start) => start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1);

    /// <summary>
    /// Where the next cell of the same family starts: at <paramref name="end"/>, or after a blank that parts no sentences; -1 where there is none.
    /// </summary>
    public static int NextCell(FoldedText text, int end, WordFamily family)
    {
        var folded = text.Text;
        if (end >= folded.Length)
        {
            return -1;
        }

        if (folded[end] == ' ')
        {
            if (EndsSentence(text.Original.AsSpan(text.StartOf(end), text.EndOf(end) - text.StartOf(end))))
            {
                return -1;
            }

            end++;
        }

        return FamilyAt(folded, end) == family ? end : -1;
    }

    /// <summary>Copies the term of a range of folded text: without blanks, no longer than <see cref="MaxLength"/>, no half of a pair.</summary>
    public static int CopyTerm(ReadOnlySpan<char> folded, Span<char> term)
    {
        var length = 0;
        foreach (var c in folded)
        {
            if (c == ' ')
            {
                continue;
            }

            if (length == MaxLength)
            {
                return char.IsHighSurrogate(term[length - 1]) ? length - 1 : length;
            }

            term[length++] = c;
        }

        return length;
    }

    /// <summary>Whether the character at <paramref name="index"/> belongs to the one before it: a mark, or the second half of a pair.</summary>
    public static bool ContinuesCell(string text, int index)
        => IsMark(text[index]) || (char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]));

    /// <summary>Whether what folding made a blank ends a sentence or a line.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> blank) => blank.IndexOfAny("。！？.!?．\n\r") >= 0;

    private static bool IsMark(char c)
        => c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
