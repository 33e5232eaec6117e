using System.Text;

namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>Korean in Latin letters brought to one spelling, strictly for what is the same word, loosely for what may be.</summary>
internal static class KoreanLatin
{
    /// <summary>
    /// Consonants that systems write alike go together: g k kk, d t tt, b p pp, r l, s ss sh; vowels only where no other vowel is written
    /// so: oo is u, ee is i.
    /// </summary>
    private static readonly (string From, string To)[] StrictRules =
    [
        ("tch", "c"), ("weo", "wo"), ("woo", "u"), ("eui", "ui"), ("yoo", "yu"), ("ch", "c"), ("sh", "s"), ("kk", "k"), ("gg", "k"), ("tt", "t"), ("dd", "t"),
        ("pp", "p"), ("bb", "p"), ("ss", "s"), ("jj", "j"), ("ll", "l"), ("rr", "l"), ("lr", "l"), ("rl", "l"), ("oo", "u"), ("ee", "i"), ("wu", "u"), ("ph", "p"), ("kh", "k"),
        ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("z", "j"), ("f", "p"), ("v", "p"),
    ];

    /// <summary>
    /// Also what McCune-Reischauer without marks and popular spelling confuse: eo o u eu; ae e; j ch; oe we; ui wi i. An h that only lengthens is dropped.
    /// </summary>
    private static readonly (string From, string To)[] LooseRules =
    [
        ("yeoh", "yu"), ("tch", "j"), ("weo", "wu"), ("woo", "u"), ("eui", "i"), ("yoo", "yu"), ("yeo", "yu"), ("you", "yu"), ("yuh", "yu"), ("yae", "ye"), ("wae", "we"), ("woe", "we"), ("wee", "i"), ("wi", "i"),
        ("eoh", "u"), ("ch", "j"), ("sh", "s"), ("kk", "k"), ("gg", "k"), ("tt", "t"), ("dd", "t"), ("pp", "p"), ("bb", "p"), ("ss", "s"), ("jj", "j"), ("ll", "l"), ("rr", "l"),
        ("lr", "l"), ("rl", "l"), ("oo", "u"), ("ee", "i"), ("wu", "u"), ("ph", "p"), ("kh", "k"), ("eo", "u"), ("eu", "u"), ("ae", "e"), ("ai", "e"), ("oe", "we"), ("oi", "we"),
        ("ou", "u"), ("ui", "i"), ("yo", "yu"), ("yi", "i"), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("z", "j"), ("f", "p"), ("v", "p"), ("o", "u"),
    ];

    private static readonly (string From, string To)[][] Strict = ByFirst(StrictRules);
    private static readonly (string From, string To)[][] Loose = ByFirst(LooseRules);

    /// <summary>One spelling of the same word.</summary>
    public static string Spelling(string latin) => Rewrite(latin, Strict, dropLongH: false);

    /// <summary>One spelling of what may be the same word.</summary>
    public static string Sound(string latin) => Rewrite(latin, Loose, dropLongH: true);

    /// <summary>How many Korean syllables a run of Latin letters has; 0 where it cannot be Korean.</summary>
    public static int Syllables(ReadOnlySpan<char> latin)
    {
        var place = 0;
        var syllables = 0;
        while (place < latin.Length)
        {
            if (char.IsAsciiDigit(latin[place]))
            {
                place++;
                continue;
            }

            place += Consonants(latin[place..]);
            var (length, count) = Vowels(latin[place..]);
            if (count == 0)
            {
                return 0;
            }

            place += length;
            syllables += count;

            // A final consonant: one that no vowel follows, or ng. What a vowel follows begins the next syllable.
            if (place < latin.Length && "nmlrkptgbsh".Contains(latin[place], StringComparison.Ordinal) && (place + 1 == latin.Length || char.IsAsciiDigit(latin[place + 1])))
            {
                place++;
            }
            else if (place + 1 < latin.Length && latin[place] is 'n' or 'm' or 'l' && latin[place + 1] == 'h')
            {
                // 부산행 "busanhaeng": these take no h with them.
                place++;
            }
            else if (place + 1 < latin.Length && latin[place] == 'n' && latin[place + 1] == 'g')
            {
                place += 2;
            }
            else if (place + 1 < latin.Length && "nmlrkptgbsh".Contains(latin[place], StringComparison.Ordinal) && !"aeiouwyh".Contains(latin[place + 1], StringComparison.Ordinal))
            {
                place++;
            }
        }

        return syllables;
    }

    /// <summary>A run of vowels, and how many syllables they make at the least: 소원 "sowon" two, 여우 "yeou" two.</summary>
    private static (int Length, int Count) Vowels(ReadOnlySpan<char> latin)
    {
        var (length, count) = (0, 0);
        while (length < latin.Length && "aeiouwy".Contains(latin[length], StringComparison.Ordinal))
        {
            var rest = latin[length..];
            var letters = rest.Length > 2 && rest[..3] is "yeo" or "yae" or "wae" or "weo" or "eui" or "you" or "yoo" or "woo" or "wee" ? 3
                : rest.Length > 1 && rest[..2] is "eo" or "eu" or "ae" or "oe" or "ui" or "oo" or "ee" or "ou" or "ai" or "oi" or "ie" or "ay" or "ey" or "oy" ? 2
                : rest.Length > 1 && rest[0] is 'w' or 'y' && "aeiou".Contains(rest[1], StringComparison.Ordinal) ? 2 : 1;
            if (rest[0] == 'w' && letters == 1)
            {
                return (0, 0);
            }

            length += letters;
            count++;
        }

        return (length, count);
    }

    /// <summary>The length of the initial consonant: none, one of the alphabet's, a doubled one, ch, sh.</summary>
    private static int Consonants(ReadOnlySpan<char> latin)
    {
        if (latin.Length > 1 && latin[..2] is "ch" or "sh" or "kh" or "th" or "ph" or "kk" or "tt" or "pp" or "ss" or "jj" or "gg" or "dd" or "bb")
        {
            return 2;
        }

        return latin.Length > 0 && "gkndtrlmbpsjhz".Contains(latin[0], StringComparison.Ordinal) ? 1 : 0;
    }

    private static (string From, string To)[][] ByFirst((string From, string To)[] rules)
    {
        var byFirst = new (string, string)[128][];
        for (var c = 0; c < byFirst.Length; c++)
        {
            byFirst[c] = [.. rules.Where(r => r.From[0] == c).OrderByDescending(r => r.From.Length)];
        }

        return byFirst;
    }

    private static string Rewrite(string latin, (string From, string To)[][] rules, bool dropLongH)
    {
        var result = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length;)
        {
            var c = latin[i];
            var rule = c < 128 ? Array.Find(rules[c], r => latin.AsSpan(i).StartsWith(r.From, StringComparison.Ordinal)) : default;
            if (rule.From is { } from)
            {
                result.Append(rule.To);
                i += from.Length;
                continue;
            }

            var longH = dropLongH && c == 'h' && i > 0 && "aeiou".Contains(latin[i - 1], StringComparison.Ordinal)
                && (i + 1 == latin.Length || !"aeiouwy".Contains(latin[i + 1], StringComparison.Ordinal));
            if (!longH)
            {
                result.Append(c);
            }

            i++;
        }

        return result.ToString();
    }
}
