using LeapSearch.Analysis.Data;

namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>
/// The Latin spellings of Korean syllables in people's names: the Revised Romanisation of 2000, McCune-Reischauer without its marks, and
/// what people write in passports and credits ("joon", "young", "hee").
/// </summary>
/// <remarks>
/// Weights tell how far a spelling points to the letter: "eo" is always ㅓ, "u" is ㅜ, often ㅓ ("Jung" is 정), sometimes ㅡ. They are judged from
/// the name tables of the South Korean passport rules and of film credits, not counted. Syllables are those that Hanja may be read as (names of
/// the North and South are Sino-Korean but for few), and those of common native names.
/// </remarks>
internal static class KoreanSpellings
{
    /// <summary>Syllables of native given names (하늘, 보라, 슬기, 아람, 빛나, 나래, 새롬, 다솜, 한별, 푸름, 단비, 누리, 하늬, 이레) that no Hanja has.</summary>
    private const string Native = "늘빛별롬솜람름래꽃샘봄솔들찬든결힘숲잎눈달빈뜰늬레";

    private static readonly (string Spelling, float Weight)[] None = [("", 1)];

    private static readonly Dictionary<char, (string Spelling, float Weight)[]> Leads = new()
    {
        ['ㄱ'] = [("g", 1), ("k", 1)],
        ['ㄲ'] = [("kk", 1), ("gg", 1), ("k", 0.3f), ("g", 0.3f)],
        ['ㄴ'] = [("n", 1)],
        ['ㄷ'] = [("d", 1), ("t", 0.4f)],
        ['ㄸ'] = [("tt", 1), ("dd", 1), ("d", 0.3f)],
        ['ㄹ'] = [("r", 1), ("l", 1)],
        ['ㅁ'] = [("m", 1)],
        ['ㅂ'] = [("b", 1), ("p", 0.6f), ("v", 0.3f)],
        ['ㅃ'] = [("pp", 1), ("bb", 1)],
        ['ㅅ'] = [("s", 1), ("sh", 0.3f)],
        ['ㅆ'] = [("ss", 1), ("s", 0.4f)],
        ['ㅇ'] = None,
        ['ㅈ'] = [("j", 1), ("ch", 0.4f), ("z", 0.5f)],
        ['ㅉ'] = [("jj", 1), ("j", 0.3f)],
        ['ㅊ'] = [("ch", 1), ("tch", 0.5f)],
        ['ㅋ'] = [("k", 0.7f), ("kh", 0.5f)],
        ['ㅌ'] = [("t", 1), ("th", 0.5f)],
        ['ㅍ'] = [("p", 1), ("ph", 0.6f)],
        ['ㅎ'] = [("h", 1)],
    };

    private static readonly Dictionary<char, (string Spelling, float Weight)[]> Vowels = new()
    {
        ['ㅏ'] = [("a", 1)],
        ['ㅐ'] = [("ae", 1), ("e", 0.3f), ("ai", 0.3f), ("ay", 0.3f)],
        ['ㅑ'] = [("ya", 1)],
        ['ㅒ'] = [("yae", 1)],
        ['ㅓ'] = [("eo", 1), ("u", 0.7f), ("o", 0.4f), ("eu", 0.2f), ("ou", 0.2f)],
        ['ㅔ'] = [("e", 1), ("ae", 0.4f), ("ay", 0.3f)],
        ['ㅕ'] = [("yeo", 1), ("you", 0.8f), ("yu", 0.8f), ("yo", 0.5f), ("yeu", 0.3f), ("yaw", 0.1f)],
        ['ㅖ'] = [("ye", 1), ("yae", 0.4f), ("e", 0.2f)],
        ['ㅗ'] = [("o", 1)],
        ['ㅘ'] = [("wa", 1), ("oa", 0.3f)],
        ['ㅙ'] = [("wae", 1), ("we", 0.3f)],
        ['ㅚ'] = [("oe", 1), ("oi", 1), ("oy", 0.5f), ("we", 0.4f)],
        ['ㅛ'] = [("yo", 1), ("yoh", 0.3f)],
        ['ㅜ'] = [("u", 1), ("oo", 1), ("ou", 0.3f), ("wu", 0.1f)],
        ['ㅝ'] = [("wo", 1), ("weo", 1), ("wu", 0.3f), ("uo", 0.3f)],
        ['ㅞ'] = [("we", 1)],
        ['ㅟ'] = [("wi", 1), ("wee", 0.8f), ("ui", 0.3f)],
        ['ㅠ'] = [("yu", 1), ("yoo", 1), ("you", 0.6f), ("yue", 0.3f)],
        ['ㅡ'] = [("eu", 1), ("u", 0.5f), ("oo", 0.1f)],
        ['ㅢ'] = [("ui", 1), ("eui", 1), ("ee", 0.9f), ("i", 0.6f), ("ie", 0.3f), ("ey", 0.2f)],
        ['ㅣ'] = [("i", 1), ("ee", 0.8f), ("ie", 0.2f), ("y", 0.2f)],
    };

    /// <summary>A vowel that begins its syllable may take a letter before it: 우 is "woo", 이 is "yi".</summary>
    private static readonly Dictionary<char, (string Spelling, float Weight)[]> BareVowels = new()
    {
        ['ㅜ'] = [("woo", 1), ("wu", 0.8f)],
        ['ㅣ'] = [("yi", 0.5f)],
        ['ㅢ'] = [("yi", 0.2f)],
    };

    /// <summary>A vowel that ends its syllable may take an h (아 "ah", 서 "suh") or r (허 "hur") behind it.</summary>
    private static readonly Dictionary<char, (string Spelling, float Weight)[]> OpenVowels = new()
    {
        ['ㅏ'] = [("ah", 0.8f)],
        ['ㅓ'] = [("uh", 0.9f), ("eoh", 0.5f), ("ur", 0.3f), ("er", 0.2f), ("oh", 0.2f)],
        ['ㅕ'] = [("yuh", 0.9f), ("yeoh", 0.5f)],
        ['ㅗ'] = [("oh", 0.7f)],
        ['ㅜ'] = [("ooh", 0.2f)],
        ['ㅑ'] = [("yah", 0.6f)],
    };

    private static readonly Dictionary<char, (string Spelling, float Weight)[]> Trails = new()
    {
        [' '] = None,
        ['ㄱ'] = [("k", 1), ("g", 0.6f), ("ck", 0.3f)],
        ['ㄲ'] = [("k", 1)],
        ['ㄴ'] = [("n", 1)],
        ['ㄷ'] = [("t", 1)],
        ['ㄹ'] = [("l", 1), ("r", 0.3f), ("ll", 0.3f)],
        ['ㅁ'] = [("m", 1)],
        ['ㅂ'] = [("p", 1), ("b", 0.8f)],
        ['ㅅ'] = [("t", 1), ("s", 0.5f)],
        ['ㅇ'] = [("ng", 1)],
        ['ㅈ'] = [("t", 1)],
        ['ㅊ'] = [("t", 1)],
        ['ㅍ'] = [("p", 1)],
        ['ㅌ'] = [("t", 1)],
        ['ㅎ'] = [("t", 1), ("h", 0.3f)],
    };

    /// <summary>Spellings of the syllables of given names.</summary>
    public static SpellingTable Given { get; } = Build();

    private static SpellingTable Build()
    {
        var table = new SpellingTable();
        foreach (var syllable in DataTable.Lines("Readings/hanja.txt").Select(l => l[0]).Concat(Native).Distinct())
        {
            foreach (var (spelling, weight) in Spellings(syllable))
            {
                table.Add(spelling, syllable.ToString(), weight);
            }
        }

        return table;
    }

    private static IEnumerable<(string Spelling, float Weight)> Spellings(char syllable)
    {
        var (lead, vowel, trail) = Hangul.Letters(syllable);
        IEnumerable<(string Spelling, float Weight)> vowels = Vowels[vowel];
        if (lead == 'ㅇ')
        {
            vowels = vowels.Concat(BareVowels.GetValueOrDefault(vowel, []));
        }

        if (trail == ' ')
        {
            vowels = vowels.Concat(OpenVowels.GetValueOrDefault(vowel, []));
        }

        return from a in Leads[lead]
               from b in vowels
               from c in Trails.GetValueOrDefault(trail, [])
               where a.Spelling != "sh" || "iyeu".Contains(b.Spelling[0], StringComparison.Ordinal)
               select (a.Spelling + b.Spelling + c.Spelling, a.Weight * b.Weight * c.Weight);
    }
}
