namespace LeapSearch.Analysis.Tests.Names;

/// <summary>
/// The romanisations of libraries, schools and keyboards by their own rules, written apart from the tables that they test. A name has a family name and
/// syllables.
/// </summary>
internal static class Romanisations
{
    private static readonly string[] RevisedLeads = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    private static readonly string[] RevisedVowels = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
    private static readonly string[] RevisedTrails = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];
    private static readonly string[] MccuneLeads = ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h"];
    private static readonly string[] MccuneVowels = ["a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"];

    private static readonly (string Hepburn, string Kunrei)[] Kunrei =
    [
        ("shi", "si"), ("sha", "sya"), ("shu", "syu"), ("sho", "syo"), ("chi", "ti"), ("cha", "tya"), ("chu", "tyu"), ("cho", "tyo"), ("tsu", "tu"), ("fu", "hu"), ("ja", "zya"), ("ju", "zyu"), ("jo", "zyo"), ("ji", "zi"),
    ];

    /// <summary>Revised Romanisation (South Korea, 2000) of a name: "Gim Min-hui".</summary>
    public static string Revised(string hangul) => Korean(hangul, RevisedLeads, RevisedVowels);

    /// <summary>McCune-Reischauer (1939) without its marks: "Kim Min-hui", "Pong Chun-ho"; after a vowel, n, m, l or ng the consonants k, t, p, ch are voiced.</summary>
    public static string McCune(string hangul, bool voiced)
    {
        var name = Korean(hangul, MccuneLeads, MccuneVowels);
        if (!voiced)
        {
            return name;
        }

        var hyphen = name.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0 || name.AsSpan(hyphen + 1).StartsWith("ch") || !"aeiounmlg".Contains(name[hyphen - 1], StringComparison.Ordinal))
        {
            return name;
        }

        var lead = name[hyphen + 1] switch { 'k' => 'g', 't' => 'd', 'p' => 'b', var other => other };
        return name[..(hyphen + 1)] + lead + name[(hyphen + 2)..];
    }

    /// <summary>Kunrei (ISO 3602) of a name in Hepburn without long vowels.</summary>
    public static string ToKunrei(string hepburn)
    {
        var text = hepburn.ToLowerInvariant();
        foreach (var (from, to) in Kunrei)
        {
            text = text.Replace("tch", "tch", StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Wade-Giles (as the Library of Congress wrote it until 1997, without marks) of pinyin syllables, the family name first.</summary>
    public static string WadeGiles(IReadOnlyList<string> syllables)
    {
        var all = syllables.Select(WadeGiles).ToArray();
        return all[0] + " " + string.Join('-', all[1..]);
    }

    private static string Korean(string hangul, string[] leads, string[] vowels)
    {
        var syllables = hangul.Select(c => c - 0xAC00).Select(i => leads[i / 588] + vowels[i / 28 % 21] + RevisedTrails[i % 28]).ToArray();
        return syllables[0] + " " + string.Join('-', syllables[1..]);
    }

    private static string WadeGiles(string pinyin)
    {
        var initial = pinyin.Length > 1 && pinyin[1] == 'h' ? pinyin[..2] : "bpmfdtnlgkhjqxrzcsyw".Contains(pinyin[0], StringComparison.Ordinal) ? pinyin[..1] : "";
        var final = pinyin[initial.Length..];
        return (initial, final) switch
        {
            ("y", "i") => "i",
            ("y", "an") => "yen",
            ("y", "e") => "yeh",
            ("y", "ou") => "yu",
            ("y", "ong") => "yung",
            ("y", "ue") => "yueh",
            ("z" or "c", "i") => "tzu",
            ("s", "i") => "ssu",
            ("zh" or "ch", "i") => "chih",
            ("sh", "i") => "shih",
            ("r", "i") => "jih",
            ("g" or "k", "e") => "ko",
            ("h", "e") => "ho",
            ("", "er") => "erh",
            _ => Initial(initial) + Final(initial, final),
        };

        static string Initial(string initial) => initial switch
        {
            "b" => "p",
            "d" => "t",
            "g" => "k",
            "j" or "q" or "zh" => "ch",
            "x" => "hs",
            "r" => "j",
            "z" or "c" => "ts",
            _ => initial,
        };

        static string Final(string initial, string final) => final switch
        {
            "ian" => "ien",
            "ie" => "ieh",
            "ue" => "ueh",
            "ong" => "ung",
            "iong" => "iung",
            "uo" when initial is not ("g" or "k" or "h" or "sh") => "o",
            "ui" when initial is "g" or "k" => "uei",
            _ => final,
        };
    }
}
