namespace LeapSearch.Analysis;

/// <summary>
/// Kana that are written for one another: katakana as hiragana, small vowels as large ones (ウィ, ウイ), ヴァ as バ, historical ゐ ゑ を as
/// い え お (ヱヴァンゲリヲン, エヴァンゲリオン), the long mark as the vowel that it lengthens (コーヒー, コオヒイ).
/// </summary>
/// <remarks>
/// The long mark is not dropped: コート (coat) would become こと, which every Japanese text is full of. Small っ ゃ ゅ ょ stay: びょういん
/// (hospital) is not びよういん (beauty parlour). づ ず and ぢ じ stay apart, as in the modern orthography of 1986.
/// </remarks>
internal static class KanaRules
{
    /// <summary>ぁ.</summary>
    private const int First = 0x3041;

    /// <summary>ゖ.</summary>
    private const int Last = 0x3096;

    /// <summary>From a hiragana to its katakana.</summary>
    private const int Katakana = 0x60;

    /// <summary>The vowel of each hiragana from ぁ on; a blank for the syllables without one (っ, ん).</summary>
    private const string Vowels =
        "ああいいううええおお" + "ああいいううええおお" + "ああいいううええおお" + "ああいい ううええおお" + "あいうえお"
        + "あああいいいうううえええおおお" + "あいうえお" + "ああううおお" + "あいうえお" + "ああいえお" + " うあえ";

    private const string Voiceless = "かきくけこさしすせそたちつてとはひふへほう";
    private const string Voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼゔ";

    public static void Fill(FoldValue[] all)
    {
        for (var hiragana = First; hiragana <= Last; hiragana++)
        {
            all[hiragana] = Of((char)hiragana, hiragana);
            all[hiragana + Katakana] = Of((char)hiragana, hiragana + Katakana);
        }

        // ヷ ヸ ヹ ヺ: once used for v, read by few; as the letters without the mark, which ゐ ゑ を fold to other rows.
        all[0x30F7] = FoldValue.Map('わ');
        all[0x30F8] = FoldValue.Map('い');
        all[0x30F9] = FoldValue.Map('え');
        all[0x30FA] = FoldValue.Map('お');

        const string SmallExtensions = "くしすとぬはひふへほむらりるれろ";
        for (var i = 0; i < SmallExtensions.Length; i++)
        {
            all[0x31F0 + i] = FoldValue.Map(SmallExtensions[i]);
        }

        all['ー'] = FoldValue.InContext(FoldContext.LongMark, 'ー');
        all['ゝ'] = all['ヽ'] = FoldValue.InContext(FoldContext.KanaRepeat, 'ゝ');
        all['ゞ'] = all['ヾ'] = FoldValue.InContext(FoldContext.KanaRepeatVoiced, 'ゞ');
        all[0x3099] = all['゛'] = FoldValue.InContext(FoldContext.VoicedMark, 0x3099);
        all[0x309A] = all['゜'] = FoldValue.InContext(FoldContext.SemiVoicedMark, 0x309A);
    }

    /// <summary>Whether a folded character is a kana.</summary>
    public static bool IsKana(char c) => c is >= (char)First and <= (char)Last;

    /// <summary>The vowel of a hiragana, or a blank.</summary>
    public static char VowelOf(char hiragana) => Vowels[hiragana - First];

    /// <summary>The kana with dakuten, or 0 where it has none.</summary>
    public static char Voice(char hiragana) => Voiceless.IndexOf(hiragana) is var i and >= 0 ? Voiced[i] : '\0';

    /// <summary>The kana without dakuten; itself where it has none.</summary>
    public static char Unvoice(char hiragana) => Voiced.IndexOf(hiragana) is var i and >= 0 ? Voiceless[i] : hiragana;

    /// <summary>The kana with handakuten, or 0 where it has none.</summary>
    public static char SemiVoice(char hiragana) => hiragana is 'は' or 'ひ' or 'ふ' or 'へ' or 'ほ' ? (char)(hiragana + 2) : '\0';

    /// <summary>ば for ヴァ and so on: the kana of the ba-row with a vowel.</summary>
    public static char BaRow(char vowel) => vowel switch
    {
        'あ' => 'ば',
        'い' => 'び',
        'え' => 'べ',
        'お' => 'ぼ',
        _ => 'ぶ',
    };

    private static FoldValue Of(char hiragana, int self) => hiragana switch
    {
        'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' => FoldValue.InContext(FoldContext.SmallVowel, hiragana + 1),
        'ゎ' => FoldValue.Map('わ'),
        'ゕ' => FoldValue.Map('か'),
        'ゖ' => FoldValue.Map('け'),
        'ゐ' => FoldValue.Map('い'),
        'ゑ' => FoldValue.Map('え'),
        'を' => FoldValue.Map('お'),
        'ゔ' => FoldValue.InContext(FoldContext.Vu, 'ぶ'),
        _ => self == hiragana ? FoldValue.Keep : FoldValue.Map(hiragana),
    };
}
