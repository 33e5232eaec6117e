using System.Text;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>
/// Japanese in Latin letters brought to one spelling: Hepburn (ANSI Z39.11 and its successors), Kunrei (ISO 3602, "si", "tu", "zya"), and what keyboards and
/// passports take ("du", "Ohno", "Shimbun").
/// </summary>
/// <remarks>
/// The one spelling is Hepburn by the letter: long vowels as kana write them ("toukyou"), づ and ぢ as ず and じ, っ as q, ん always n, and foreign
/// sounds as the folded kana have them (ファ is ふあ: "fua"; ティ is typed "ti", which is ち in Kunrei: "chi").
/// </remarks>
internal static class JapaneseLatin
{
    /// <summary>Onsets before their vowels: what each gives with a, i, u, e, o; a dash where Japanese has no such syllable.</summary>
    private static readonly Dictionary<string, string[]> Onsets = new(StringComparer.Ordinal)
    {
        ["k"] = ["ka", "ki", "ku", "ke", "ko"],
        ["g"] = ["ga", "gi", "gu", "ge", "go"],
        ["s"] = ["sa", "shi", "su", "se", "so"],
        ["z"] = ["za", "ji", "zu", "ze", "zo"],
        ["t"] = ["ta", "chi", "tsu", "te", "to"],
        ["d"] = ["da", "ji", "zu", "de", "do"],
        ["n"] = ["na", "ni", "nu", "ne", "no"],
        ["h"] = ["ha", "hi", "fu", "he", "ho"],
        ["b"] = ["ba", "bi", "bu", "be", "bo"],
        ["p"] = ["pa", "pi", "pu", "pe", "po"],
        ["m"] = ["ma", "mi", "mu", "me", "mo"],
        ["y"] = ["ya", "i", "yu", "e", "yo"],
        ["r"] = ["ra", "ri", "ru", "re", "ro"],
        ["w"] = ["wa", "ui", "u", "ue", "o"],
        ["f"] = ["fua", "fui", "fu", "fue", "fuo"],
        ["v"] = ["ba", "bi", "bu", "be", "bo"],
        ["j"] = ["ja", "ji", "ju", "jie", "jo"],
        ["sh"] = ["sha", "shi", "shu", "shie", "sho"],
        ["ch"] = ["cha", "chi", "chu", "chie", "cho"],
        ["ts"] = ["tsua", "tsui", "tsu", "tsue", "tsuo"],
        ["dz"] = ["-", "ji", "zu", "-", "-"],
        ["ky"] = ["kya", "-", "kyu", "-", "kyo"],
        ["gy"] = ["gya", "-", "gyu", "-", "gyo"],
        ["sy"] = ["sha", "-", "shu", "shie", "sho"],
        ["zy"] = ["ja", "-", "ju", "jie", "jo"],
        ["jy"] = ["ja", "-", "ju", "-", "jo"],
        ["ty"] = ["cha", "-", "chu", "chie", "cho"],
        ["cy"] = ["cha", "-", "chu", "-", "cho"],
        ["dy"] = ["ja", "-", "ju", "-", "jo"],
        ["ny"] = ["nya", "-", "nyu", "-", "nyo"],
        ["hy"] = ["hya", "-", "hyu", "-", "hyo"],
        ["by"] = ["bya", "-", "byu", "-", "byo"],
        ["py"] = ["pya", "-", "pyu", "-", "pyo"],
        ["my"] = ["mya", "-", "myu", "-", "myo"],
        ["ry"] = ["rya", "-", "ryu", "-", "ryo"],
    };

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ByOnset = Onsets.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letters of a to z in the one spelling; null where they cannot be Japanese. <paramref name="unfinished"/>: the last syllable may lack its vowel.</summary>
    public static string? Canonical(ReadOnlySpan<char> latin, bool unfinished = false)
    {
        var result = new StringBuilder(latin.Length + 8);
        var place = 0;
        while (place < latin.Length)
        {
            var c = latin[place];
            var next = place + 1 < latin.Length ? latin[place + 1] : '\0';
            if (c == 'h' && result.Length > 0 && IsVowel(result[^1]) && !IsVowel(next) && next != 'y')
            {
                // "Ohno", "Satoh": an h that no vowel follows lengthens.
                result.Append(result[^1] == 'o' ? 'u' : result[^1]);
                place++;
            }
            else if (IsVowel(c) || char.IsAsciiDigit(c))
            {
                result.Append(c);
                place++;
            }
            else if ((c == 'n' && !IsVowel(next) && next != 'y') || (c == 'm' && next is 'b' or 'p' or 'm'))
            {
                result.Append('n');
                place++;
            }
            else if ((c == next && "kstpcgdbzjhfr".Contains(c, StringComparison.Ordinal)) || (c == 't' && next == 'c'))
            {
                result.Append('q');
                place++;
            }
            else if (Syllable(latin[place..], result) is var length and > 0)
            {
                place += length;
            }
            else if (unfinished && latin.Length - place <= 2 && latin[place..].IndexOfAny("aeiou") < 0 && "kgsztdnhbpmyrwfvjc".Contains(c, StringComparison.Ordinal))
            {
                result.Append(latin[place..]);
                break;
            }
            else
            {
                return null;
            }
        }

        return result.Length == 0 ? null : result.ToString();
    }

    /// <summary>The one spelling without the length of o and u, which most credits leave out; other vowels are written long ("Iida", "Saaya").</summary>
    public static string OpenName(string canonical) => Open(canonical, text: false);

    /// <summary>
    /// The one spelling of a title without any length ("bīru"), with は and へ as the particles that they mostly are ("wa", "e") and ウォ as を:
    /// a whole title is long enough to bear it.
    /// </summary>
    public static string OpenText(string canonical) => Open(canonical, text: true)
        .Replace("wa", "ha", StringComparison.Ordinal).Replace("he", "e", StringComparison.Ordinal);

    private static string Open(string canonical, bool text)
    {
        var result = new StringBuilder(canonical.Length);
        for (var i = 0; i < canonical.Length;)
        {
            var c = canonical[i++];
            if (text && c == 'u' && i < canonical.Length && canonical[i] == 'o' && (result.Length == 0 || IsVowel(result[^1])))
            {
                continue;
            }

            if (!(IsVowel(c) && (text || c is 'o' or 'u') && result.Length > 0 && result[^1] == c))
            {
                result.Append(c);
            }

            while (c == 'o' && i < canonical.Length && canonical[i] == 'u')
            {
                i++;
            }
        }

        return result.ToString();
    }

    private static int Syllable(ReadOnlySpan<char> latin, StringBuilder result)
    {
        for (var length = Math.Min(2, latin.Length - 1); length >= 1; length--)
        {
            if (ByOnset.TryGetValue(latin[..length], out var syllables) && "aiueo".IndexOf(latin[length], StringComparison.Ordinal) is var vowel and >= 0 && syllables[vowel] != "-")
            {
                result.Append(syllables[vowel]);
                return length + 1;
            }
        }

        return 0;
    }

    private static bool IsVowel(char c) => c is 'a' or 'i' or 'u' or 'e' or 'o';
}
