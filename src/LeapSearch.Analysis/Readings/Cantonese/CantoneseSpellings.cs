namespace LeapSearch.Analysis.Readings.Cantonese;

/// <summary>
/// Latin spellings of Cantonese syllables: Jyutping (Linguistic Society of Hong Kong, 1993), Yale without marks, and what the names on
/// Hong Kong's identity cards are written with ("Cheung", "Kwok", "Yuen"; derived from Eitel and Dyer Ball, never made official).
/// </summary>
/// <remarks>
/// Hong Kong's spelling tells neither aspiration (k is g and k, ch is z and c) nor the length of a (man is man and maan). So a reading is a
/// Jyutping syllable with c for z, k for g, t for d, p for b and a for aa: what the spelling leaves open is no longer asked.
/// </remarks>
internal static class CantoneseSpellings
{
    private const float WithoutY = 0.6f;

    private static readonly string[] Initials = ["gw", "kw", "ng", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "w", "z", "c", "s", "j"];

    private static readonly Dictionary<string, (string Spelling, float Weight)[]> Onsets = new()
    {
        ["b"] = [("p", 1), ("b", 0.9f)],
        ["p"] = [("p", 1)],
        ["m"] = [("m", 1)],
        ["f"] = [("f", 1)],
        ["d"] = [("t", 1), ("d", 0.9f)],
        ["t"] = [("t", 1)],
        ["n"] = [("n", 1), ("l", 0.2f)],
        ["l"] = [("l", 1)],
        ["g"] = [("k", 1), ("g", 0.9f)],
        ["k"] = [("k", 1)],
        ["ng"] = [("ng", 1), ("", 0.5f)],
        ["h"] = [("h", 1)],
        ["gw"] = [("kw", 1), ("gw", 0.9f), ("k", 0.3f), ("g", 0.3f)],
        ["kw"] = [("kw", 1), ("k", 0.2f)],
        ["w"] = [("w", 1)],
        ["z"] = [("ch", 1), ("ts", 0.9f), ("z", 0.9f), ("j", 0.7f)],
        ["c"] = [("ch", 1), ("ts", 0.9f), ("c", 0.8f)],
        ["s"] = [("s", 1), ("sh", 1)],
        ["j"] = [("y", 1), ("j", 0.8f)],
        [""] = [("", 1), ("ng", 0.3f)],
    };

    private static readonly Dictionary<string, (string Spelling, float Weight)[]> Finals = new()
    {
        ["aa"] = [("a", 1), ("ah", 0.8f), ("ar", 0.8f), ("aa", 0.9f)],
        ["aai"] = [("ai", 1), ("aai", 0.9f)],
        ["aau"] = [("au", 1), ("aau", 0.9f), ("ao", 0.5f), ("aw", 0.3f)],
        ["aam"] = [("am", 1), ("aam", 0.9f)],
        ["aan"] = [("an", 1), ("aan", 0.9f)],
        ["aang"] = [("ang", 1), ("aang", 0.9f)],
        ["aap"] = [("ap", 1), ("aap", 0.9f)],
        ["aat"] = [("at", 1), ("aat", 0.9f)],
        ["aak"] = [("ak", 1), ("aak", 0.9f), ("ark", 0.5f)],
        ["ai"] = [("ai", 1)],
        ["au"] = [("au", 1), ("ow", 0.9f), ("ou", 0.5f), ("iau", 0.2f)],
        ["am"] = [("am", 1), ("um", 0.8f)],
        ["an"] = [("an", 1), ("un", 0.5f)],
        ["ang"] = [("ang", 1)],
        ["ap"] = [("ap", 1), ("up", 0.3f)],
        ["at"] = [("at", 1), ("ut", 0.3f)],
        ["ak"] = [("ak", 1), ("uk", 0.2f)],
        ["e"] = [("e", 1), ("eh", 0.6f)],
        ["ei"] = [("ei", 1), ("ee", 0.8f), ("i", 0.6f), ("ay", 0.4f), ("ey", 0.4f)],
        ["eng"] = [("eng", 1), ("ang", 0.2f)],
        ["ek"] = [("ek", 1)],
        ["i"] = [("i", 1), ("ee", 0.9f), ("ie", 0.3f)],
        ["iu"] = [("iu", 1), ("iew", 0.3f), ("ew", 0.2f), ("iao", 0.4f)],
        ["im"] = [("im", 1)],
        ["in"] = [("in", 1), ("ien", 0.3f)],
        ["ing"] = [("ing", 1)],
        ["ip"] = [("ip", 1)],
        ["it"] = [("it", 1)],
        ["ik"] = [("ik", 1), ("ick", 0.7f)],
        ["o"] = [("o", 1), ("or", 0.9f), ("oh", 0.6f), ("aw", 0.7f)],
        ["oi"] = [("oi", 1), ("oy", 0.5f)],
        ["ou"] = [("o", 1), ("ou", 0.9f), ("oo", 0.2f), ("oe", 0.3f), ("oh", 0.5f)],
        ["on"] = [("on", 1)],
        ["ong"] = [("ong", 1)],
        ["ot"] = [("ot", 1)],
        ["ok"] = [("ok", 1), ("ock", 0.6f)],
        ["oe"] = [("eu", 1), ("oe", 0.9f), ("er", 0.4f)],
        ["oeng"] = [("eung", 1), ("oeng", 0.9f), ("eong", 0.7f)],
        ["oek"] = [("euk", 1), ("oek", 0.9f), ("eok", 0.5f)],
        ["eoi"] = [("ui", 1), ("eoi", 0.9f), ("eui", 0.7f)],
        ["eon"] = [("un", 1), ("eon", 0.9f)],
        ["eot"] = [("ut", 1), ("eot", 0.9f)],
        ["u"] = [("u", 1), ("oo", 0.9f)],
        ["ui"] = [("ui", 1), ("ooi", 0.4f)],
        ["un"] = [("un", 1), ("oon", 0.9f), ("wun", 0.4f)],
        ["ung"] = [("ung", 1)],
        ["ut"] = [("ut", 1), ("oot", 0.4f)],
        ["uk"] = [("uk", 1), ("ook", 0.4f)],
        ["yu"] = [("u", 1), ("ue", 0.9f), ("yu", 0.9f)],
        ["yun"] = [("uen", 1), ("un", 0.8f), ("yun", 0.8f)],
        ["yut"] = [("uet", 1), ("ut", 0.6f), ("yut", 0.8f)],
    };

    /// <summary>Syllables that are written in a way of their own.</summary>
    private static readonly Dictionary<string, (string Spelling, float Weight)[]> Whole = new()
    {
        ["zi"] = [("tsz", 1), ("tze", 0.9f), ("tse", 0.4f), ("chih", 0.2f)],
        ["ci"] = [("tsz", 0.8f), ("tze", 0.5f)],
        ["si"] = [("sze", 1), ("sz", 0.7f), ("szeh", 0.2f)],
        ["ji"] = [("i", 0.4f), ("yee", 1)],
        ["ng"] = [("ng", 1), ("ung", 0.3f)],
        ["m"] = [("m", 1)],
        ["gwo"] = [("kor", 0.8f), ("gor", 0.8f)],
    };

    /// <summary>The spellings of all the syllables given.</summary>
    public static SpellingTable TableOf(IEnumerable<string> syllables)
    {
        var table = new SpellingTable();
        foreach (var syllable in syllables)
        {
            foreach (var (spelling, weight) in Of(syllable))
            {
                table.Add(spelling, Open(syllable), weight);
            }
        }

        return table;
    }

    /// <summary>A Jyutping syllable without what Hong Kong's spelling leaves open.</summary>
    public static string Open(string jyutping)
    {
        var (initial, final) = Cut(jyutping);
        initial = initial switch { "b" => "p", "d" => "t", "g" => "k", "gw" => "kw", "z" => "c", _ => initial };
        return initial + (final.StartsWith("aa", StringComparison.Ordinal) ? final[1..] : final);
    }

    private static IEnumerable<(string Spelling, float Weight)> Of(string syllable)
    {
        var (initial, final) = Cut(syllable);
        IEnumerable<(string Spelling, float Weight)> regular = Finals.TryGetValue(final, out var finals)
            ? from o in Onsets[initial] from f in finals select (o.Spelling + f.Spelling, o.Weight * f.Weight)
            : [];

        // Before i the y may go: 葉 is Yip and Ip.
        if (syllable.StartsWith("ji", StringComparison.Ordinal) && finals is not null)
        {
            regular = regular.Concat(finals.Select(f => (f.Spelling, f.Weight * WithoutY)));
        }

        return regular.Concat(Whole.GetValueOrDefault(syllable, [])).Append((syllable, 0.9f));
    }

    private static (string Initial, string Final) Cut(string syllable)
    {
        var initial = Array.Find(Initials, i => syllable.Length > i.Length && syllable.StartsWith(i, StringComparison.Ordinal)) ?? "";
        return (initial, syllable[initial.Length..]);
    }
}
