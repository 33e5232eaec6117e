using System.Globalization;

namespace LeapSearch.Analysis;

/// <summary>
/// Words with a hyphen or an apostrophe, which readers write joined, apart or shortened: Spider-Man, spiderman; Schindler's List,
/// schindler list; L'Avventura, avventura; Joon-ho, Joonho.
/// </summary>
internal static class Compounds
{
    /// <summary>More parts than this are a list or a phrase, not a word that anybody writes joined.</summary>
    private const int MaxParts = 4;

    /// <summary>Joined words longer than this are nobody's query.</summary>
    private const int MaxLength = 40;

    /// <summary>Articles and prepositions that Italian and French write with an apostrophe, beyond those of one or two letters.</summary>
    private static readonly string[] Elisions = ["all", "dall", "dell", "nell", "sull", "coll", "quell", "bell", "sant", "dov", "cos", "jusqu", "lorsqu", "quelqu"];

    /// <summary>The end of the compound of which the first part ends at <paramref name="end"/>; <paramref name="end"/> where it is none.</summary>
    public static int EndOfCompound(FoldedText text, int end)
    {
        var folded = text.Text;
        var start = end;
        var parts = 1;
        while (end < folded.Length && IsHyphen(text, end) && Words.FamilyAt(folded, end + 1) == WordFamily.Spaced)
        {
            end = Words.EndOfWord(folded, end + 1);
            parts++;
            if (parts > MaxParts || end - start > MaxLength)
            {
                return start;
            }
        }

        return end;
    }

    /// <summary>The folded index after the first apostrophe inside a word, or 0.</summary>
    public static int Apostrophe(FoldedText text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var gap = text.EndOf(i - 1);
            if (gap < text.StartOf(i) && FoldTable.Of(text.Original[gap]).Equals(FoldValue.Apostrophe))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Ocean's: people also ask for "ocean".</summary>
    public static bool IsPossessive(string folded, int apostrophe, int end) => end - apostrophe == 1 && folded[apostrophe] == 's';

    /// <summary>L'Avventura, O'Brien, dell'amore: what follows is a word of its own.</summary>
    public static bool IsElision(string folded, int start, int apostrophe, int end)
        => end - apostrophe >= 3 && (apostrophe - start <= 2 || Elisions.Contains(folded[start..apostrophe]));

    private static bool IsHyphen(FoldedText text, int blank)
    {
        var start = text.StartOf(blank);
        return text.Text[blank] == ' ' && text.EndOf(blank) - start == 1
            && (text.Original[start] == '·' || char.GetUnicodeCategory(text.Original[start]) == UnicodeCategory.DashPunctuation);
    }
}
