namespace LeapSearch.Analysis;

/// <summary>A marked part of a text and which element of the query it answers (to count the distinct ones).</summary>
internal readonly record struct HighlightMatch(int Start, int End, string Asked);

/// <summary>
/// Finds what a <see cref="HighlightQuery"/> asks for by analysing the text again. Of matches that overlap the first, of those the longest
/// stays, so that each marked part folds to something asked for.
/// </summary>
internal static class MatchFinder
{
    /// <summary>A page of results looks through hundreds of short texts.</summary>
    [ThreadStatic]
    private static TokenReader? Reader;

    public static List<HighlightMatch> Find(FoldedText text, HighlightQuery query)
    {
        var found = new List<HighlightMatch>();
        FindWords(text, query, found);
        if (query.Substrings.Count > 0)
        {
            FindSubstrings(text, query.Substrings, found);
        }

        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (kept == 0 || found[i].Start >= found[kept - 1].End)
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }

    /// <summary>Whether a folded text may hold anything of a query; if not, <see cref="Find"/> finds nothing.</summary>
    public static bool MayHold(ReadOnlySpan<char> folded, HighlightQuery query) => MayHoldAny(folded, query.Words) || MayHoldAny(folded, query.Substrings);

    private static bool MayHoldAny(ReadOnlySpan<char> folded, IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (MayHold(folded, terms[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a folded text holds the characters of a term in a row, blanks apart: tokens are such runs, but for pairs that begin with
    /// what a repetition mark stands for.
    /// </summary>
    private static bool MayHold(ReadOnlySpan<char> folded, string term)
    {
        if (term[0] is 'ー' or '々')
        {
            return true;
        }

        for (int start = folded.IndexOf(term[0]), next; start >= 0; start = next < 0 ? -1 : start + 1 + next)
        {
            next = folded[(start + 1)..].IndexOf(term[0]);
            var matched = 0;
            for (var i = start; i < folded.Length && matched < term.Length && (folded[i] == term[matched] || folded[i] == ' '); i++)
            {
                matched += folded[i] == ' ' ? 0 : 1;
            }

            if (matched == term.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static void FindWords(FoldedText text, HighlightQuery query, List<HighlightMatch> found)
    {
        // Most texts of a result hold nothing that was asked for, and reading their words takes long.
        if (!MayHoldAny(text.Text, query.Words))
        {
            return;
        }

        var terms = ((HashSet<string>)query.Terms).GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = Reader ??= new TokenReader();
        reader.Reset(text);
        while (reader.Read())
        {
            if (terms.TryGetValue(reader.Term, out var term))
            {
                found.Add(new HighlightMatch(reader.Start, reader.End, term));
            }
            else if (reader.Kind is TokenKind.Word or TokenKind.Alternative)
            {
                foreach (var prefix in query.Prefixes)
                {
                    if (reader.Term.StartsWith(prefix, StringComparison.Ordinal))
                    {
                        found.Add(new HighlightMatch(reader.Start, text.EndOf(EndOfPrefix(text.Text, reader.FoldedStart, prefix.Length) - 1), prefix));
                        break;
                    }
                }
            }
        }

        reader.Release();
    }

    /// <summary>
    /// The end of the first <paramref name="length"/> characters of a token that may stretch over blanks; a vowel sign goes with its consonant.
    /// </summary>
    private static int EndOfPrefix(string folded, int start, int length)
    {
        var end = start;
        for (; length > 0; end++)
        {
            length -= folded[end] == ' ' ? 0 : 1;
        }

        return EndOfCluster(folded, end);
    }

    private static int EndOfCluster(string folded, int end)
    {
        while (end < folded.Length && Words.ContinuesCell(folded, end))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// Looks for each substring in the folded text without its blanks. A match begins between characters of the original, takes the vowel signs
    /// after its last one along, and reaches over no end of a sentence, as the pairs in the index do not.
    /// </summary>
    private static void FindSubstrings(FoldedText text, IReadOnlyList<string> substrings, List<HighlightMatch> found)
    {
        var dense = new DenseText(text);
        foreach (var substring in substrings)
        {
            // What a leading ー or 々 repeats is not known; the rest is looked for, and the character before it must be written so.
            var isRepeat = substring.Length > 1 && substring[0] is 'ー' or '々';
            var sought = isRepeat ? substring[1..] : substring;
            for (var at = dense.IndexOf(sought, 0); at >= 0; at = dense.IndexOf(sought, at + 1))
            {
                var start = isRepeat ? dense.RepeatBefore(at, substring[0]) : at;
                if (start >= 0 && dense.IsBoundary(start))
                {
                    var last = dense.FoldedIndex(at + sought.Length - 1);
                    found.Add(new HighlightMatch(text.StartOf(dense.FoldedIndex(start)), text.EndOf(EndOfCluster(text.Text, last + 1) - 1), substring));
                }
            }
        }
    }
}
