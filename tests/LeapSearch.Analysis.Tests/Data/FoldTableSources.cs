using System.Globalization;
using System.Text;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>
/// Makes the tables of Data/Unicode from the Unicode Character Database: what a code point decomposes to, and which code points
/// are no letters. The rules that are ours (kana, full stops, Hangul) are code in the Folding folder, not data.
/// </summary>
internal static class FoldTableSources
{
    /// <summary>
    /// Scripts whose nonspacing marks are accents or optional vowel points, so that people leave them out. In all others (Indic,
    /// Thai, Lao, Khmer, Thaana, …) they are vowels, and a word without them is another word.
    /// </summary>
    private static readonly HashSet<string> OptionalMarks = ["Inherited", "Common", "Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Syriac", "Coptic"];

    /// <summary>Letters that the standard does not decompose, though people type them as others.</summary>
    private static readonly Dictionary<int, string> Letters = new()
    {
        ['æ'] = "ae", ['ǽ'] = "ae", ['ǣ'] = "ae", ['œ'] = "oe", ['ı'] = "i", ['þ'] = "th", ['ð'] = "d", ['ŋ'] = "n", ['ĸ'] = "k", ['ȷ'] = "j",
        ['ƕ'] = "hv", ['ȣ'] = "ou", ['ɑ'] = "a", ['ɡ'] = "g", ['ɩ'] = "i", ['ꜳ'] = "aa", ['ꜵ'] = "ao", ['ꜷ'] = "au", ['ꜹ'] = "av", ['ꜽ'] = "ay", ['ꝏ'] = "oo",
        ['ґ'] = "г",
        // Arabic script: one form for the letters whose look or code depends on the language typed (Arabic, Persian, Urdu), as in
        // Lucene's ArabicNormalizer and PersianNormalizer: yeh, kaf, heh; teh marbuta and heh are typed for one another.
        ['ى'] = "ي", ['ی'] = "ي", ['ے'] = "ي", ['ک'] = "ك", ['ڪ'] = "ك", ['ہ'] = "ه", ['ە'] = "ه", ['ة'] = "ه", ['ٱ'] = "ا",
        // Chandrabindu and anusvara are written for one another in Hindi (Lucene's HindiNormalizer).
        [0x901] = "\u0902",
        // Malayalam chillu letters have an older spelling: consonant, virama, zero width joiner (Unicode chapter 12.9).
        [0xD7A] = "\u0D23\u0D4D", [0xD7B] = "\u0D28\u0D4D", [0xD7C] = "\u0D30\u0D4D", [0xD7D] = "\u0D32\u0D4D", [0xD7E] = "\u0D33\u0D4D", [0xD7F] = "\u0D15\u0D4D",
    };

    /// <summary>Nukta of scripts where writers leave it out: फ़िल्म is mostly typed फिल्म. In Bengali and Odia it makes other letters.</summary>
    private static readonly HashSet<int> DroppedMarks = [0x93C, 0xA3C, 0xABC, 0xCBC];

    /// <summary>Apostrophes, in all the ways that keyboards and typesetters write them, and what is typed for them.</summary>
    private const string Apostrophes = "'`´ʹʻʼʽʾʿˈˊˋ‘’‛′‵ꞌ＇\u05F3\u05F4";

    private const int CompatibilityJamoFirst = 0x3131;
    private const int CompatibilityJamoLast = 0x318E;

    /// <summary>Lines "code code …" in hexadecimal: a code point and what it folds to before our own rules.</summary>
    public static string Decompositions(UnicodeData data)
    {
        var lines = new StringBuilder();
        for (var code = 0x80; code < UnicodeData.End; code++)
        {
            var folded = Decomposition(data, code);
            if (folded is not null)
            {
                lines.Append(code.ToString("X", CultureInfo.InvariantCulture));
                foreach (var part in folded)
                {
                    lines.Append(' ').Append(part.ToString("X", CultureInfo.InvariantCulture));
                }

                lines.Append('\n');
            }
        }

        return lines.ToString();
    }

    /// <summary>
    /// Lines "first last class": D is dropped, A is a dropped apostrophe, B is a blank, a number is a kept mark with that canonical combining class. Code
    /// points of no line are letters, digits or spacing vowel signs and stay.
    /// </summary>
    public static string Classes(UnicodeData data)
    {
        var lines = new StringBuilder();
        var start = 0;
        for (var code = 1; code <= UnicodeData.End; code++)
        {
            var previous = Class(data, start);
            if (code == UnicodeData.End || Class(data, code) != previous)
            {
                if (previous.Length > 0)
                {
                    lines.Append(CultureInfo.InvariantCulture, $"{start:X} {code - 1:X} {previous}\n");
                }

                start = code;
            }
        }

        return lines.ToString();
    }

    private static List<int>? Decomposition(UnicodeData data, int code)
    {
        // Kana stay composed: か and が are two letters. Hangul syllables stay composed, and the letters of the keyboard (ㄱ) too.
        if (Apostrophes.Contains((char)code) || code is (>= 0x3040 and <= 0x30FE) or (>= CompatibilityJamoFirst and <= CompatibilityJamoLast)
            || data.Names[code] is null or "TRADE MARK SIGN" or "SERVICE MARK")
        {
            return null;
        }

        var isHalfWidthJamo = code is >= 0xFFA0 and <= 0xFFDC;
        var folded = isHalfWidthJamo ? HalfWidthJamo(data, code) : data.CompatibilityCaseFold(code);
        if (data.DecimalDigits[code] >= 0)
        {
            folded = ['0' + data.DecimalDigits[code]];
        }
        else if (code is 0xB2 or 0xB3 or 0xB9 or (>= 0x2070 and <= 0x2089 and not 0x2071) or (>= 0x2150 and <= 0x215F) or (>= 0xBC and <= 0xBE) or 0x2189)
        {
            // Alien³ is asked for as "alien", and 8½ is typed "8 1/2": the word before them ends.
            folded.Insert(0, ' ');
        }

        folded = folded.SelectMany(c => Letters.TryGetValue(c, out var s) ? s.EnumerateRunes().Select(r => r.Value) : [BaseLetter(data, c)]).ToList();
        return folded is [var single] && single == code ? null : folded;
    }

    /// <summary>The letter of "LATIN SMALL LETTER O WITH STROKE" and its like: the standard does not decompose strokes, hooks and tails.</summary>
    private static int BaseLetter(UnicodeData data, int code)
    {
        const string Prefix = "LATIN SMALL LETTER ";
        return code < UnicodeData.End && data.Names[code] is { } name && name.StartsWith(Prefix, StringComparison.Ordinal)
            && name.AsSpan(Prefix.Length) is [>= 'A' and <= 'Z', ' ', 'W', 'I', 'T', 'H', ..]
            ? char.ToLowerInvariant(name[Prefix.Length])
            : code;
    }

    private static List<int> HalfWidthJamo(UnicodeData data, int code)
    {
        // "HALFWIDTH HANGUL LETTER KIYEOK" is "HANGUL LETTER KIYEOK".
        var name = data.Names[code]!["HALFWIDTH ".Length..];
        return [Enumerable.Range(CompatibilityJamoFirst, CompatibilityJamoLast - CompatibilityJamoFirst + 1).Append(0x3164).First(c => data.Names[c] == name)];
    }

    private static string Class(UnicodeData data, int code)
    {
        if (code < 0x10000 && Apostrophes.Contains((char)code))
        {
            return "A";
        }

        // Hangul fillers stand for a letter that is not there.
        if (DroppedMarks.Contains(code) || code is 0x115F or 0x1160 or 0x3164)
        {
            return "D";
        }

        var category = data.Categories[code];
        switch (category)
        {
            case null when code is >= 0x20000 and < 0x2FFFE:
                return "";
            case null:
                return "B";
            case "Cf":
                return "D";
            case "Mn" or "Me":
                return code is not (0x3099 or 0x309A) && OptionalMarks.Contains(data.Scripts[code] ?? "")
                    ? "D"
                    : data.CombiningClasses[code] == 0 ? "" : data.CombiningClasses[code].ToString(CultureInfo.InvariantCulture);
            case "Mc" when data.CombiningClasses[code] != 0:
                return data.CombiningClasses[code].ToString(CultureInfo.InvariantCulture);
            case "Sk" or "Sc" or "Sm" or "So" or "Cc" or "Cs" or "Co":
            case ['P' or 'Z', _]:
                return Decomposition(data, code) is null ? "B" : "";
            case "Lm" when code is 0x640 or 0x7FA:
                return "D"; // tatweel: a longer line between two letters
            default:
                return "";
        }
    }
}
