namespace LeapSearch.Analysis;

/// <summary>A word of a query: what to look for in fields of <see cref="TextAnalyzer"/>.</summary>
/// <param name="Original">The word as it was typed.</param>
/// <param name="Start">Where it starts in the query, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Term">
/// The folded word. It is an index term, except for runs of two characters or more of Han, kana and Southeast Asian scripts, which are found by
/// <paramref name="Bigrams"/> only.
/// </param>
/// <param name="Script">Its script; a run of kanji and kana is <see cref="WordScript.Han"/>.</param>
/// <param name="Bigrams">
/// For a run of two characters or more of Han, kana, Hangul or a Southeast Asian script: its pairs of neighbours, index terms at
/// consecutive positions, which all must match as a phrase. For a Hangul word this finds it inside longer words; <paramref name="Term"/>
/// finds it as a whole word. Empty otherwise.
/// </param>
public sealed record QueryWord(string Original, int Start, int End, string Term, WordScript Script, IReadOnlyList<string> Bigrams)
{
    /// <summary>How many positions of the index the word takes: a phrase of words goes on that much later.</summary>
    public int Positions => Bigrams.Count + 1;
}
