using System.Text;

namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>
/// Hangul in the Latin letters of the Revised Romanisation (Ministry of Culture, notice 2000-8), as it is pronounced and letter by letter:
/// titles are seen both ways (왕의 남자 "Wangui namja", 독립 "Dongnip" and "Dokrip").
/// </summary>
internal static class RevisedRomanization
{
    private const int N = 2, Silent = 11;

    private static readonly string[] Leads = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] Vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly bool[] BeginWithIOrY = [.. Vowels.Select(v => v[0] == 'y' || v == "i")];

    /// <summary>The sound of a final consonant before another one, or at the end.</summary>
    private static readonly string[] Trails =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    /// <summary>What a final consonant leaves in its place, and what moves over, when a vowel follows (liaison).</summary>
    private static readonly (string Stays, string Moves)[] Liaison =
    [
        ("", ""), ("", "g"), ("", "kk"), ("k", "s"), ("", "n"), ("n", "j"), ("", "n"), ("", "d"), ("", "r"), ("l", "g"), ("l", "m"), ("l", "b"), ("l", "s"),
        ("l", "t"), ("l", "p"), ("", "r"), ("", "m"), ("", "b"), ("p", "s"), ("", "s"), ("", "ss"), ("ng", ""), ("", "j"), ("", "ch"), ("", "k"), ("", "t"), ("", "p"), ("", ""),
    ];

    /// <summary>Letter by letter; letters and digits of other scripts stay, all else is dropped.</summary>
    public static string ByLetters(string text)
    {
        var latin = new StringBuilder(text.Length * 3);
        foreach (var c in text)
        {
            if (Hangul.IsSyllable(c))
            {
                var index = c - '가';
                latin.Append(Leads[index / 588]).Append(Vowels[index / 28 % 21]).Append(Trails[index % 28]);
            }
            else if (char.IsAsciiLetterOrDigit(c))
            {
                latin.Append(char.ToLowerInvariant(c));
            }
        }

        return latin.ToString();
    }

    /// <summary>As pronounced: liaison, nasals before nasals (국물 "gungmul"), l beside n (신라 "silla"), h that aspirates (좋다 "jota").</summary>
    /// <param name="text">The text.</param>
    /// <param name="insertsN">
    /// Whether n is put before i and y after a final consonant, as within compounds (rule 3-1-2: 설국열차 "seolgungnyeolcha"); where words are compounds, the letters do not tell.
    /// </param>
    public static string BySound(string text, bool insertsN = false)
    {
        var latin = new StringBuilder(text.Length * 3);
        var lead = "";
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!Hangul.IsSyllable(c))
            {
                lead = "";
                if (char.IsAsciiLetterOrDigit(c))
                {
                    latin.Append(char.ToLowerInvariant(c));
                }

                continue;
            }

            var index = c - '가';
            latin.Append(lead.Length > 0 ? lead : Leads[index / 588]).Append(Vowels[index / 28 % 21]);
            lead = "";
            var trail = index % 28;
            if (i + 1 == text.Length || !Hangul.IsSyllable(text[i + 1]))
            {
                latin.Append(Trails[trail]);
                continue;
            }

            string stays;
            var next = text[i + 1] - '가';
            if (insertsN && trail > 0 && next / 588 == Silent && BeginWithIOrY[next / 28 % 21])
            {
                (stays, lead) = Meet(trail, N);
                lead = lead.Length > 0 ? lead : Leads[N];
            }
            else
            {
                (stays, lead) = Meet(trail, next / 588);
            }

            latin.Append(stays);
        }

        return latin.ToString();
    }

    /// <summary>What a final and the next initial consonant become; an empty lead leaves the next one as it is.</summary>
    private static (string Stays, string Lead) Meet(int trail, int next)
    {
        const int D = 3, R = 5, M = 6, J = 12, G = 0, H = 18;
        if (next == Silent)
        {
            return Liaison[trail];
        }

        var sound = Trails[trail];
        switch (next)
        {
            case N or M when sound is "k" or "t" or "p":
                return (sound switch { "k" => "ng", "t" => "n", _ => "m" }, "");
            case N when sound == "l":
                return ("l", "l");
            case R when sound is "n" or "l":
                return ("l", "l");
            case R when sound is "m" or "ng":
                return (sound, "n");
            case R when sound is "k" or "t" or "p":
                return (sound switch { "k" => "ng", "t" => "n", _ => "m" }, "n");
            case H when sound is "k" or "t" or "p":
                // In nouns the h is written (rule 3-1-4, exception), in other words it aspirates: 좋다; nouns make most titles.
                return (sound, "h");
        }

        if (Hangul.Trails[trail] is 'ㅎ' or 'ㄶ' or 'ㅀ')
        {
            var stays = Hangul.Trails[trail] switch { 'ㄶ' => "n", 'ㅀ' => "l", _ => "" };
            var aspirated = next switch { G => "k", D => "t", J => "ch", _ => "" };
            return (aspirated.Length > 0 ? stays : sound, aspirated);
        }

        return (sound, "");
    }
}
