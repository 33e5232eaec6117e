using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LeapSearch.Analysis.Readings.Japanese;
using LeapSearch.Testing;

namespace LeapSearch.Analysis.Tests.Data;

/// <summary>
/// Makes the tables of Data/Readings: how Han characters are read in Mandarin, Cantonese, Korean and Japanese (Unihan 15), Japanese family
/// and given names (the ja_names lists), and how characters are read in them.
/// </summary>
internal static partial class ReadingSources
{
    /// <summary>Unihan gives up to a dozen native readings, the usual ones first.</summary>
    private const int MostKun = 5;

    /// <summary>Kana by their letters; of two written alike (じ ぢ, ず づ, お を) the one that modern spelling has.</summary>
    private static readonly Dictionary<string, string> Syllables = "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちつてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもやゆよらりるれろわん"
        .SelectMany(c => (string[])[$"{c}", $"{c}ゃ", $"{c}ゅ", $"{c}ょ"]).Select(k => (Kana: k, Latin: Kana.Latin(k)!))
        .Where(k => k.Kana.Length == 1 || (k.Latin[^2] != 'i' && k.Kana[0] != 'ん')).GroupBy(k => k.Latin).ToDictionary(k => k.Key, k => k.First().Kana).Append(new("q", "っ")).ToDictionary();

    /// <summary>A line a syllable: the syllable, the characters whose first reading it is, those that may also be read so.</summary>
    public static string Mandarin()
    {
        var first = Unihan("kMandarin").ToDictionary(p => p.Char, p => p.Values.Select(Toneless).ToList());

        // kHanyuPinlu counts readings in running text; what is read otherwise less than once in 40 makes more noise than it finds.
        var counted = Unihan("kHanyuPinlu").ToDictionary(p => p.Char, p => p.Values.Select(Counted).ToList());
        return Table(first.Keys.Select(c =>
        {
            var total = counted.GetValueOrDefault(c)?.Sum(r => r.Count) ?? 0;
            var others = counted.GetValueOrDefault(c)?.Where(r => r.Count * 40 >= total).Select(r => Toneless(r.Reading)) ?? [];
            return (c, (IEnumerable<string>)[.. first[c], .. others]);
        }));

        static (string Reading, int Count) Counted(string value)
        {
            var open = value.IndexOf('(', StringComparison.Ordinal);
            return (value[..open], int.Parse(value[(open + 1)..^1], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>As <see cref="Mandarin"/>, in Jyutping without tones.</summary>
    public static string Cantonese() => Table(Unihan("kCantonese").Select(p => (p.Char, p.Values.Select(v => v.TrimEnd('1', '2', '3', '4', '5', '6')))));

    /// <summary>As <see cref="Mandarin"/>, in Hangul; readings that the standards give (marked 0) come first.</summary>
    public static string Hanja() => Table(Unihan("kHangul").Select(p => (p.Char, p.Values
        .OrderByDescending(v => v.Contains('0', StringComparison.Ordinal)).Select(v => v.Split(':')[0]))));

    /// <summary>As <see cref="Mandarin"/>, in kana: readings taken over from China, which words of two characters and more have.</summary>
    public static string JapaneseOn() => Table(Unihan("kJapaneseOn").Select(p => (p.Char, p.Values.Where(v => ModernOn().IsMatch(v)).Select(KanaOf).OfType<string>())));

    /// <summary>A line a character: the character, its native readings in kana, verbs and adjectives in their dictionary form.</summary>
    public static string JapaneseKun() => string.Concat(Unihan("kJapaneseKun").Where(p => IsCommon(p.Char)).OrderBy(p => p.Char)
        .Select(p => $"{(char)p.Char}\t{string.Join(',', p.Values.Select(KanaOf).OfType<string>().Distinct().Take(MostKun))}\n"));

    /// <summary>Family names, the commonest first: the reading in kana, then its spellings in kanji.</summary>
    public static string JapaneseFamilyNames() => ByReading(FamilyNames());

    /// <summary>Given names: the reading in kana, then its spellings in kanji.</summary>
    public static string JapaneseGivenNames() => ByReading(GivenNames());

    /// <summary>How each character is read in the family and given names.</summary>
    public static string JapaneseNameReadings() => JapaneseNameCharacters.Table(FamilyNames(), GivenNames());

    private static IEnumerable<(string Kana, string Kanji)> FamilyNames() => InHan(Lines("scripts/ja_names/last_name_org.csv.gz").Select(l => l.Split(','))
        .Where(f => f.Length == 4).Select(f => (Kana: f[2], Kanji: f[0])));

    private static IEnumerable<(string Kana, string Kanji)> GivenNames()
        => InHan(((string[])["man", "woman"]).SelectMany(s => Lines($"scripts/ja_names/first_name_{s}_org.csv.gz")).Select(l => l.Split(','))
            .Where(f => f.Length >= 3).SelectMany(f => f.Skip(2).Select(k => (Kana: f[0], Kanji: k))));

    private static IEnumerable<(string Kana, string Kanji)> InHan(IEnumerable<(string Kana, string Kanji)> names)
        => names.Where(n => n.Kanji.Length is > 0 and <= 4 && n.Kanji.Any(c => Scripts.IsHan(c)));

    private static string ByReading(IEnumerable<(string Kana, string Kanji)> names)
    {
        var text = new StringBuilder();
        foreach (var group in names.GroupBy(n => n.Kana))
        {
            text.Append(group.Key).Append('\t').AppendJoin(',', group.Select(n => n.Kanji).Distinct()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Only the block of common characters: names and titles with others are too few to pay for the table's size.</summary>
    private static string Table(IEnumerable<(int Char, IEnumerable<string> Readings)> characters)
    {
        var lines = new SortedDictionary<string, (StringBuilder First, StringBuilder Other)>(StringComparer.Ordinal);
        foreach (var (c, readings) in characters.Where(p => IsCommon(p.Char)).OrderBy(p => p.Char))
        {
            var place = 0;
            foreach (var reading in readings.Distinct())
            {
                if (!lines.TryGetValue(reading, out var line))
                {
                    lines[reading] = line = (new StringBuilder(), new StringBuilder());
                }

                (place++ == 0 ? line.First : line.Other).Append((char)c);
            }
        }

        return string.Concat(lines.Select(l => $"{l.Key}\t{l.Value.First}\t{l.Value.Other}\n"));
    }

    /// <summary>The shape of such a reading in modern kana; Unihan also gives those of before 1946 ("KWAN", "TEU", "KEFU").</summary>
    [GeneratedRegex("^([KGSZTDNHBPMYRWFJ]|SH|CH|TS|[KGNHBPMR]Y)?(AI|UI|EI|OU|UU|[AIUEO](N|KU|KI|TSU|CHI)?)$")]
    private static partial Regex ModernOn();

    /// <summary>Hiragana of Unihan's Hepburn; null for a slip of the database, which has a few.</summary>
    private static string? KanaOf(string hepburn)
    {
        var latin = JapaneseLatin.Canonical(hepburn.ToLowerInvariant());
        var kana = new StringBuilder();
        for (var place = 0; latin is not null && place < latin.Length;)
        {
            var length = Math.Min(3, latin.Length - place);
            while (length > 0 && !Syllables.ContainsKey(latin.Substring(place, length)))
            {
                length--;
            }

            if (length == 0)
            {
                return null;
            }

            kana.Append(Syllables[latin.Substring(place, length)]);
            place += length;
        }

        return kana.Length == 0 ? null : kana.ToString();
    }

    private static bool IsCommon(int character) => character is >= 0x4E00 and <= 0x9FFF;

    /// <summary>Pinyin as typed: no tone, ü as u (nobody's name differs by it alone, and folding writes it so).</summary>
    private static string Toneless(string pinyin) => Folding.Fold(pinyin);

    private static IEnumerable<(int Char, string[] Values)> Unihan(string property)
        => from line in Lines("scripts/unihan/Unihan_Readings.txt.gz")
           let fields = line.Split('\t')
           where fields.Length == 3 && fields[1] == property
           select (int.Parse(fields[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), fields[2].Split(' '));

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf(path)), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
