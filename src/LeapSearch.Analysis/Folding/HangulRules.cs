namespace LeapSearch.Analysis;

/// <summary>
/// Hangul as syllables (chapter 3.12 of the Unicode standard). Letters that make no syllable become those of the keyboard (ㄱ), as
/// in a search by initials.
/// </summary>
internal static class HangulRules
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Trails = 28;

    /// <summary>The keyboard letters of the leads ᄀ to ᄒ.</summary>
    private const string LeadLetters = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    /// <summary>The keyboard letters of the trails ᆨ to ᇂ.</summary>
    private const string TrailLetters = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    public static void Fill(FoldValue[] all)
    {
        for (var i = 0; i < Leads; i++)
        {
            all[LeadBase + i] = FoldValue.InContext(FoldContext.JamoLead, LeadLetters[i]);
        }

        for (var i = 0; i < Vowels; i++)
        {
            all[VowelBase + i] = FoldValue.InContext(FoldContext.JamoVowel, 'ㅏ' + i);
        }

        for (var i = 1; i < Trails; i++)
        {
            all[TrailBase + i] = FoldValue.InContext(FoldContext.JamoTrail, TrailLetters[i - 1]);
        }
    }

    /// <summary>The syllable of a lead's and a vowel's keyboard letters.</summary>
    public static char Syllable(char leadLetter, int vowelLetter)
        => (char)(SyllableBase + (((LeadLetters.IndexOf(leadLetter) * Vowels) + (vowelLetter - 'ㅏ')) * Trails));

    /// <summary>Whether a character is a syllable without trailing consonant.</summary>
    public static bool IsOpenSyllable(char c) => c is >= (char)SyllableBase and < (char)(SyllableBase + (Leads * Vowels * Trails)) && (c - SyllableBase) % Trails == 0;

    /// <summary>The syllable with a trail's keyboard letter added.</summary>
    public static char AddTrail(char openSyllable, int trailLetter) => (char)(openSyllable + TrailLetters.IndexOf((char)trailLetter) + 1);
}
