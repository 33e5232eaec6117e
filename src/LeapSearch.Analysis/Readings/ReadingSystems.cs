using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings.Cantonese;
using LeapSearch.Analysis.Readings.Japanese;
using LeapSearch.Analysis.Readings.Korean;
using LeapSearch.Analysis.Readings.Mandarin;

namespace LeapSearch.Analysis.Readings;

/// <summary>A system and the best grade that its readings may have for a text.</summary>
internal readonly record struct SystemUse(IReadingSystem System, KeyGrade Most);

/// <summary>The systems of reading there are, and which a language's texts are read by.</summary>
internal static class ReadingSystems
{
    private static readonly IReadingSystem Korean = new KoreanReadings();
    private static readonly IReadingSystem Mandarin = new MandarinReadings();
    private static readonly IReadingSystem Cantonese = new CantoneseReadings();
    private static readonly IReadingSystem Japanese = new JapaneseReadings(japanese: true);
    private static readonly IReadingSystem MaybeJapanese = new JapaneseReadings(japanese: false);

    private static readonly SystemUse[] OnlyKorean = [new(Korean, KeyGrade.Spelling)];

    private static readonly SystemUse[] OnlyJapanese = [new(Japanese, KeyGrade.Spelling)];

    /// <summary>Names and titles of Hong Kong, and Chinese of no known region: read both ways everywhere.</summary>
    private static readonly SystemUse[] Chinese = [new(Mandarin, KeyGrade.Spelling), new(Cantonese, KeyGrade.Spelling)];

    /// <summary>Chinese of the mainland, Taiwan and Singapore: the press of Hong Kong writes it in Cantonese letters, few others do.</summary>
    private static readonly SystemUse[] NorthernChinese = [new(Mandarin, KeyGrade.Spelling), new(Cantonese, KeyGrade.Sound)];

    /// <summary>
    /// Han of no known language: Chinese, or Japanese where the lists of names know it; Hanja names are read by few.
    /// </summary>
    private static readonly SystemUse[] AnyHan =
        [new(Mandarin, KeyGrade.Spelling), new(Cantonese, KeyGrade.Spelling), new(MaybeJapanese, KeyGrade.Spelling), new(Korean, KeyGrade.Sound)];

    private static readonly SystemUse[] AnyLatin =
        [new(Korean, KeyGrade.Spelling), new(Mandarin, KeyGrade.Spelling), new(Cantonese, KeyGrade.Spelling), new(Japanese, KeyGrade.Spelling)];

    /// <summary>Names in Latin letters of who has one in Han.</summary>
    public static IReadOnlyList<SystemUse> LatinBesideHan { get; } = [new(Mandarin, KeyGrade.Spelling), new(Cantonese, KeyGrade.Spelling), new(MaybeJapanese, KeyGrade.Spelling)];

    /// <summary>The systems for a text of a language (BCP 47, null where unknown) and a script: the script decides where the language does not.</summary>
    public static IReadOnlyList<SystemUse> For(string? language, NameScript script)
    {
        switch (script)
        {
            case NameScript.Hangul:
                return OnlyKorean;
            case NameScript.Kana:
                return OnlyJapanese;
            case NameScript.Other:
                return [];
        }

        var primary = language?.Split('-')[0].ToLowerInvariant();
        return primary switch
        {
            "ko" => OnlyKorean,
            "ja" => OnlyJapanese,
            "zh" when IsNorthern(language!) => NorthernChinese,
            "cmn" or "wuu" => NorthernChinese,
            "zh" or "yue" or "nan" or "hak" => Chinese,
            null or "" or "und" or "mul" => script == NameScript.Latin ? AnyLatin : AnyHan,
            _ => script == NameScript.Latin ? [] : AnyHan,
        };
    }

    private static bool IsNorthern(string language)
        => language.EndsWith("-CN", StringComparison.OrdinalIgnoreCase) || language.EndsWith("-TW", StringComparison.OrdinalIgnoreCase) || language.EndsWith("-SG", StringComparison.OrdinalIgnoreCase);
}
