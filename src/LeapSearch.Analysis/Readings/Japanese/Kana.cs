using System.Text;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>Hiragana as Latin letters in the spelling of <see cref="JapaneseLatin"/>.</summary>
internal static class Kana
{
    /// <summary>ぁ to ん in code order, Kunrei by the letter; small vowels as large ones.</summary>
    private static readonly string[] Letters =
        ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so zo ta da ti zi q tu zu te de to do na ni nu ne no "
        + "ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n bu ka ke").Split(' ');

    /// <summary>Katakana of foreign sounds whose small vowel folding makes large: as their Latin letters are read by <see cref="JapaneseLatin"/>.</summary>
    private static readonly (string From, string To)[] Foreign =
    [
        ("ティ", "チ"), ("ディ", "ジ"), ("トゥ", "ツ"), ("ドゥ", "ズ"), ("テュ", "チュ"), ("デュ", "ジュ"), ("シェ", "シエ"), ("チェ", "チエ"), ("ジェ", "ジエ"), ("イェ", "エ"),
    ];

    /// <summary>Whether a character is a hiragana.</summary>
    public static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    /// <summary>A text to fold, its foreign sounds written as they are read.</summary>
    public static string Plain(string text)
    {
        foreach (var (from, to) in Foreign)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Two words of Chinese origin as one: つ and ち before k, s, t and h, く before k are swallowed (いち, しん: いっしん), and h is then p.</summary>
    public static string Compound(string head, string tail)
    {
        if (head.Length < 2)
        {
            return head + tail;
        }

        var swallowed = head[^1] is 'つ' or 'ち' ? "かきくけこさしすせそたちつてとはひふへほ" : head[^1] == 'く' ? "かきくけこ" : "";
        return !swallowed.Contains(tail[0], StringComparison.Ordinal) ? head + tail
            : head[..^1] + "っ" + (KanaRules.SemiVoice(tail[0]) is var p and not '\0' ? p + tail[1..] : tail);
    }

    /// <summary>Folded kana in the one Latin spelling, digits as they are; null where another character is among them.</summary>
    public static string? Latin(ReadOnlySpan<char> hiragana)
    {
        var result = new StringBuilder(hiragana.Length * 2);
        foreach (var c in hiragana)
        {
            if (char.IsAsciiDigit(c))
            {
                result.Append(c);
                continue;
            }

            if (!IsHiragana(c))
            {
                return null;
            }

            // しゃ: "si", of which the i goes, then "ya".
            if (c is 'ゃ' or 'ゅ' or 'ょ' && result.Length > 1 && result[^1] == 'i' && !"aiueo".Contains(result[^2], StringComparison.Ordinal))
            {
                result.Length--;
            }

            // っ that nothing follows is only a breath.
            result.Append(Letters[c - 'ぁ']);
        }

        return Finish(result.ToString());
    }

    /// <summary>っ stays q, which no Latin spelling of Japanese has; the rest is spelt as Hepburn.</summary>
    private static string? Finish(string kunrei)
    {
        var result = new StringBuilder(kunrei.Length + 4);
        foreach (var (part, index) in kunrei.Split('q').Select((p, i) => (p, i)))
        {
            if (index > 0 && part.Length > 0 && !"aiueon".Contains(part[0], StringComparison.Ordinal))
            {
                result.Append('q');
            }

            if (part.Length > 0)
            {
                if (JapaneseLatin.Canonical(part) is not { } canonical)
                {
                    return null;
                }

                result.Append(canonical);
            }
        }

        return result.Length == 0 ? null : result.ToString();
    }
}
