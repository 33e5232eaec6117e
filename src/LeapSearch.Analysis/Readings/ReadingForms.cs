using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings.Korean;

namespace LeapSearch.Analysis.Readings;

/// <summary>
/// How titles and names are read: 无间道 is "wujiandao" and "wjd", 기생충 is "gisaengchung" and "ㄱㅅㅊ". A text in the index and a query in
/// another script meet where one of their keys is equal.
/// </summary>
/// <remarks>Pure, thread-safe, the same on every machine; any string is taken. Tens of microseconds a title.</remarks>
public static class ReadingForms
{
    /// <summary>No text has more whole keys.</summary>
    public const int MostKeys = 24;

    /// <summary>A reading of this weight or more is as good as the spelling itself; the rest only sounds so.</summary>
    internal const float SpellingWeight = 0.2f;

    /// <summary>More is no title; its readings would never be typed.</summary>
    private const int LongestText = 80;

    private const int MostWords = 14;

    /// <summary>The keys of a text to index. The language (BCP 47, may be null) keeps readings of other languages away.</summary>
    public static ReadingKeys Of(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Make(text, ReadingSystems.For(language, NameScripts.Of(text)), query: false);
    }

    /// <summary>The keys that a query may mean: all systems, and what is read from Han where the query is written by sound.</summary>
    public static ReadingKeys OfQuery(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Make(query, ReadingSystems.For(null, NameScripts.Of(query)), query: true);
    }

    /// <summary>The grade of a reading.</summary>
    internal static KeyGrade GradeOf(float weight) => weight >= SpellingWeight ? KeyGrade.Spelling : KeyGrade.Sound;

    private static ReadingKeys Make(string text, IReadOnlyList<SystemUse> systems, bool query)
    {
        var script = NameScripts.Of(text);
        if (text.Length > LongestText || script == NameScript.Other)
        {
            return ReadingKeys.None;
        }

        var keys = new KeyCollector();
        var initials = new List<string>();
        var words = script == NameScript.Latin ? NameWords.ParseText(text, MostWords, query) : null;
        foreach (var (system, most) in systems)
        {
            var readings = script == NameScript.Latin ? (words is null ? [] : system.TextInLatin(words)) : query ? system.TextInQuery(text) : system.TextInScript(text);
            foreach (var reading in readings)
            {
                var grade = (KeyGrade)Math.Max((int)GradeOf(reading.Weight), (int)most);
                if (query && script != NameScript.Han)
                {
                    keys.AddBoth(system.Prefix, reading.Text, grade, reading.Weight);
                }
                else
                {
                    keys.Add(system.Prefix, !query && script == NameScript.Han, reading.Text, grade, reading.Weight);
                }
            }

            if (!query)
            {
                initials.AddRange(system.Initials(text).Select(i => system.Prefix + "^" + i));
            }
            else if (system.InitialsInQuery(text) is { } typed)
            {
                initials.Add(system.Prefix + "^" + typed);
            }
        }

        ReadingKey[] whole = [.. keys.Keys(KeyGrade.Spelling, MostKeys), .. keys.Keys(KeyGrade.Sound, MostKeys)];
        var hangul = script == NameScript.Hangul ? "ko=" + HangulTyping.Letters(Folding.FoldKey(text)) : null;
        return new ReadingKeys(whole.Length > MostKeys ? whole[..MostKeys] : whole, initials, hangul);
    }
}
