using LeapSearch.Analysis.Readings;

namespace LeapSearch.Analysis.Names;

/// <summary>
/// Reads names of one family name and a given name of one or two syllables, as in Korean and Chinese, in whatever order and joining they
/// are written, as readings with the family name first.
/// </summary>
/// <remarks>
/// "Bong Joon-ho", "Joon Ho Bong", "Bong Junho" and "bongjunho" meet because each is read with the family name where the lexicon knows
/// one; a word that the lexicon does not know may be a rare family name, at a lower weight.
/// </remarks>
/// <param name="family">Spellings of family names.</param>
/// <param name="given">Spellings of the syllables of given names.</param>
internal sealed class FamilyNameOrder(SpellingTable family, SpellingTable given)
{
    /// <summary>A family name at the end of three words or more without a hyphen ("Joon Ho Bong") is rarer than at their head.</summary>
    private const float FamilyLast = 0.7f;

    /// <summary>What follows the lexicon's family names in likelihood: less than one person in fifty bears a family name outside of it.</summary>
    private const float UnknownFamily = 0.15f;

    /// <summary>Given names of three syllables are borne by few.</summary>
    private const float LongGiven = 0.3f;

    private const int LongestGiven = 3;

    private const int MostFamilies = 8;

    /// <summary>The likeliest readings of a name, family name first; none where it cannot be one of these names.</summary>
    public List<Reading> Read(NameWords name, int limit)
    {
        var readings = new List<Reading>();
        var words = name.Words;
        Arrange(words, 1, readings, limit);

        WithoutWestern(name, false, 1, readings, limit);
        if (readings.Count == 0)
        {
            WithoutWestern(name, true, 0.9f, readings, limit);
        }

        return ReadingList.Best(readings, limit);
    }

    /// <summary>
    /// A Western name before (or behind) a whole name of three syllables, two of them given: "Tony Leung Chiu-wai", "Peter Ho-Sun Chan". A name of two
    /// syllables, "Leon Lai Ming", is too short to tell by itself that the third word is not of it.
    /// </summary>
    private void WithoutWestern(NameWords name, bool last, float weight, List<Reading> readings, int limit)
    {
        if (name.WithoutWestern(last) is { } rest)
        {
            var without = new List<Reading>();
            Arrange(rest.Words, weight, without, limit);
            readings.AddRange(without.Where(r => r.Weight >= UnknownFamily && r.Syllables >= (rest.Known ? 2 : 3)));
        }
    }

    private void Arrange(string[][] words, float weight, List<Reading> readings, int limit)
    {
        if (words.Length == 1)
        {
            Joined(words[0], weight, readings, limit);
            return;
        }

        // "Ouyang Nana", "Ou-yang Na-na": the lexicon knows family names of two syllables, and they are written as one word.
        Both(Family(string.Concat(words[0])), words.AsSpan(1), weight, readings, limit);
        var hyphen = words.Length == 2 && words[0].Length > 1;
        Both(Family(string.Concat(words[^1])), words.AsSpan(..^1), words.Length == 2 && !hyphen ? weight * 0.95f : hyphen ? weight : weight * FamilyLast, readings, limit);
    }

    /// <summary>One word: "Soo-ae", "bongjoonho", "junhobong".</summary>
    private void Joined(string[] pieces, float weight, List<Reading> readings, int limit)
    {
        if (pieces.Length > 1)
        {
            Both(Family(pieces[0]), new[] { pieces[1..] }, weight, readings, limit);
            return;
        }

        var word = pieces[0];
        for (var cut = 1; cut < word.Length; cut++)
        {
            var (head, tail) = (word[..cut], word[cut..]);
            if (tail.Length > 1)
            {
                Both(family.Whole(head), new[] { new[] { tail } }, weight * 0.9f, readings, limit);
            }

            if (head.Length > 3)
            {
                Both(family.Whole(tail), new[] { new[] { head } }, weight * 0.5f, readings, limit);
            }
        }
    }

    /// <summary>What a word may be as a family name; any syllable may be one that the lexicon lacks, or the head of a stage name ("Soo Ae").</summary>
    private List<Reading> Family(string word)
        => ReadingList.Best([.. family.Whole(word), .. given.Whole(word).Select(r => r with { Weight = r.Weight * UnknownFamily })], MostFamilies);

    private void Both(IReadOnlyList<Reading> families, ReadOnlySpan<string[]> givenWords, float weight, List<Reading> readings, int limit)
    {
        if (families.Count == 0)
        {
            return;
        }

        List<Reading> names = [new Reading("", weight, 0)];
        foreach (var word in givenWords)
        {
            foreach (var piece in word)
            {
                names = ReadingList.Join(names, given.Read(piece, LongestGiven, limit), limit);
                names.RemoveAll(n => n.Syllables > LongestGiven);
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Syllables == LongestGiven)
            {
                names[i] = names[i] with { Weight = names[i].Weight * LongGiven };
            }
        }

        readings.AddRange(ReadingList.Join(families, names, limit));
    }
}
