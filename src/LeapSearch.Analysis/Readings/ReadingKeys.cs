namespace LeapSearch.Analysis.Readings;

/// <summary>The keys under which a title or name is found in other scripts and as it is typed.</summary>
/// <param name="Whole">Keys of the whole text, the best first, at most <see cref="ReadingForms.MostKeys"/>. A prefix of the text as typed has a prefix of a key.</param>
/// <param name="Initials">First letters of its syllables: <c>ko^ㄱㅅㅊ</c>, <c>zh^wjd</c>; a prefix finds too.</param>
/// <param name="Typed">Its Hangul as the letters typed, <c>ko=ㄱㅣㅅㅐㅇㅊㅜㅇ</c>, for search by prefix; null without Hangul.</param>
public sealed record ReadingKeys(IReadOnlyList<ReadingKey> Whole, IReadOnlyList<string> Initials, string? Typed)
{
    /// <summary>No keys.</summary>
    public static ReadingKeys None { get; } = new([], [], null);
}
