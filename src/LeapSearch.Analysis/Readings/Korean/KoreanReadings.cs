using LeapSearch.Analysis.Names;

namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>
/// Korean. A name's reading is its Hangul ("봉준호"): Hangul has one, Latin letters a few (jung may be 정 or 중), Hanja those that Unihan gives.
/// A text's reading is its Latin spelling, "~" before the loose one.
/// </summary>
internal sealed class KoreanReadings : IReadingSystem
{
    /// <summary>A loose spelling stands for many texts.</summary>
    private const float Loose = 0.1f;

    private const int MostReadings = 16;
    private const int LongestName = 6;
    private const int ShortestSyllable = 3;
    private const int FewestBesideForeign = 4;

    private static readonly FamilyNameOrder Latin = new(KoreanFamilyNames.Table, KoreanSpellings.Given);
    private static readonly HanReadings Hanja = new("Readings/hanja.txt");

    public string Prefix => "ko";

    public IReadOnlyList<Reading> NameInScript(string name)
    {
        var folded = Folding.FoldKey(name);
        if (folded.Length is < 2 or > LongestName)
        {
            return [];
        }

        if (folded.All(Hangul.IsSyllable))
        {
            return [new Reading(Canonical(folded), 1, folded.Length)];
        }

        var hanja = name.Replace(" ", "", StringComparison.Ordinal);
        return hanja.All(c => Scripts.IsHan(c))
            ? ReadingList.Best([.. Hanja.Read(hanja, 4).Select(r => r with { Text = Canonical(KoreanFamilyName(hanja) + r.Text[KoreanFamilyName(hanja).Length..]) })], 4)
            : [];
    }

    public IReadOnlyList<Reading> NameInLatin(NameWords name)
    {
        var readings = Latin.Read(name, MostReadings);
        for (var i = 0; i < readings.Count; i++)
        {
            readings[i] = readings[i] with { Text = Canonical(readings[i].Text) };
        }

        return ReadingList.Best(readings, MostReadings);
    }

    public IReadOnlyList<Reading> TextInScript(string text)
    {
        var folded = Folding.Fold(text);
        if (!Scripts.Contains(folded, WordScript.Hangul) || folded.Any(c => c > 0x7F && !Hangul.IsSyllable(c)))
        {
            return [];
        }

        // Blanks part what does not run together in speech, but few romanise so; with r and l as one, only nasals differ.
        var joined = folded.Replace(" ", "", StringComparison.Ordinal);
        var sound = RevisedRomanization.BySound(joined);
        var letters = RevisedRomanization.ByLetters(folded);
        var syllables = folded.Length;
        return ReadingList.Best(
            [
                new Reading(KoreanLatin.Spelling(letters), 1, syllables),
                new Reading(KoreanLatin.Spelling(RevisedRomanization.BySound(folded).Replace(" ", "", StringComparison.Ordinal)), 0.95f, syllables),
                new Reading(KoreanLatin.Spelling(sound), 0.9f, syllables),
                new Reading(KoreanLatin.Spelling(RevisedRomanization.BySound(joined, insertsN: true)), 0.85f, syllables),
                new Reading("~" + KoreanLatin.Sound(letters), Loose, syllables),
                new Reading("~" + KoreanLatin.Sound(sound), Loose, syllables),
            ],
            6);
    }

    public IReadOnlyList<Reading> TextInLatin(NameWords text)
    {
        var joined = text.Joined;
        var syllables = KoreanLatin.Syllables(joined);
        if (syllables == 0)
        {
            syllables = BesideForeign(text);
        }

        if (syllables == 1 && !joined.Any(char.IsAsciiDigit))
        {
            // 섬 "Seom": one syllable is a word of many languages.
            return joined.Length < ShortestSyllable ? [] : [new Reading(KoreanLatin.Spelling(joined), Loose, syllables)];
        }

        return syllables == 0
            ? []
            : [new Reading(KoreanLatin.Spelling(joined), 1, syllables), new Reading("~" + KoreanLatin.Sound(joined), Loose, syllables)];
    }

    /// <summary>The syllables of a text with one word that cannot be Korean, if there are several: 공동경비구역 JSA; else 0.</summary>
    private static int BesideForeign(NameWords text)
    {
        var syllables = text.Words.Select(w => KoreanLatin.Syllables(string.Concat(w))).ToArray();
        return syllables.Count(s => s == 0) == 1 && syllables.Sum() >= FewestBesideForeign ? syllables.Sum() : 0;
    }

    public IReadOnlyList<string> Initials(string text)
    {
        var folded = Folding.FoldKey(text);
        return folded.Any(Hangul.IsSyllable) ? [string.Concat(folded.Select(c => Hangul.IsSyllable(c) ? Hangul.Letters(c).Lead : c))] : [];
    }

    /// <summary>Consonants alone; two that the keyboard joined (ㄳ) are two.</summary>
    public string? InitialsInQuery(string query)
    {
        var letters = HangulTyping.Letters(Folding.FoldKey(query));
        return letters.Any(c => c > 0x7F) && letters.All(c => Hangul.Leads.Contains(c, StringComparison.Ordinal) || char.IsAsciiLetterOrDigit(c)) ? letters : null;
    }

    /// <summary>Family names and the head of given names as the South writes them: 류승룡 and 유승룡 are one.</summary>
    private static string Canonical(string name)
    {
        var family = KoreanFamilyNames.LengthIn(name);
        return string.Create(name.Length, (name, family), static (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = i == 0 || i == source.family ? Hangul.AtHead(source.name[i]) : source.name[i];
            }
        });
    }

    /// <summary>Family names whose Hanja is read otherwise than in words: 金 is 김, not 금.</summary>
    private static string KoreanFamilyName(string hanja) => hanja[0] switch
    {
        '金' => "김",
        '車' or '车' => "차",
        '沈' => "심",
        '葉' or '叶' => "엽",
        _ => "",
    };
}
