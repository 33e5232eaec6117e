using System.Text;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Queries.Understanding;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>
/// The editors' stop words, one a line, <c>#</c> before a comment: words that readers type beside what they look for ("watch", "online", "电影") and
/// that need not stand in what is found.
/// </summary>
internal sealed class StopWords
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "search-stop-words.txt";

    /// <summary>Words of a file; more are a dictionary.</summary>
    public const int MaxWords = 1_000;

    private readonly HashSet<string> terms = new(StringComparer.Ordinal);

    private StopWords()
    {
    }

    /// <summary>No words.</summary>
    public static StopWords None { get; } = new();

    /// <summary>Whether there is no word: then nothing is looked up.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>Whether the word is one.</summary>
    public bool Has(QueryWord word) => terms.Contains(word.Term);

    /// <inheritdoc cref="SynonymTable.Read"/>
    public static StopWords Read(string path, Action<InvalidDataException>? mistake = null)
    {
        var words = new StopWords();
        EditorLines.Read(path, (line, _) => words.Add(line.Trim()), mistake);
        return words;
    }

    /// <summary>
    /// The query without its stop words; null where it has none, or nothing else. In characters written without blanks they are found at the
    /// beginning and the end of a run.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="left">Takes each word that was left out, as it was typed.</param>
    public ParsedQuery? Without(ParsedQuery query, List<string> left)
    {
        if (IsEmpty || query.Words.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        QueryWord? kept = null;
        foreach (var word in query.Words)
        {
            if (Has(word))
            {
                left.Add(word.Original);
                kept = null;
                continue;
            }

            if (word.Start < kept?.End)
            {
                // One character reads as both (⅓ is 1 and 3), and is there.
                continue;
            }

            // A hyphen between two words says that they belong together: joon-ho.
            text.Append(kept is not null && query.IsPlain ? QueryWords.Between(query.Text, kept, word) : " ").Append(word.Bigrams.Count > 0 ? Trimmed(word, left) : word.Original);
            kept = word;
        }

        if (left.Count == 0 || text.Length == 0)
        {
            return null;
        }

        var telling = text.ToString().Trim();
        return query with { Text = telling, Words = QueryWords.Parse(telling) };
    }

    private string Trimmed(QueryWord word, List<string> left)
    {
        var folded = Folding.FoldWithOffsets(word.Original);
        var run = folded.Text;
        var start = Longest(run, run.StartsWith);
        var end = run.Length - Longest(run[start..], run.EndsWith);
        if (start > 0)
        {
            left.Add(word.Original[..folded.EndOf(start - 1)]);
        }

        if (end < run.Length)
        {
            left.Add(word.Original[folded.StartOf(end)..]);
        }

        return word.Original[folded.StartOf(start)..folded.EndOf(end - 1)];
    }

    /// <summary>Letters of the longest stop word at an end of a run, which is more than that.</summary>
    private int Longest(string run, Func<string, StringComparison, bool> isAtEnd)
        => terms.Where(t => t.Length > 1 && t.Length < run.Length && isAtEnd(t, StringComparison.Ordinal)).Select(t => t.Length).DefaultIfEmpty().Max();

    private void Add(string line)
    {
        var words = QueryWords.Parse(line);
        switch (words.Count)
        {
            case 0:
                throw new FormatException($"'{line}' has no letter or digit");
            case > 1:
                throw new FormatException($"'{Short(line)}' is {words.Count} words to the search; write one a line");
        }

        if (terms.Add(words[0].Term) && terms.Count > MaxWords)
        {
            throw new FormatException($"more than {MaxWords:N0} stop words");
        }
    }

    private static string Short(string line) => line.Length <= 40 ? line : $"{line[..39]}…";
}
