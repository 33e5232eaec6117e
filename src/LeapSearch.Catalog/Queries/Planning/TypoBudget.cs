using System.Globalization;
using System.Text;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Understanding;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>
/// How many slips a word may have, by its length, as readers of other engines know it: none up to 4 letters, 1 from 5, 2 from 9; the
/// first letter counts double, a swap counts one, numbers have none. CJK words have none: one character there is a syllable or a word.
/// The second, hard round allows one slip in words of four letters and in the first letter, and a second one in words of seven, not in the first letter.
/// </summary>
internal static class TypoBudget
{
    /// <summary>Index terms that one word of a query may stand for, per field.</summary>
    public const int MaxExpansions = 50;

    /// <summary>Slips are looked for only where fewer documents than this match without.</summary>
    public const int OnlyBelow = 5;

    /// <summary>
    /// The tier whose matches tell that there is no slip to mend: a whole title or name; for several words also the beginning of one, or all of
    /// them together, since a slip seldom makes words that someone else has put beside one another.
    /// </summary>
    public static Tier SettledBy(ParsedQuery query) => query.Words.Count > 1 ? Tier.Words : Tier.ExactAlias;

    /// <summary>Slips in so many letters.</summary>
    public static int Edits(int letters) => letters switch { < 5 => 0, < 9 => 1, _ => 2 };

    /// <summary>Pairs of (edits, letters at the start that must be right).</summary>
    public static IReadOnlyList<(int Edits, int Prefix)> Of(QueryWord word, bool hard)
    {
        if (word.Bigrams.Count > 0 || word.Term.Any(char.IsAsciiDigit))
        {
            return [];
        }

        return Of(Ascii.IsValid(word.Term) ? word.Term.Length : new StringInfo(word.Term).LengthInTextElements, hard);
    }

    /// <summary>The same of a word, or a whole title or name, of so many letters.</summary>
    public static IReadOnlyList<(int Edits, int Prefix)> Of(int letters, bool hard)
    {
        if (hard)
        {
            // Two letters left out of a long word make it one of seven or eight.
            return letters switch { < 4 => [], < 7 => [(1, 0)], < 9 => [(1, 0), (2, 1)], _ => [(2, 0)] };
        }

        // A slip in the first letter uses up the two of a long word.
        return Edits(letters) switch { 0 => [], 1 => [(1, 1)], var edits => [(edits, 1), (1, 0)] };
    }
}
