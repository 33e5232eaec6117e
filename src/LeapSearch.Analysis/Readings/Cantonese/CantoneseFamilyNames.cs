using LeapSearch.Analysis.Readings.Mandarin;

namespace LeapSearch.Analysis.Readings.Cantonese;

/// <summary>Chinese family names in Cantonese: those of <see cref="MandarinFamilyNames"/>, and what is read otherwise than in words.</summary>
internal static class CantoneseFamilyNames
{
    /// <summary>Readings of family names (words.hk and the Chinese University's Lexical Lists mark them as 姓), folded characters.</summary>
    private static readonly Dictionary<string, string> Special = new()
    {
        ["单"] = "sin", ["区"] = "au", ["仇"] = "kau", ["覃"] = "taam", ["任"] = "jam", ["查"] = "zaa", ["曾"] = "zang", ["冼"] = "sin", ["盖"] = "goi", ["乐"] = "ngok",
        ["缪"] = "miu", ["车"] = "ce", ["翟"] = "zaak", ["华"] = "waa", ["解"] = "gaai", ["沈"] = "sam", ["叶"] = "jip", ["万"] = "maan", ["朴"] = "piu", ["尹"] = "wan", ["邓"] = "dang",
        ["何"] = "ho", ["许"] = "heoi", ["钟"] = "zung", ["谢"] = "ze", ["余"] = "jyu", ["范"] = "faan", ["于"] = "jyu", ["岳"] = "ngok", ["游"] = "jau", ["郁"] = "wat", ["姜"] = "goeng", ["关"] = "gwaan",
        ["欧阳"] = "aujoeng", ["司徒"] = "sitou", ["上官"] = "soenggun", ["诸葛"] = "zyugot", ["司马"] = "simaa", ["皇甫"] = "wongfu", ["慕容"] = "moujung",
    };

    private static readonly (string Spelling, string Jyutping, int Syllables)[] Irregular =
    [
        ("lee", "lei", 1), ("li", "lei", 1), ("chow", "zau", 1), ("chau", "zau", 1), ("chiau", "zau", 1), ("ng", "ng", 1), ("szeto", "sitou", 2), ("auyeung", "aujoeng", 2),
        ("auyang", "aujoeng", 2), ("ouyang", "aujoeng", 2), ("wong", "wong", 1), ("chan", "can", 1), ("yeoh", "joeng", 1), ("young", "joeng", 1), ("hui", "heoi", 1), ("tsui", "ceoi", 1), ("koo", "gu", 1),
        ("hon", "hon", 1), ("law", "lo", 1), ("sheung", "soeng", 1), ("shaw", "siu", 1), ("woo", "wu", 1), ("tsoi", "coi", 1), ("shum", "sam", 1), ("shek", "sek", 1), ("ti", "dik", 1), ("ching", "cing", 1),
        ("yen", "jan", 1), ("low", "lou", 1),

        // Macau, whose spelling is Portuguese.
        ("cheang", "zeng", 1), ("ieong", "joeng", 1), ("lei", "lei", 1), ("lao", "lau", 1), ("iao", "jau", 1), ("vong", "wong", 1), ("kuok", "gwok", 1), ("cheong", "zoeng", 1), ("leong", "loeng", 1),
    ];

    /// <summary>Syllables that head many names of two or three characters which are stage names, not families: 成龍, 元彪.</summary>
    private const string StageHeads = "成元洪午馬石岳狄谷小火";

    /// <summary>The reading of a family name that is read otherwise than in words, else null.</summary>
    public static string? SpecialReading(string foldedFamily) => Special.GetValueOrDefault(foldedFamily);

    /// <summary>The Latin spellings of family names.</summary>
    public static SpellingTable Spellings(HanReadings readings, SpellingTable given)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in MandarinFamilyNames.Common + StageHeads)
        {
            if (SpecialReading(c.ToString()) is { } special)
            {
                names.Add(CantoneseSpellings.Open(special));
            }
            else if (readings.Of(c) is { Count: > 0 } all)
            {
                names.Add(CantoneseSpellings.Open(all[0].Text));
            }
        }

        var table = new SpellingTable();
        foreach (var (spelling, reading) in given.All.Where(s => names.Contains(s.Reading.Text)))
        {
            table.Add(spelling, reading.Text, reading.Weight);
        }

        foreach (var (spelling, jyutping, syllables) in Irregular)
        {
            table.Add(spelling, CantoneseReadings.OpenAll(jyutping, readings), 1, syllables);
        }

        return table;
    }
}
