using LeapSearch.Analysis.Names;

namespace LeapSearch.Analysis.Readings.Mandarin;

/// <summary>Mandarin. A reading is pinyin without tones, run together: "zhangyimou", "wujiandao"; ü is written u.</summary>
internal sealed class MandarinReadings : IReadingSystem
{
    /// <summary>What is pinyin is meant as pinyin; that it was Wade-Giles ("Chang Chen" for Zhang Zhen) is the looser guess.</summary>
    private const float WadeGilesInstead = 0.18f;

    /// <summary>Credits of Taiwan mix the two: "Chiang Da-wei", "Miao Ke-hsiu".</summary>
    private const float PinyinAmongWadeGiles = 0.5f;

    private const int MostReadings = 12;
    private const int MostTextReadings = 6;
    private const int MostInitials = 4;
    private const int LongestName = 8;
    private const int LongestText = 24;

    private static readonly HanReadings Han = new("Readings/mandarin.txt");
    private static readonly SpellingTable Pinyin = PinyinTable();
    private static readonly SpellingTable WadeGilesTable = WadeGiles.TableOf(Han.Syllables);
    private static readonly FamilyNameOrder PinyinNames = new(MandarinFamilyNames.Spellings(Han, null), Pinyin);
    private static readonly FamilyNameOrder WadeGilesNames = new(MandarinFamilyNames.Spellings(Han, WadeGilesTable), Mixed());

    public string Prefix => "zh";

    public IReadOnlyList<Reading> NameInScript(string name)
    {
        var letters = new string([.. name.Where(c => Scripts.IsHan(c) || char.IsLetterOrDigit(c) || char.IsSurrogate(c))]);
        if (letters.Length is < 2 or > LongestName || !letters.All(c => Scripts.IsHan(c)))
        {
            return [];
        }

        var folded = Folding.FoldKey(letters);
        var length = folded.Length == letters.Length ? MandarinFamilyNames.LengthIn(folded) : 1;
        var family = folded.Length == letters.Length ? MandarinFamilyNames.SpecialReadings(folded[..length]) : [];
        if (family.Count == 0)
        {
            family = Han.Read(letters.AsSpan(0, length), 2);
        }

        return ReadingList.Join(family, MandarinGivenNames.Read(Han, letters.AsSpan(length), MostReadings), MostTextReadings);
    }

    public IReadOnlyList<Reading> NameInLatin(NameWords name)
    {
        var readings = PinyinNames.Read(name, MostReadings);
        var factor = readings.Count > 0 ? WadeGilesInstead : 0.95f;
        readings.AddRange(WadeGilesNames.Read(name, MostReadings).Select(r => r with { Weight = r.Weight * factor }));
        return ReadingList.Best(readings, MostReadings);
    }

    public IReadOnlyList<Reading> TextInScript(string text)
    {
        if (!Scripts.Contains(text, WordScript.Han))
        {
            return [];
        }

        List<Reading> readings = [new Reading("", 1, 0)];
        for (var i = 0; i < text.Length && readings[0].Syllables <= LongestText; i++)
        {
            var c = text[i];
            if (MandarinWords.At(text, i) is { } word)
            {
                readings = ReadingList.Join(readings, [word], MostTextReadings);
                i += word.Syllables - 1;
            }
            else if (Scripts.IsHan(c))
            {
                readings = ReadingList.Join(readings, Han.Of(c), MostTextReadings);
            }
            else if (Scripts.Of(c) is WordScript.Latin or WordScript.Number)
            {
                readings = ReadingList.Join(readings, [new Reading(Folding.FoldKey(c.ToString()), 1, 0)], MostTextReadings);
            }
            else if (char.IsLetter(c))
            {
                return [];
            }

            if (readings.Count == 0)
            {
                return [];
            }
        }

        return readings;
    }

    public IReadOnlyList<Reading> TextInLatin(NameWords text)
    {
        var pinyin = Read(text, Pinyin);
        var wadeGiles = Read(text, WadeGilesTable);
        var factor = pinyin.Count > 0 ? WadeGilesInstead : 0.9f;
        pinyin.AddRange(wadeGiles.Select(r => r with { Weight = r.Weight * factor }));
        return [.. ReadingList.Best(pinyin, MostTextReadings).Where(r => r.Syllables >= 2)];
    }

    public IReadOnlyList<string> Initials(string text)
    {
        if (!Scripts.Contains(text, WordScript.Han))
        {
            return [];
        }

        List<Reading> initials = [new Reading("", 1, 0)];
        for (var i = 0; i < text.Length && initials.Count > 0 && initials[0].Syllables < LongestText; i++)
        {
            var c = text[i];
            if (Scripts.IsHan(c))
            {
                initials = ReadingList.Join(initials, [.. Han.Of(c).Select(r => r with { Text = r.Text[..1] })], MostInitials);
            }
            else if (char.IsLetterOrDigit(c))
            {
                initials = ReadingList.Join(initials, [new Reading(Folding.FoldKey(c.ToString()), 1, 0)], MostInitials);
            }
        }

        return [.. initials.Where(r => r.Text.Length > 1).Select(r => r.Text)];
    }

    /// <summary>Two to ten letters that pinyin syllables begin with; no syllable begins with i, u or v.</summary>
    public string? InitialsInQuery(string query)
    {
        var folded = Folding.FoldKey(query);
        return folded.Length is >= 2 and <= 10 && folded.All(c => char.IsAsciiLetterOrDigit(c) && c is not ('i' or 'u' or 'v')) && folded.Any(char.IsAsciiLetter) ? folded : null;
    }

    private static List<Reading> Read(NameWords text, SpellingTable table)
    {
        List<Reading> readings = [new Reading("", 1, 0)];
        foreach (var piece in text.Words.SelectMany(w => w))
        {
            readings = ReadingList.Join(readings, char.IsAsciiDigit(piece[0]) ? [new Reading(piece, 1, 0)] : table.Read(piece, LongestText, MostTextReadings), MostTextReadings);
        }

        return readings;
    }

    private static SpellingTable Mixed()
    {
        var table = new SpellingTable();
        foreach (var (spelling, reading) in WadeGilesTable.All)
        {
            table.Add(spelling, reading.Text, reading.Weight);
        }

        foreach (var (spelling, reading) in Pinyin.All)
        {
            table.Add(spelling, reading.Text, PinyinAmongWadeGiles);
        }

        return table;
    }

    private static SpellingTable PinyinTable()
    {
        var table = new SpellingTable();
        foreach (var syllable in Han.Syllables.Where(s => s.Length > 1 || "aeo".Contains(s[0], StringComparison.Ordinal)))
        {
            table.Add(syllable, syllable, 1);
        }

        // ü as keyboards and passports (GB/T 28039-2011) write it.
        foreach (var (spelling, syllable) in ((string, string)[])[("lv", "lu"), ("nv", "nu"), ("lyu", "lu"), ("nyu", "nu"), ("lve", "lue"), ("nve", "nue")])
        {
            table.Add(spelling, syllable, 1);
        }

        return table;
    }
}
