using LeapSearch.Analysis.Names;
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

    private static readonly SystemUse[] OnlyKorean = [new(Korean, KeyGrade.Spelling)];
    private static readonly SystemUse[] Chinese = [new(Mandarin, KeyGrade.Spelling)];

    /// <summary>Han of no known language: most is Chinese; Hanja names are read by few.</summary>
    private static readonly SystemUse[] AnyHan = [new(Mandarin, KeyGrade.Spelling), new(Korean, KeyGrade.Sound)];

    private static readonly SystemUse[] AnyLatin = [new(Korean, KeyGrade.Spelling), new(Mandarin, KeyGrade.Spelling)];

    /// <summary>The systems for a text of a language (BCP 47, null where unknown) and a script: the script decides where the language does not.</summary>
    public static IReadOnlyList<SystemUse> For(string? language, NameScript script)
    {
        switch (script)
        {
            case NameScript.Hangul:
                return OnlyKorean;
            case NameScript.Other:
                return [];
        }

        var primary = language?.Split('-')[0].ToLowerInvariant();
        return primary switch
        {
            "ko" => OnlyKorean,
            "yue" or "zh" or "cmn" or "nan" or "wuu" or "hak" => Chinese,
            null or "" or "und" or "mul" => script == NameScript.Latin ? AnyLatin : AnyHan,
            _ => script == NameScript.Latin ? [] : AnyHan,
        };
    }
}
