using LeapSearch.Analysis.Tests.Data;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Analysis.Tests.Words;

public sealed class ScriptsTests
{
    /// <summary>The blocks agree with the script property of every letter of planes 0 and 2 that a folded text may hold.</summary>
    [NeedsFact(UnicodeData.Folder + "Scripts.txt")]
    public void BlocksAgreeWithTheDatabase()
    {
        var data = new UnicodeData();
        var wrong = new List<string>();
        for (var c = 0; c < UnicodeData.End; c++)
        {
            if (data.Categories[c] is ['L', _] && data.Scripts[c] is { } script && Expected(script) is { } expected && Scripts.Of(c) != expected
                && c is < 0x10000 or >= 0x20000 && char.ConvertFromUtf32(c) is var letter && Folding.Fold(letter) == letter)
            {
                wrong.Add($"U+{c:X4} {script} {Scripts.Of(c)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(", ", wrong.Take(50)));
    }

    private static WordScript? Expected(string script) => script switch
    {
        "Latin" => WordScript.Latin,
        "Greek" => WordScript.Greek,
        "Cyrillic" => WordScript.Cyrillic,
        "Arabic" => WordScript.Arabic,
        "Hebrew" => WordScript.Hebrew,
        "Devanagari" or "Bengali" or "Gurmukhi" or "Gujarati" or "Oriya" or "Tamil" or "Telugu" or "Kannada" or "Malayalam" or "Sinhala" => WordScript.Indic,
        "Thai" or "Lao" or "Khmer" or "Myanmar" => WordScript.SoutheastAsian,
        "Han" => WordScript.Han,
        "Hiragana" or "Katakana" => WordScript.Kana,
        "Hangul" => WordScript.Hangul,
        _ => null,
    };
}
