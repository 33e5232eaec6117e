namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>
/// Reads names in kanji and kana: the family name from the list of family names, the given name from that of given names, what neither has by its
/// characters as they are read in other names.
/// </summary>
internal static class KanjiNames
{
    private const int MostReadings = 12;

    /// <summary>Readings of one part of a name that are followed.</summary>
    private const int Beam = 10;

    /// <summary>What a reading that the lists lack weighs beside those that they have, and how many such are followed.</summary>
    private const float BesideListed = 0.15f;
    private const int MostBesideListed = 2;

    /// <summary>A family name outside of the list is borne by one person in six, and its reading is a guess.</summary>
    private const float UnknownFamily = 0.3f;

    /// <summary>Longer family names are listed, or not Japanese.</summary>
    private const int LongestGuessed = 2;

    /// <summary>Kana in the place of a family name: 「さくら」 begins few names.</summary>
    private const float KanaFamily = 0.3f;

    /// <summary>Of two readings of a listed family name the one that is given second.</summary>
    private const float SecondListed = 0.5f;

    /// <summary>A name that is listed has the length that it has.</summary>
    private const float ListedLength = 0.5f;

    /// <summary>Who bears a given name alone is rare, but a name that the lists have as a given name and cannot cut is mostly one.</summary>
    private const float GivenAlone = 0.1f;

    /// <summary>How many characters family and given names have, roughly by the lists.</summary>
    private static readonly float[] FamilyLengths = [0, 0.25f, 1, 0.15f, 0.02f];
    private static readonly float[] GivenLengths = [0, 0.5f, 1, 0.7f, 0.1f, 0.05f, 0.02f];

    /// <summary>A name that may be Chinese as well, and is not known to be Japanese: less than a spelling.</summary>
    private const float Unsure = 0.19f;

    private const int MostUnsure = 6;

    /// <summary>The likeliest readings in kana, family name first, with weights in (0, 1]; where a blank parts the name, it is given as two words.</summary>
    /// <param name="words">The name, or family and given name.</param>
    /// <param name="japanese">Whether it is known to be Japanese; else only names that the lists know are taken for such, others for a likeness.</param>
    public static List<(string Kana, float Weight)> Read(IReadOnlyList<string> words, bool japanese)
    {
        var found = new List<Reading>();
        var known = false;
        if (words.Count == 2)
        {
            known = IsKnown(new NameLetters(words[0]), new NameLetters(words[1]));
            Add(found, new NameLetters(words[0]), new NameLetters(words[1]), 1, 1);
        }
        else if (words.Count == 1)
        {
            var name = new NameLetters(words[0]);

            // Where lists know the family name of one cut, no other is guessed at.
            known = Cuts(name).Any(c => IsKnown(name[..c], name[c..]));
            var listed = Cuts(name).Any(c => JapaneseFamilyNames.Table.IsListed(name.Folded[..c]));
            foreach (var cut in Cuts(name))
            {
                if (known && !japanese ? !IsKnown(name[..cut], name[cut..]) : listed ? !JapaneseFamilyNames.Table.IsListed(name.Folded[..cut]) : cut > LongestGuessed)
                {
                    continue;
                }

                Add(found, name[..cut], name[cut..], FamilyLengths[cut], GivenLengths[name.Length - cut]);
            }
        }

        // 瑛太, 小雪: a given name alone.
        if (words.Count == 1 && !known)
        {
            found.AddRange(KanjiGivenNames.Listed(new NameLetters(words[0])).Select(r => r with { Weight = r.Weight * GivenAlone }));
        }

        var sure = known || japanese;
        var best = ReadingList.Best(found, sure ? MostReadings : MostUnsure);
        if (best.Count == 0)
        {
            return [];
        }

        // The square root: what is half as likely, or a tenth, is no surprise to a reader; the order stays.
        return best.ConvertAll(f => (f.Text, MathF.Sqrt(f.Weight / best[0].Weight) * (sure ? Math.Min(1, MathF.Sqrt(best[0].Weight * 4)) : Unsure)));
    }

    /// <summary>Whether a name is Japanese: a listed family name of two characters is no Chinese one, of one (林, 原) it may be.</summary>
    private static bool IsKnown(NameLetters family, NameLetters given)
        => JapaneseFamilyNames.Table.IsListed(family.Folded) && (family.Length > 1 || given.IsKana || JapaneseGivenNames.Table.IsListed(given.Folded));

    private static IEnumerable<int> Cuts(NameLetters name)
    {
        for (var cut = Math.Max(1, name.Length - GivenLengths.Length + 1); cut < Math.Min(FamilyLengths.Length, name.Length); cut++)
        {
            yield return cut;
        }
    }

    private static void Add(List<Reading> found, NameLetters family, NameLetters given, float familyLength, float givenLength)
    {
        var weight = givenLength * (JapaneseFamilyNames.Table.IsListed(family.Folded) ? Math.Max(familyLength, ListedLength) : familyLength);
        found.AddRange(ReadingList.Join(Family(family), KanjiGivenNames.Read(given), MostReadings).Select(r => r with { Weight = r.Weight * weight }));
    }

    private static List<Reading> Family(NameLetters name)
    {
        if (name.IsKana)
        {
            return [new Reading(name.Folded, KanaFamily, 1)];
        }

        var listed = JapaneseFamilyNames.Table.Readings(name.Folded).Select((k, i) => new Reading(k, i == 0 ? 1 : SecondListed, 1)).ToList();
        var guessed = Compose(name, JapaneseCharacters.InFamilyName);
        return listed.Count == 0
            ? guessed.ConvertAll(r => r with { Weight = r.Weight * UnknownFamily })
            : ReadingList.Best([.. listed, .. guessed.Take(MostBesideListed).Select(r => r with { Weight = r.Weight * BesideListed })], Beam);
    }

    /// <summary>The likeliest readings of a name by those of its characters; kana stand for themselves.</summary>
    public static List<Reading> Compose(NameLetters name, Func<char, char, bool, IReadOnlyList<Reading>> readings)
    {
        List<Reading> all = [new Reading("", 1, 0)];
        for (var i = 0; i < name.Length; i++)
        {
            var c = name.Folded[i];
            all = ReadingList.Join(all, Kana.IsHiragana(c) ? [new Reading(c.ToString(), 1, 1)] : readings(name.Written[i], c, i == 0), Beam);
        }

        return all;
    }
}
