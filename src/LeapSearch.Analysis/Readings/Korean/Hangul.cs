namespace LeapSearch.Analysis.Readings.Korean;

/// <summary>Hangul syllables as their letters (Unicode, chapter 3.12), and the initial law of the South Korean orthography.</summary>
internal static class Hangul
{
    /// <summary>The initial consonants in code order.</summary>
    public const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    /// <summary>The vowels in code order.</summary>
    public const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

    /// <summary>The final consonants in code order; a blank stands for none.</summary>
    public const string Trails = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private const char First = '가';
    private const char Last = '힣';

    public static bool IsSyllable(char c) => c is >= First and <= Last;

    /// <summary>The letters of a syllable; the trail is a blank where there is none.</summary>
    public static (char Lead, char Vowel, char Trail) Letters(char syllable)
    {
        var index = syllable - First;
        return (Leads[index / (21 * 28)], Vowels[index / 28 % 21], Trails[index % 28]);
    }

    public static char Syllable(char lead, char vowel, char trail)
        => (char)(First + (((Leads.IndexOf(lead) * 21) + Vowels.IndexOf(vowel)) * 28) + Trails.IndexOf(trail));

    /// <summary>
    /// The syllable as it is written at the head of a Sino-Korean word in the South (Hangul orthography, articles 10 to 12: 리 becomes 이,
    /// 로 becomes 노): families write themselves either way (류 and 유, 림 and 임).
    /// </summary>
    public static char AtHead(char syllable)
    {
        if (!IsSyllable(syllable))
        {
            return syllable;
        }

        var (lead, vowel, trail) = Letters(syllable);
        var soft = "ㅑㅕㅖㅛㅠㅣ".Contains(vowel, StringComparison.Ordinal);
        return lead switch
        {
            'ㄹ' => Syllable(soft ? 'ㅇ' : 'ㄴ', vowel, trail),
            'ㄴ' when soft => Syllable('ㅇ', vowel, trail),
            _ => syllable,
        };
    }
}
