using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings.Mandarin;

namespace LeapSearch.Analysis.Readings.Cantonese;

/// <summary>Cantonese. A reading is Jyutping without tones and without what Hong Kong's spelling leaves open, run together: 梁朝偉 is "loengciuwai".</summary>
internal sealed class CantoneseReadings : IReadingSystem
{
    private const int MostReadings = 16;
    private const int MostScriptReadings = 6;
    private const int MostTextReadings = 8;
    private const int LongestName = 5;
    private const int LongestText = 24;

    /// <summary>Titles are given in Cantonese letters so seldom that a match is no more than a likeness.</summary>
    private const float TextWeight = 0.15f;

    private static readonly HanReadings Han = new("Readings/cantonese.txt");
    private static readonly SpellingTable Given = CantoneseSpellings.TableOf(Han.Syllables);
    private static readonly FamilyNameOrder Latin = new(CantoneseFamilyNames.Spellings(Han, Given), Given);

    public string Prefix => "yue";

    public IReadOnlyList<Reading> NameInScript(string name)
    {
        var letters = name.Replace(" ", "", StringComparison.Ordinal);
        if (letters.Length is < 2 or > LongestName || !letters.All(c => Scripts.IsHan(c)))
        {
            return [];
        }

        var folded = Folding.FoldKey(letters);
        if (folded.Length != letters.Length)
        {
            return [];
        }

        var length = MandarinFamilyNames.LengthIn(folded);
        var family = CantoneseFamilyNames.SpecialReading(folded[..length]) is { } special
            ? [new Reading(OpenAll(special, Han), 1, length)]
            : Read(letters[..length], folded[..length], 2);
        return ReadingList.Join(family, Read(letters[length..], folded[length..], MostScriptReadings), MostScriptReadings);
    }

    public IReadOnlyList<Reading> NameInLatin(NameWords name) => Latin.Read(name, MostReadings);

    public IReadOnlyList<Reading> TextInScript(string text)
    {
        var letters = new string([.. text.Where(char.IsLetterOrDigit)]);
        var folded = Folding.FoldKey(letters);
        return letters.Length is >= 2 and <= LongestText && folded.Length == letters.Length && letters.All(c => Scripts.IsHan(c))
            ? [.. Read(letters, folded, 2).Select(r => r with { Weight = r.Weight * TextWeight })]
            : [];
    }

    public IReadOnlyList<Reading> TextInLatin(NameWords text)
    {
        List<Reading> readings = [new Reading("", TextWeight, 0)];
        foreach (var piece in text.Words.SelectMany(w => w))
        {
            readings = ReadingList.Join(readings, Given.Read(piece, LongestText, MostTextReadings), MostTextReadings);
        }

        // Two syllables run together are English as often ("Hapless"); two words of one syllable each are not: "Hap Lui".
        var shortest = text.Words.Length == 2 ? 2 : 3;
        return [.. readings.Where(r => r.Syllables >= shortest)];
    }

    /// <summary>Jyutping syllables run together, each without what Hong Kong's spelling leaves open.</summary>
    internal static string OpenAll(string jyutping, HanReadings readings)
    {
        var open = "";
        while (jyutping.Length > 0)
        {
            var length = Math.Min(6, jyutping.Length);
            while (length > 1 && !readings.HasSyllable(jyutping[..length]))
            {
                length--;
            }

            open += CantoneseSpellings.Open(jyutping[..length]);
            jyutping = jyutping[length..];
        }

        return open;
    }

    /// <summary>Unihan reads most traditional characters, and simplified ones where they are old; the folded character is asked second.</summary>
    private static List<Reading> Read(string letters, string folded, int limit)
    {
        List<Reading> readings = [new Reading("", 1, 0)];
        for (var i = 0; i < letters.Length; i++)
        {
            var all = Han.Of(letters[i]) is { Count: > 0 } own ? own : Han.Of(folded[i]);
            readings = ReadingList.Join(readings, [.. all.Select(r => r with { Text = CantoneseSpellings.Open(r.Text) })], limit);
        }

        return readings;
    }
}
