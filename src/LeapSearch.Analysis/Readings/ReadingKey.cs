namespace LeapSearch.Analysis.Readings;

/// <summary>How good a key's match is.</summary>
public enum KeyGrade
{
    /// <summary>The key stands for one spelling of the same name or title in another system: as good as the name itself.</summary>
    Spelling,

    /// <summary>The key stands for what sounds alike or is read so more rarely: to be ranked below every match of the script.</summary>
    Sound,
}

/// <summary>A key under which a name or title is found in another script or spelling; keys match when they are equal.</summary>
/// <param name="Text">The key with its system: <c>ko:봉준호</c>, <c>zh*zhangyimou</c>. Never empty, at most 80 characters.</param>
/// <param name="Grade">How good a match by this key is; a match is as good as the lesser of its two keys.</param>
/// <param name="Weight">In (0, 1]: how likely the reading is among those of its grade.</param>
/// <remarks>
/// A colon follows the system where the text was written by sound (Latin, kana, Hangul), an asterisk where it was read from Han characters.
/// A query by sound asks for both, a query in Han only for what was written by sound: so 景点 never finds 经典, which is read alike.
/// </remarks>
public readonly record struct ReadingKey(string Text, KeyGrade Grade, float Weight);
