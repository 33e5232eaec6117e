using LeapSearch.Analysis;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>A side of a synonym: what is typed, or what it stands for.</summary>
/// <param name="Text">As the editors wrote it.</param>
/// <param name="Words">Its words, as those of a query.</param>
internal sealed record SynonymPhrase(string Text, IReadOnlyList<QueryWord> Words)
{
    /// <summary>Equal keys are the same words in a row.</summary>
    public string Key { get; } = KeyOf(Words, 0, Words.Count);

    public static string KeyOf(IReadOnlyList<QueryWord> words, int start, int count)
        => count == 1 ? words[start].Term : string.Join(' ', words.Skip(start).Take(count).Select(w => w.Term));
}
