namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>Reads given names in kanji and kana: from the list, by how their characters are read in other names, and as words of Chinese origin.</summary>
internal static class KanjiGivenNames
{
    private const int Beam = 10;

    /// <summary>What a reading that the list lacks weighs beside those that it has, and how many such are followed.</summary>
    private const float BesideListed = 0.15f;
    private const int MostBesideListed = 4;

    private const float Unlisted = 0.5f;

    /// <summary>
    /// Writers and actors are read by the Chinese readings of their characters whatever their parents chose: 安部公房 is Kōbō, 吉田喜重 Kijū. Weighed against the
    /// likeliest reading.
    /// </summary>
    private const float Learned = 0.06f;

    /// <summary>The likeliest readings in kana.</summary>
    public static List<Reading> Read(NameLetters name)
    {
        if (name.IsKana)
        {
            return [new Reading(name.Folded, 1, 1)];
        }

        var guessed = KanjiNames.Compose(name, (written, folded, head) => InMiddle(name, written) ?? JapaneseCharacters.InGivenName(written, folded, head));
        var listed = Listed(name, guessed);
        var best = listed.Count == 0
            ? guessed.ConvertAll(r => r with { Weight = r.Weight * Unlisted })
            : [.. listed, .. guessed.Take(MostBesideListed).Select(r => r with { Weight = r.Weight * (name.Length == 1 ? Unlisted : BesideListed) })];
        if (best.Count > 0 && OfChineseOrigin(name) is { } learned)
        {
            best.Add(new Reading(learned, best.Max(r => r.Weight) * (name.Length == 1 ? Unlisted : Learned), 1));
        }

        return ReadingList.Best(best, Beam);
    }

    /// <summary>The readings that the list has, the likeliest first; none of another name.</summary>
    public static List<Reading> Listed(NameLetters name)
        => JapaneseGivenNames.Table.IsListed(name.Folded) ? Listed(name, KanjiNames.Compose(name, JapaneseCharacters.InGivenName)) : [];

    private static List<Reading> Listed(NameLetters name, List<Reading> guessed)
    {
        var listed = JapaneseGivenNames.Table.Readings(name.Folded).Distinct().ToList();
        if (name.Length == 1)
        {
            // How 明 is read in 明子 tells nothing of 明 alone: each of its readings may be meant.
            return ReadingList.Best(listed.ConvertAll(k => new Reading(k, 1, 1)), Beam);
        }

        if (listed.Count == 0)
        {
            return [];
        }

        var readings = listed.ConvertAll(k => new Reading(k, guessed.Find(r => r.Text == k).Weight + 0.02f, 1));
        var total = readings.Sum(r => r.Weight);
        return ReadingList.Best(readings.ConvertAll(r => r with { Weight = r.Weight / total }), Beam);
    }

    /// <summary>之 between two characters is の: 蔵之介 is くらのすけ.</summary>
    private static IReadOnlyList<Reading>? InMiddle(NameLetters name, char written)
        => written == '之' && name.Length > 2 && name.Written.IndexOf(written, StringComparison.Ordinal) is var place && place > 0 && place < name.Length - 1 ? [new Reading("の", 1, 1)] : null;

    /// <summary>Each character by its usual reading of Chinese origin, 一心 いっしん; null where one has none or is kana.</summary>
    private static string? OfChineseOrigin(NameLetters name)
    {
        var kana = "";
        foreach (var c in name.Written)
        {
            if (JapaneseCharacters.On(c) is not [var on, ..])
            {
                return null;
            }

            kana = Kana.Compound(kana, on.Text);
        }

        return kana;
    }
}
