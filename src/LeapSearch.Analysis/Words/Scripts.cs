using System.Globalization;
using System.Text;

namespace LeapSearch.Analysis;

/// <summary>The scripts that words are told apart by: what a reader writes together, and how it is searched.</summary>
public enum WordScript
{
    /// <summary>A script not listed here, or none: symbols, marks.</summary>
    Other,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Arabic, as used by any language.</summary>
    Arabic,

    /// <summary>Hebrew.</summary>
    Hebrew,

    /// <summary>Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Sinhala.</summary>
    Indic,

    /// <summary>Thai, Lao, Khmer, Myanmar and their relatives: written without blanks between words.</summary>
    SoutheastAsian,

    /// <summary>Han characters of any language.</summary>
    Han,

    /// <summary>Hiragana and katakana.</summary>
    Kana,

    /// <summary>Hangul, syllables and letters.</summary>
    Hangul,
}

/// <summary>Which script a character belongs to, by the blocks of the Unicode standard.</summary>
public static class Scripts
{
    private static readonly WordScript[] Plane = new WordScript[0x10000];

    static Scripts()
    {
        for (var c = 0; c < Plane.Length; c++)
        {
            Plane[c] = ByBlock(c);
        }
    }

    /// <summary>The script of a code point; any integer is taken.</summary>
    public static WordScript Of(int codePoint) => (uint)codePoint < 0x10000 ? Plane[codePoint] : ByBlock(codePoint);

    /// <summary>The script of a character; surrogates alone are <see cref="WordScript.Other"/>.</summary>
    public static WordScript Of(char c) => Plane[c];

    /// <summary>Whether a code point is a Han character (a radical, 々 and 〇 included).</summary>
    public static bool IsHan(int codePoint) => Of(codePoint) == WordScript.Han;

    /// <summary>Whether a code point is hiragana or katakana, ー included.</summary>
    public static bool IsKana(int codePoint) => Of(codePoint) == WordScript.Kana;

    /// <summary>Whether a code point is a Hangul syllable or letter.</summary>
    public static bool IsHangul(int codePoint) => Of(codePoint) == WordScript.Hangul;

    /// <summary>Whether a code point is a Latin letter.</summary>
    public static bool IsLatin(int codePoint) => Of(codePoint) == WordScript.Latin;

    /// <summary>Whether the script is searched by pairs of characters, as Han, kana, Hangul and the scripts without blanks are.</summary>
    public static bool IsPaired(WordScript script) => script >= WordScript.SoutheastAsian;

    /// <summary>Whether any character of the text belongs to the script.</summary>
    public static bool Contains(ReadOnlySpan<char> text, WordScript script)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune.Value) == script)
            {
                return true;
            }
        }

        return false;
    }

    private static WordScript ByBlock(int c) => c switch
    {
        < 0x80 => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') ? WordScript.Latin : c is >= '0' and <= '9' ? WordScript.Number : WordScript.Other,
        0xAA or 0xBA => WordScript.Latin,
        < 0xC0 or 0xD7 or 0xF7 => WordScript.Other,
        (>= 0x1D26 and <= 0x1D2A) or (>= 0x1D5D and <= 0x1D61) or (>= 0x1D66 and <= 0x1D6A) or 0x1DBF or 0xAB65 => WordScript.Greek,
        0x1D2B or 0x1D78 => WordScript.Cyrillic,
        0x214E or 0x2184 => WordScript.Latin,
        <= 0x2B8 or (>= 0x2E0 and <= 0x2E4) or (>= 0x1D00 and <= 0x1DBF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) => WordScript.Latin,
        (>= 0xA722 and <= 0xA7FF) or (>= 0xAB30 and <= 0xAB6F) or (>= 0xFB00 and <= 0xFB06) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) => WordScript.Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => WordScript.Greek,
        (>= 0x400 and <= 0x52F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => WordScript.Cyrillic,
        (>= 0x591 and <= 0x5F4) or (>= 0xFB1D and <= 0xFB4F) => WordScript.Hebrew,
        (>= 0x600 and <= 0x6FF) or (>= 0x750 and <= 0x77F) or (>= 0x870 and <= 0x8FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) => WordScript.Arabic,
        (>= 0x900 and <= 0xDFF) or (>= 0xA8E0 and <= 0xA8FF) => WordScript.Indic,
        (>= 0xE00 and <= 0xEFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x1950 and <= 0x19FF) or (>= 0x1A20 and <= 0x1AAF) => WordScript.SoutheastAsian,
        (>= 0xA9E0 and <= 0xA9FF) or (>= 0xAA60 and <= 0xAADF) => WordScript.SoutheastAsian,
        (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xFFA0 and <= 0xFFDC) => WordScript.Hangul,
        (>= 0x3041 and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) => WordScript.Kana,
        (>= 0xFF66 and <= 0xFF9F) or (>= 0x1AFF0 and <= 0x1B16F) => WordScript.Kana,
        (>= 0x2E80 and <= 0x2FDF) or 0x3005 or 0x3007 or 0x303B or (>= 0x3021 and <= 0x3029) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) => WordScript.Han,
        (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => WordScript.Han,
        < 0x10000 => char.IsDigit((char)c) ? WordScript.Number : WordScript.Other,
        _ => Rune.IsValid(c) && Rune.GetUnicodeCategory(new Rune(c)) == UnicodeCategory.DecimalDigitNumber ? WordScript.Number : WordScript.Other,
    };
}
