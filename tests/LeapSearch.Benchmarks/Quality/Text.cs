using System.Globalization;
using LeapSearch.Analysis;

namespace LeapSearch.Benchmarks.Quality;

/// <summary>Small questions about titles and names.</summary>
internal static class Text
{
    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words as a hurried reader types them: small letters, no accents, no punctuation.</summary>
    public static string[] PlainWords(string text) => Words(Folding.Fold(text));

    public static bool IsLatin(string text) => text.Length > 0 && text.EnumerateRunes().All(r => r.Value < 0x250);

    public static bool IsHangul(string text) => text.Any(c => c is >= '\uac00' and <= '\ud7a3') && !text.Any(c => c > '\u2e80' && c < '\uac00');

    public static bool IsCjk(char c) => c is >= '\u3041' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3';

    public static bool IsCjk(string text) => text.Length > 0 && text.All(IsCjk);

    public static bool HasMarks(string text) => text.Any(c => char.IsPunctuation(c) || c is > '\u007f' and < '\u0250');

    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share of a text from its start, at least one character, never within a surrogate pair, no blank at the end.</summary>
    public static string Start(string text, double share)
    {
        var length = Math.Clamp((int)Math.Round(text.Length * share), 1, text.Length);
        if (char.IsHighSurrogate(text[length - 1]))
        {
            length++;
        }

        return text[..Math.Min(length, text.Length)].TrimEnd();
    }
}
