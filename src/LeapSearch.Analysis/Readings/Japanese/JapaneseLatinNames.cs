using LeapSearch.Analysis.Names;

namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>Reads Japanese names in Latin letters, family name first or last, apart or joined, as <see cref="JapaneseLatin.OpenName"/>, family name first.</summary>
internal static class JapaneseLatinNames
{
    private const int MostWords = 3;

    /// <summary>Shorter, a joined word is cut by chance: "sakana".</summary>
    private const int ShortestJoined = 6;

    private const int MostReadings = 6;

    /// <summary>One word alone: のん, or a name run together that the lists lack.</summary>
    private const float OneWord = 0.15f;

    /// <summary>The readings, the likeliest first; none where the letters cannot be a Japanese name.</summary>
    public static List<Reading> Read(NameWords name)
    {
        // "Nakamura Ganjiro II"; no Japanese name is written in these letters alone.
        var generation = name.Words.Length > 2 && name.Words[^1] is [var numeral] && numeral.AsSpan().IndexOfAnyExcept("ivx") < 0 ? 1 : 0;
        if (name.Words.Length - generation > MostWords || !TryOpen(name.Words[..^generation], out var words))
        {
            return [];
        }

        var readings = new List<Reading>();
        if (words.Length == 1)
        {
            Joined(name.Joined, readings);
            readings.Add(new Reading(words[0], OneWord, 1));
        }
        else
        {
            var first = Score(words[0], string.Concat(words[1..]), known: words.Length > 2);
            var last = Score(words[^1], string.Concat(words[..^1]), known: words.Length > 2);

            // Where one order has a family and a given name that are known, the other is not meant; "Kiki Kirin" may be either.
            Add(words[0], string.Concat(words[1..]), first, last, readings);
            Add(words[^1], string.Concat(words[..^1]), last, first, readings);
        }

        return ReadingList.Best(readings, MostReadings);
    }

    private static bool TryOpen(string[][] name, out string[] words)
    {
        words = new string[name.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (JapaneseLatin.Canonical(string.Concat(name[i])) is not { } canonical)
            {
                return false;
            }

            words[i] = JapaneseLatin.OpenName(canonical);
        }

        return true;
    }

    private static void Joined(string letters, List<Reading> readings)
    {
        for (var cut = 2; letters.Length >= ShortestJoined && cut <= letters.Length - 2; cut++)
        {
            if (JapaneseLatin.Canonical(letters.AsSpan(0, cut)) is not { } head || JapaneseLatin.Canonical(letters.AsSpan(cut)) is not { } tail)
            {
                continue;
            }

            var (first, second) = (JapaneseLatin.OpenName(head), JapaneseLatin.OpenName(tail));
            if (JapaneseFamilyNames.Table.IsLatin(first) && JapaneseGivenNames.Table.IsLatin(second))
            {
                readings.Add(new Reading(JapaneseLatin.OpenName(first + second), 0.9f, 2));
            }

            if (JapaneseFamilyNames.Table.IsLatin(second) && JapaneseGivenNames.Table.IsLatin(first))
            {
                readings.Add(new Reading(JapaneseLatin.OpenName(second + first), 0.5f, 2));
            }
        }
    }

    private static float Score(string family, string given, bool known) => (JapaneseFamilyNames.Table.IsLatin(family), JapaneseGivenNames.Table.IsLatin(given)) switch
    {
        (true, true) => 1,
        (true, false) when !known => 0.6f,
        (false, true) when !known => 0.5f,
        _ => known ? 0 : 0.1f,
    };

    private static void Add(string family, string given, float score, float other, List<Reading> readings)
    {
        if (score > 0 && score * 2 >= other)
        {
            readings.Add(new Reading(JapaneseLatin.OpenName(family + given), score, 2));
        }
    }
}
