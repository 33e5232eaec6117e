using System.Text;

namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>Hangul as the letters that were typed: 기새 is ㄱㅣㅅㅐ, the beginning of 기생충; on a two-set keyboard ㅘ is ㅗㅏ and ㄳ is ㄱㅅ.</summary>
internal static class HangulTyping
{
    private static readonly Dictionary<char, string> Compounds = new()
    {
        ['ㅘ'] = "ㅗㅏ", ['ㅙ'] = "ㅗㅐ", ['ㅚ'] = "ㅗㅣ", ['ㅝ'] = "ㅜㅓ", ['ㅞ'] = "ㅜㅔ", ['ㅟ'] = "ㅜㅣ", ['ㅢ'] = "ㅡㅣ",
        ['ㄳ'] = "ㄱㅅ", ['ㄵ'] = "ㄴㅈ", ['ㄶ'] = "ㄴㅎ", ['ㄺ'] = "ㄹㄱ", ['ㄻ'] = "ㄹㅁ", ['ㄼ'] = "ㄹㅂ", ['ㄽ'] = "ㄹㅅ", ['ㄾ'] = "ㄹㅌ", ['ㄿ'] = "ㄹㅍ", ['ㅀ'] = "ㄹㅎ", ['ㅄ'] = "ㅂㅅ",
    };

    /// <summary>The letters typed for a folded text; characters of other scripts stay.</summary>
    public static string Letters(string text)
    {
        var typed = new StringBuilder(text.Length * 3);
        foreach (var c in text)
        {
            if (!Hangul.IsSyllable(c))
            {
                Append(typed, c);
                continue;
            }

            var (lead, vowel, trail) = Hangul.Letters(c);
            typed.Append(lead);
            Append(typed, vowel);
            if (trail != ' ')
            {
                Append(typed, trail);
            }
        }

        return typed.ToString();
    }

    private static void Append(StringBuilder typed, char letter)
    {
        if (Compounds.TryGetValue(letter, out var letters))
        {
            typed.Append(letters);
        }
        else
        {
            typed.Append(letter);
        }
    }
}
