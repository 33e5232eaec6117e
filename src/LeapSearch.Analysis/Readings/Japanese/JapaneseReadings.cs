using LeapSearch.Analysis.Names;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>
/// Japanese. A reading is Hepburn run together, family name first: 黒澤明 is "kurosawaakira", 役所広司 "yakushokouji". Beside it stands, after a "~",
/// the reading without the length of vowels, which Latin letters seldom tell: "~yakushokoji".
/// </summary>
/// <remarks>
/// ゆうき and ゆき are two names, "Yuki" is both. So a person in kana or kanji has both keys, and a query in Latin letters asks for the second only; a query in
/// kana or kanji asks for the first, and so that it finds who is known in Latin letters alone, for a key of those (after a "-"). Only
/// in sound does it ask for the second.
/// </remarks>
/// <param name="japanese">Whether what is read is known to be Japanese; names in Han alone may be Chinese.</param>
internal sealed class JapaneseReadings(bool japanese) : IReadingSystem
{
    private const string Open = "~";
    private const string FromLatin = "-";

    /// <summary>The same but for the length of a vowel: an error that many make, or another word.</summary>
    private const float OtherLength = 0.15f;

    /// <summary>A name in two words of kana is one with the given name first in translations alone.</summary>
    private const float GivenFirst = 0.3f;

    private const int LongestName = 14;
    private const int LongestText = 60;
    private const int ShortestText = 3;

    private static readonly char[] Separators = [' ', '\u3000', '\u00A0', '・', '·', '=', '＝', '･'];

    public string Prefix => "ja";

    public IReadOnlyList<Reading> NameInScript(string name) => [.. Names(name).SelectMany(Indexed)];

    public IReadOnlyList<Reading> NameInQuery(string name) => [.. Names(name).SelectMany(Asked)];

    public IReadOnlyList<Reading> NameInLatin(NameWords name)
    {
        var readings = JapaneseLatinNames.Read(name);
        return [.. readings.SelectMany(r => Latin(r, name.IsTyped))];
    }

    public IReadOnlyList<Reading> TextInScript(string text) => [.. Texts(text).SelectMany(Indexed)];

    public IReadOnlyList<Reading> TextInQuery(string text) => [.. Texts(text).SelectMany(Asked)];

    public IReadOnlyList<Reading> TextInLatin(NameWords text)
        => JapaneseLatin.Canonical(text.Joined, unfinished: text.IsTyped) is { Length: >= ShortestText and <= LongestText } canonical
            ? [.. Latin(new Reading(JapaneseLatin.OpenText(canonical), 1, 1), text.IsTyped)]
            : [];

    /// <summary>Kanji may be read in many ways: where Latin letters or kana tell which, no other is meant.</summary>
    public IReadOnlyList<Reading> Confirmed(IReadOnlyList<Reading> inScript, IEnumerable<Reading> elsewhere)
    {
        var told = elsewhere.Where(r => r.Text.StartsWith(Open, StringComparison.Ordinal)).Select(r => r.Text).ToHashSet(StringComparer.Ordinal);
        Reading[] confirmed = [.. inScript.Where(r => told.Contains(r.Text.StartsWith(Open, StringComparison.Ordinal) ? r.Text : Open + JapaneseLatin.OpenName(r.Text)))];
        return confirmed.Length > 0 ? [.. confirmed.Select(r => r with { Weight = 1 })] : inScript;
    }

    private static IEnumerable<Reading> Indexed((string Told, string Untold, float Weight) reading)
        => [new Reading(reading.Told, reading.Weight, 1), new Reading(Open + reading.Untold, reading.Weight, 1)];

    private static IEnumerable<Reading> Asked((string Told, string Untold, float Weight) reading)
        => [new Reading(reading.Told, reading.Weight, 1), new Reading(FromLatin + reading.Untold, reading.Weight, 1), new Reading(Open + reading.Untold, reading.Weight * OtherLength, 1)];

    private static IEnumerable<Reading> Latin(Reading reading, bool query)
        => query ? [reading with { Text = Open + reading.Text }] : [reading with { Text = Open + reading.Text }, reading with { Text = FromLatin + reading.Text }];

    private IEnumerable<(string Told, string Untold, float Weight)> Names(string name)
    {
        name = WithoutGeneration(name);
        if (name.Length > LongestName)
        {
            return [];
        }

        var words = Kana.Plain(name).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var letters = string.Concat(words);
        if (letters.Length < 2 || !letters.All(c => Scripts.IsHan(c) || Scripts.IsKana(c)))
        {
            return [];
        }

        var folded = Array.ConvertAll(words, Folding.FoldKey);
        var kana = folded.All(w => w.All(Kana.IsHiragana));
        var readings = !kana ? KanjiNames.Read(words, japanese || folded.Any(w => w.Any(Kana.IsHiragana)))
            : words.Length == 2 ? [(string.Concat(folded), 1f), (folded[1] + folded[0], GivenFirst)]
            : [(string.Concat(folded), 1f)];
        return from r in readings
               let told = Kana.Latin(r.Item1)
               where told is not null
               select (told, JapaneseLatin.OpenName(told), r.Item2);
    }

    /// <summary>A stage name without its generation: 二代目中村鴈治郎.</summary>
    private static string WithoutGeneration(string name)
    {
        const string Generation = "代目";
        var end = name.IndexOf(Generation, StringComparison.Ordinal);
        return end > 0 && name.AsSpan(0, end).IndexOfAnyExcept("初一二三四五六七八九十") < 0 ? name[(end + Generation.Length)..] : name;
    }

    private static IEnumerable<(string Told, string Untold, float Weight)> Texts(string text)
        => from r in JapaneseTexts.Read(text)
           let told = Kana.Latin(r.Text)
           where told is { Length: >= ShortestText and <= LongestText }
           select (told, JapaneseLatin.OpenText(told), r.Weight);
}
