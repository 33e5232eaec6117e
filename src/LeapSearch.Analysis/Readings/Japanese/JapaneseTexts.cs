namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>
/// Reads titles in kana and kanji: kana as they stand, kanji by <see cref="JapaneseWords"/>, else by Unihan: beside other kanji by their Chinese readings,
/// alone or before kana by their native ones. A guess for kanji, right for about half of the titles that have some.
/// </summary>
internal static class JapaneseTexts
{
    /// <summary>The end of a reading that is swallowed before k, s, t and p: 学 がく in 学校. Folded kana have no katakana, so that it stands for itself.</summary>
    private const char Swallowed = 'ッ';

    /// <summary>Before a reading whose h is p: 腹 ふく in 切腹.</summary>
    private const char Plosive = '\u309A';

    private const int MostReadings = 5;
    private const int Beam = 12;

    /// <summary>What reads as a given name is one less often than it is a word.</summary>
    private const float NameInText = 0.7f;

    private const int LongestText = 24;

    /// <summary>The likeliest readings in kana; none for what has other letters than kana, kanji and digits.</summary>
    public static List<Reading> Read(string text)
    {
        var letters = new string([.. Kana.Plain(text).Where(c => char.IsLetterOrDigit(c) || c is 'ー' or '々' or 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ' || char.IsSurrogate(c))]);
        if (letters.Length is 0 or > LongestText || !letters.All(c => Scripts.IsHan(c) || Scripts.IsKana(c) || char.IsDigit(c)))
        {
            return [];
        }

        // Kana are folded in runs, as ー and ゝ are what stands before them.
        List<Reading> readings = [new Reading("", 1, 0)];
        for (var i = 0; i < letters.Length && readings.Count > 0;)
        {
            if (JapaneseWords.At(letters, i) is { } word)
            {
                readings = ReadingList.Join(readings, [word.Reading], Beam);
                i += word.Length;
                continue;
            }

            var end = i;
            while (end < letters.Length && (Scripts.IsKana(letters[end]) || char.IsDigit(letters[end])))
            {
                end++;
            }

            if (end > i)
            {
                readings = ReadingList.Join(readings, [new Reading(Folding.FoldKey(letters[i..end]), 1, end - i)], Beam);
                i = end;
            }
            else if (GivenName(letters, i) is { Count: > 0 } name)
            {
                // As long as the name is, so many kanji it may be instead.
                var kanji = Kanji(letters, i);
                for (var k = 1; k < name[0].Syllables; k++)
                {
                    kanji = ReadingList.Join(kanji, Kanji(letters, i + k), Beam);
                }

                readings = ReadingList.Join(readings, ReadingList.Best([.. kanji, .. name], Beam), Beam);
                i += name[0].Syllables;
            }
            else
            {
                readings = ReadingList.Join(readings, Kanji(letters, i), Beam);
                i++;
            }
        }

        readings = [.. readings.Select(r => r with { Text = Spoken(r.Text) ?? "" }).Where(r => r.Text.Length > 0)];
        if (readings.Count > 0)
        {
            var best = readings[0].Weight;
            readings = ReadingList.Best(readings.ConvertAll(r => r with { Weight = MathF.Sqrt(r.Weight / best) }), MostReadings);
        }

        return readings;
    }

    /// <summary>千尋 in a title is a person; the readings of a run of kanji that is a given name as a whole, with as many syllables as it has kanji.</summary>
    private static List<Reading> GivenName(string text, int place)
    {
        var end = place;
        while (end < text.Length && Scripts.IsHan(text[end]))
        {
            end++;
        }

        return end - place is 2 or 3 ? KanjiGivenNames.Listed(new NameLetters(text[place..end])).ConvertAll(r => r with { Weight = r.Weight * NameInText, Syllables = end - place }) : [];
    }

    private static List<Reading> Kanji(string text, int place)
    {
        var c = text[place] == '々' && place > 0 ? text[place - 1] : text[place];
        var before = place > 0 && Scripts.IsHan(text[place - 1]);
        var next = place + 1 < text.Length ? text[place + 1] : '\0';
        var compound = before || Scripts.IsHan(next);

        // 風立ち: what stands before a verb is mostly as native as the verb.
        var beforeVerb = !before && Scripts.IsHan(next) && place + 2 < text.Length && Kana.IsHiragana(text[place + 2]);
        var readings = new List<Reading>();
        foreach (var (kun, index) in JapaneseCharacters.Kun(c).Select((k, i) => (k, i)))
        {
            var rank = 1f / (1 + index);
            if (Kana.IsHiragana(next) && Inflected(kun, next) is { } stem)
            {
                readings.Add(new Reading(stem, rank, 1));
            }

            var word = JapaneseCharacters.Stem(kun) is { } noun && kun.Length > 2 ? noun : kun;
            readings.Add(new Reading(word, rank * (beforeVerb ? 0.5f : compound ? 0.3f : 0.6f), 1));
            if (before && KanaRules.Voice(word[0]) is var voiced and not '\0')
            {
                readings.Add(new Reading(voiced + word[1..], rank * 0.15f, 1));
            }
        }

        foreach (var (on, index) in JapaneseCharacters.On(c).Select((r, i) => (r.Text, i)))
        {
            var rank = 1f / (1 + index);
            readings.Add(new Reading(on, compound ? rank : rank * 0.25f, 1));
            if (Scripts.IsHan(next) && on.Length > 1 && on[^1] is 'つ' or 'ち' or 'く')
            {
                readings.Add(new Reading(on[..^1] + Swallowed, rank * 0.9f, 1));
            }

            if (before && KanaRules.SemiVoice(on[0]) is var plosive and not '\0')
            {
                readings.Add(new Reading($"{Plosive}{plosive}{on[1..]}", rank * 0.9f, 1));
            }
        }

        return ReadingList.Best(readings, Beam);
    }

    /// <summary>A reading whose ends and beginnings fit (学 がく and 校 こう: がっこう; 切 せつ and 腹 ふく: せっぷく), or null.</summary>
    private static string? Spoken(string reading)
    {
        for (var i = 0; i < reading.Length; i++)
        {
            var fits = reading[i] switch
            {
                Swallowed => i + 1 < reading.Length && "かきくけこさしすせそたちつてと\u309A".Contains(reading[i + 1], StringComparison.Ordinal),
                Plosive => i > 0 && reading[i - 1] is Swallowed or 'ん',
                _ => true,
            };
            if (!fits)
            {
                return null;
            }
        }

        return reading.Replace(Swallowed, 'っ').Replace($"{Plosive}", "", StringComparison.Ordinal);
    }

    /// <summary>What a verb or adjective has before the kana that are written out: かくす before し is かく, たべる before べ is た; null where it does not inflect so.</summary>
    private static string? Inflected(string kun, char next)
    {
        for (var i = 1; i < kun.Length; i++)
        {
            if (kun[i] == next)
            {
                return kun[..i];
            }
        }

        const string Rows = "うわいえおくかきけこすさしせそつたちてとぬなにねのむまみめもるらりれろぐがぎげごぶばびべぼ";
        var (last, kana) = (Rows.IndexOf(kun[^1], StringComparison.Ordinal), Rows.IndexOf(next, StringComparison.Ordinal));
        var sameRow = last >= 0 && kana >= 0 && last / 5 == kana / 5;
        if (kun.Length > 1 && (sameRow || (last >= 0 && next is 'っ' or 'ん') || (kun[^1] is 'く' or 'ぐ' && next == 'い')))
        {
            return kun[..^1];
        }

        // ねる, ねても: verbs of one step keep their stem before anything.
        return kun.Length > 1 && kun[^1] == 'る' && KanaRules.VowelOf(kun[^2]) is 'え' or 'い' ? kun[..^1] : null;
    }
}
