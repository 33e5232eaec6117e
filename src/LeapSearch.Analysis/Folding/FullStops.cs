using System.Globalization;

namespace LeapSearch.Analysis;

/// <summary>Full stops and commas that join what stands beside them instead of parting it.</summary>
internal static class FullStops
{
    /// <summary>
    /// Whether the full stop at <paramref name="index"/> stands between two letters that stand alone: E.T. is ET, S.W.A.T. is SWAT,
    /// but Samuel L.Jackson is three words.
    /// </summary>
    public static bool JoinsInitials(string text, int index)
    {
        var before = index - 1;
        while (before >= 0 && IsMark(text[before]))
        {
            before--;
        }

        if (before < 0 || !char.IsLetter(text[before]) || (before > 0 && IsWord(text[before - 1])))
        {
            return false;
        }

        var after = index + 1;
        if (after >= text.Length || !char.IsLetter(text[after]))
        {
            return false;
        }

        do
        {
            after++;
        }
        while (after < text.Length && IsMark(text[after]));
        return after >= text.Length || !IsWord(text[after]);
    }

    /// <summary>Whether the comma at <paramref name="index"/> groups thousands: 20,000 is 20000, but 3,14 is two numbers.</summary>
    public static bool JoinsThousands(string text, int index)
        => index > 0 && char.IsDigit(text[index - 1])
            && index + 3 < text.Length && char.IsDigit(text[index + 1]) && char.IsDigit(text[index + 2]) && char.IsDigit(text[index + 3])
            && (index + 4 == text.Length || !char.IsDigit(text[index + 4]));

    private static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c);
}
