namespace LeapSearch.Analysis.Readings.Japanese;

/// <summary>
/// Reads names in kanji and kana: the family name from the list of family names, the given name from that of given names, what neither has by its
/// characters as they are read in other names.
/// </summary>
internal static class KanjiNames
{
    private const int MostReadings = 12;

    /// <summary>Readings of one part of a name that are followed.</summary>
    private const int Beam = 16;

    /// <summary>What a reading that the lists lack weighs beside those that they have.</summary>
    private const float BesideListed = 0.15f;

    /// <summary>A family name outside of the list is borne by one person in six, and its reading is a guess.</summary>
    private const float UnknownFamily = 0.3f;

    private const float UnknownGiven = 0.5f;

    /// <summary>Kana in the place of a family name: 「さくら」 begins few names.</summary>
    private const float KanaFamily = 0.3f;

    /// <summary>Of two readings of a listed family name the one that is given second.</summary>
    private const float SecondListed = 0.5f;

    /// <summary>A name that is listed has the length that it has.</summary>
    private const float ListedLength = 0.5f;

    /// <summary>How many characters family and given names have, roughly by the lists.</summary>
    private static readonly float[] FamilyLengths = [0, 0.25f, 1, 0.15f, 0.02f];
    private static readonly float[] GivenLengths = [0, 0.5f, 1, 0.7f, 0.1f, 0.05f, 0.02f];

    /// <summary>The likeliest readings in kana, family name first, with weights in (0, 1]; where a blank parts the name, it is given as two words.</summary>
    public static List<(string Kana, float Weight)> Read(IReadOnlyList<string> words)
    {
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        if (words.Count == 2)
        {
            Add(found, new Letters(words[0]), new Letters(words[1]), 1, 1);
        }
        else if (words.Count == 1)
        {
            var name = new Letters(words[0]);
            for (var cut = 1; cut < Math.Min(FamilyLengths.Length, name.Length); cut++)
            {
                if (name.Length - cut < GivenLengths.Length)
                {
                    Add(found, name[..cut], name[cut..], FamilyLengths[cut], GivenLengths[name.Length - cut]);
                }
            }
        }

        var best = found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(MostReadings).ToList();

        if (best.Count == 0)
        {
            return [];
        }

        // The square root: what is half as likely, or a tenth, is no surprise to a reader; the order stays.
        return [.. best.Select(f => (f.Key, MathF.Sqrt(f.Value / best[0].Value) * Math.Min(1, MathF.Sqrt(best[0].Value * 4))))];
    }

    /// <summary>The readings in kana of a given name that is listed, the likeliest first; none of another.</summary>
    public static List<Reading> OfGivenName(string name)
    {
        var letters = new Letters(name);
        return JapaneseGivenNames.Readings(letters.Folded).Any() ? Given(letters) : [];
    }

    private static void Add(Dictionary<string, float> found, Letters family, Letters given, float familyLength, float givenLength)
    {
        var weight = givenLength * (JapaneseFamilyNames.Readings(family.Folded).Any() ? Math.Max(familyLength, ListedLength) : familyLength);
        foreach (var f in Family(family))
        {
            foreach (var g in Given(given))
            {
                var kana = f.Text + g.Text;
                found[kana] = Math.Max(found.GetValueOrDefault(kana), weight * f.Weight * g.Weight);
            }
        }
    }

    private static List<Reading> Family(Letters name)
    {
        if (name.IsKana)
        {
            return [new Reading(name.Folded, KanaFamily, 1)];
        }

        var listed = JapaneseFamilyNames.Readings(name.Folded).Select((k, i) => new Reading(k, i == 0 ? 1 : SecondListed, 1)).ToList();
        var factor = listed.Count > 0 ? BesideListed : UnknownFamily;
        var guessed = Compose(name, JapaneseCharacters.InFamilyName).ConvertAll(r => r with { Weight = r.Weight * factor });
        return ReadingList.Best([.. listed, .. guessed], Beam);
    }

    private static List<Reading> Given(Letters name)
    {
        if (name.IsKana)
        {
            return [new Reading(name.Folded, 1, 1)];
        }

        var guessed = Compose(name, JapaneseCharacters.InGivenName);
        var listed = JapaneseGivenNames.Readings(name.Folded).Distinct()
            .Select(k => new Reading(k, guessed.Find(r => r.Text == k).Weight + 0.02f, 1)).ToList();
        if (listed.Count == 0)
        {
            return guessed.ConvertAll(r => r with { Weight = r.Weight * UnknownGiven });
        }

        // How 明 is read in 明子 tells nothing of 明 alone: each of its readings may be meant.
        if (name.Length == 1)
        {
            return ReadingList.Best(listed.ConvertAll(r => r with { Weight = 1 }), Beam);
        }

        var total = listed.Sum(r => r.Weight);
        return ReadingList.Best(
            [.. listed.Select(r => r with { Weight = r.Weight / total }), .. guessed.Select(r => r with { Weight = r.Weight * BesideListed })], Beam);
    }

    private static List<Reading> Compose(Letters name, Func<char, char, bool, List<Reading>> readings)
    {
        List<Reading> all = [new Reading("", 1, 0)];
        for (var i = 0; i < name.Length; i++)
        {
            var c = name.Folded[i];
            all = ReadingList.Join(all, Kana.IsHiragana(c) ? [new Reading(c.ToString(), 1, 1)] : readings(name.Written[i], c, i == 0), Beam);
        }

        return all;
    }

    /// <summary>A name as written, repeats written out, beside its folded form, character by character.</summary>
    private readonly struct Letters
    {
        public Letters(string name)
        {
            Folded = Folding.FoldKey(name);
            var written = string.Concat(name.Select((c, i) => c == '々' && i > 0 ? name[i - 1] : c));
            Written = written.Length == Folded.Length ? written : Folded;
        }

        private Letters(string folded, string written) => (Folded, Written) = (folded, written);

        public string Folded { get; }

        public string Written { get; }

        public int Length => Folded.Length;

        public bool IsKana => Folded.All(Kana.IsHiragana);

        public Letters this[Range range] => new(Folded[range], Written[range]);
    }
}
