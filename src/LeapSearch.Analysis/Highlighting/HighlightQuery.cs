namespace LeapSearch.Analysis;

/// <summary>What to mark in a text, all of it folded (<see cref="QueryWord.Term"/>, <see cref="Folding.FoldKey"/>).</summary>
public sealed class HighlightQuery
{
    /// <summary>Makes a query of folded terms; empty ones are left out.</summary>
    /// <param name="terms">Words to mark where they stand as whole words, or as another spelling of one (spiderman in Spider-Man).</param>
    /// <param name="prefixes">Beginnings of words to mark; only the beginning is marked.</param>
    /// <param name="substrings">
    /// Runs of Han, kana, Hangul or Southeast Asian characters to mark wherever they stand, across blanks too.
    /// </param>
    public HighlightQuery(IEnumerable<string>? terms = null, IEnumerable<string>? prefixes = null, IEnumerable<string>? substrings = null)
    {
        Terms = Clean(terms).ToHashSet(StringComparer.Ordinal);
        Prefixes = [.. Clean(prefixes)];
        Substrings = [.. Clean(substrings)];
        Words = [.. Terms, .. Prefixes];
    }

    /// <summary>Words to mark where they stand as whole words.</summary>
    public IReadOnlySet<string> Terms { get; }

    /// <summary>Beginnings of words to mark, longest first.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    /// <summary>Runs of characters to mark wherever they stand, longest first.</summary>
    public IReadOnlyList<string> Substrings { get; }

    /// <summary>Terms and prefixes.</summary>
    internal IReadOnlyList<string> Words { get; }

    /// <summary>
    /// Marks all words of a query as <see cref="QueryWords"/> reads it: runs of two characters or more of scripts searched by
    /// pairs as substrings, all others as terms.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="lastIsPrefix">Whether the last word is still being typed.</param>
    public static HighlightQuery Of(IReadOnlyList<QueryWord> words, bool lastIsPrefix = false)
    {
        var prefix = lastIsPrefix && words.Count > 0 && !Scripts.IsPaired(words[^1].Script) ? words[^1].Term : "";
        return new HighlightQuery(words.Where(w => w.Bigrams.Count == 0).Select(w => w.Term), [prefix], words.Where(w => w.Bigrams.Count > 0).Select(w => w.Term));
    }

    private static IEnumerable<string> Clean(IEnumerable<string>? terms)
        => (terms ?? []).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal);
}
