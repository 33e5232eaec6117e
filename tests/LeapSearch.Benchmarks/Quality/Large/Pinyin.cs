using System.Text.RegularExpressions;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>Whether a Latin text can be pinyin, and of how many syllables.</summary>
internal static partial class Pinyin
{
    /// <summary>The fewest syllables that the letters can be split into, or 0 where they are not pinyin.</summary>
    public static int Syllables(string letters)
    {
        var least = new int[letters.Length + 1];
        Array.Fill(least, int.MaxValue, 1, letters.Length);
        for (var start = 0; start < letters.Length; start++)
        {
            for (var length = 1; least[start] < int.MaxValue && length <= 6 && start + length <= letters.Length; length++)
            {
                if (Syllable().IsMatch(letters.AsSpan(start, length)))
                {
                    least[start + length] = Math.Min(least[start + length], least[start] + 1);
                }
            }
        }

        return least[^1] == int.MaxValue ? 0 : least[^1];
    }

    [GeneratedRegex("^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:a|ai|an|ang|ao|e|ei|en|eng|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ui|un|uo|ue)|er)$")]
    private static partial Regex Syllable();
}
