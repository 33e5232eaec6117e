namespace LeapSearch.Analysis.Readings.Mandarin;

/// <summary>
/// Pinyin syllables in Wade-Giles (H. Giles, A Chinese-English Dictionary, 1912; the table of the Library of Congress), without its apostrophes
/// and umlauts, which credits drop and folding takes away: p stands for b and p, ch for zh, ch, j and q.
/// </summary>
internal static class WadeGiles
{
    /// <summary>Spellings of Taiwan's credits that are neither pinyin nor regular Wade-Giles, as far as they occur in many names.</summary>
    private static readonly (string Spelling, string Pinyin)[] Irregular =
    [
        ("gwei", "gui"), ("kwei", "gui"), ("kwan", "guan"), ("gwo", "guo"), ("hwa", "hua"), ("hwang", "huang"), ("hwei", "hui"), ("jiun", "jun"), ("jyun", "jun"),
        ("shiau", "xiao"), ("shiang", "xiang"), ("shien", "xian"), ("shin", "xin"), ("shiu", "xu"), ("shyu", "xu"), ("jia", "jia"), ("jie", "jie"), ("jing", "jing"), ("jyh", "zhi"),
        ("jeng", "zheng"), ("chyi", "qi"), ("tze", "zi"), ("tse", "zi"), ("sze", "si"), ("shih", "xi"), ("yee", "yi"), ("yih", "yi"), ("yueh", "yue"), ("chi", "zhi"), ("lin", "ling"),
        ("ming", "min"), ("jiann", "jian"), ("yang", "yang"), ("yuh", "yu"), ("wey", "wei"), ("rong", "rong"), ("zer", "ze"), ("tzer", "ze"),
    ];

    /// <summary>The spellings of the syllables given, each with all that it may stand for.</summary>
    public static SpellingTable TableOf(IEnumerable<string> pinyinSyllables)
    {
        var table = new SpellingTable();
        foreach (var pinyin in pinyinSyllables)
        {
            foreach (var spelling in Spellings(pinyin))
            {
                table.Add(spelling, pinyin, 1);
            }
        }

        foreach (var (spelling, pinyin) in Irregular)
        {
            table.Add(spelling, pinyin, 0.5f);
        }

        return table;
    }

    private static IEnumerable<string> Spellings(string pinyin)
    {
        switch (pinyin)
        {
            case "yi":
                return ["i", "yi"];
            case "you":
                return ["yu", "you"];
            case "ye":
                return ["yeh", "ye"];
            case "yan":
                return ["yen"];
            case "yong":
                return ["yung"];
            case "yue":
                return ["yueh"];
            case "er":
                return ["erh"];
            case "e":
                return ["o", "e"];
            case "zi" or "ci":
                return ["tzu", "tze", "tz"];
            case "si":
                return ["ssu", "szu", "sze"];
        }

        var cut = pinyin.Length > 1 && pinyin[1] == 'h' ? 2 : "aeiou".Contains(pinyin[0], StringComparison.Ordinal) ? 0 : 1;
        var (initial, final) = (pinyin[..cut], pinyin[cut..]);
        var start = initial switch
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

        string[] end = final switch
        {
            "i" when initial is "zh" or "ch" or "sh" or "r" => ["ih"],
            "e" when initial is "g" or "k" or "h" => ["o"],
            "e" => ["e", "eh"],
            "uo" when initial is not ("g" or "k" or "h" or "sh") => ["o"],
            "ie" => ["ieh"],
            "ue" => ["ueh"],
            "ian" => ["ien"],
            "ong" => ["ung"],
            "iong" => ["iung"],
            "ui" => ["uei", "ui"],
            "uan" or "uang" or "uai" => [final],
            "en" when initial == "r" => ["en"],
            _ => [final],
        };
        return end.Select(e => start + e);
    }
}
