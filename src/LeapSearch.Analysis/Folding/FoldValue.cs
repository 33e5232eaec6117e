namespace LeapSearch.Analysis;

/// <summary>
/// What a code point folds to, in 32 bits: action (3 bits), kind of context (5 bits), data (24 bits).
/// </summary>
internal readonly struct FoldValue(uint bits) : IEquatable<FoldValue>
{
    private readonly uint bits = bits;

    public FoldAction Action => (FoldAction)(bits >> 29);

    public FoldContext Context => (FoldContext)((bits >> 24) & 31);

    /// <summary>The code point (map, context), the number of the sequence, or 1 for a dropped apostrophe.</summary>
    public int Data => (int)(bits & 0xFFFFFF);

    public static FoldValue Keep => default;

    public static FoldValue Drop => Make(FoldAction.Drop, 0, 0);

    public static FoldValue Apostrophe => Make(FoldAction.Drop, 0, 1);

    public static FoldValue Blank => Make(FoldAction.Blank, 0, 0);

    public static FoldValue Map(int codePoint) => Make(FoldAction.Map, 0, codePoint);

    public static FoldValue Sequence(int number) => Make(FoldAction.Sequence, 0, number);

    public static FoldValue InContext(FoldContext context, int data) => Make(FoldAction.Context, context, data);

    public bool Equals(FoldValue other) => bits == other.bits;

    public override bool Equals(object? obj) => obj is FoldValue other && Equals(other);

    public override int GetHashCode() => (int)bits;

    private static FoldValue Make(FoldAction action, FoldContext context, int data) => new(((uint)action << 29) | ((uint)context << 24) | (uint)data);
}

/// <summary>What is done with a code point, whatever stands beside it.</summary>
internal enum FoldAction : byte
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>One other code point stands for it.</summary>
    Map,

    /// <summary>Several values stand for it.</summary>
    Sequence,

    /// <summary>It vanishes; the characters beside it join.</summary>
    Drop,

    /// <summary>It parts words.</summary>
    Blank,

    /// <summary>What stands beside it decides: <see cref="FoldContext"/>.</summary>
    Context,
}

/// <summary>The code points whose folding depends on their neighbours.</summary>
internal enum FoldContext : byte
{
    None,

    /// <summary>Joins initials (E.T.), parts words elsewhere.</summary>
    FullStop,

    /// <summary>Joins groups of thousands (20,000), parts words elsewhere.</summary>
    Comma,

    /// <summary>ー after a kana: its vowel once more.</summary>
    LongMark,

    /// <summary>々 after a Han character: that character once more.</summary>
    HanRepeat,

    /// <summary>ゝ after a kana: that kana, unvoiced.</summary>
    KanaRepeat,

    /// <summary>ゞ after a kana: that kana, voiced.</summary>
    KanaRepeatVoiced,

    /// <summary>A combining dakuten voices the kana before it.</summary>
    VoicedMark,

    /// <summary>A combining handakuten.</summary>
    SemiVoicedMark,

    /// <summary>ヴ, which is written ビ, バ … as well, together with a small vowel.</summary>
    Vu,

    /// <summary>A small vowel: part of a ヴ before it, else its large form. Data is the large form.</summary>
    SmallVowel,

    /// <summary>A leading consonant of Hangul.</summary>
    JamoLead,

    /// <summary>A vowel of Hangul: makes a syllable with a lead before it.</summary>
    JamoVowel,

    /// <summary>A trailing consonant of Hangul: joins an open syllable before it.</summary>
    JamoTrail,

    /// <summary>A mark that stays, in canonical order among its neighbours. Data is the combining class.</summary>
    Mark,
}
