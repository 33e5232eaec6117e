namespace LeapSearch.Analysis;

/// <summary>The query side of <see cref="TextAnalyzer"/>.</summary>
public static class QueryWords
{
    /// <summary>
    /// The words of a query in order. Blanks and changes of script part words; "spider-man" is two, "don't" is one, "X战警" is two. Any
    /// text is taken; a text with nothing visible has no words.
    /// </summary>
    public static IReadOnlyList<QueryWord> Parse(string text)
    {
        var folded = Folding.FoldWithOffsets(text);
        var words = new List<QueryWord>();
        Span<char> term = stackalloc char[Words.MaxLength];
        for (var at = 0; at < folded.Text.Length;)
        {
            if (folded.Text[at] == ' ')
            {
                at++;
                continue;
            }

            var isSpaced = Words.FamilyAt(folded.Text, at) == WordFamily.Spaced;
            var end = isSpaced ? Words.EndOfWord(folded.Text, at) : Words.EndOfRun(folded.Text, at);
            var (start, stop) = (folded.StartOf(at), folded.EndOf(end - 1));
            words.Add(new QueryWord(
                text[start..stop],
                start,
                stop,
                new string(term[..Words.CopyTerm(folded.Text.AsSpan(at, end - at), term)]),
                ScriptOf(folded.Text.AsSpan(at, end - at)),
                isSpaced ? [] : Bigrams(folded.Text, at, end)));
            at = end;
        }

        return words;
    }

    /// <summary>What stands between two words of a text in their order; nothing where one character reads as both (⅓ is 1 and 3).</summary>
    public static ReadOnlySpan<char> Between(string text, QueryWord first, QueryWord second)
        => second.Start > first.End ? text.AsSpan(first.End, second.Start - first.End) : default;

    private static List<string> Bigrams(string folded, int start, int end)
    {
        var bigrams = new List<string>();
        for (var next = Words.EndOfCell(folded, start); next < end; next = Words.EndOfCell(folded, next))
        {
            bigrams.Add(folded[start..Words.EndOfCell(folded, next)]);
            start = next;
        }

        return bigrams;
    }

    /// <summary>The script of the first letter, else of the first character; Han wherever there is any.</summary>
    private static WordScript ScriptOf(ReadOnlySpan<char> word)
    {
        var script = WordScript.Other;
        foreach (var rune in word.EnumerateRunes())
        {
            var here = Scripts.Of(rune.Value);
            if (here == WordScript.Han)
            {
                return here;
            }

            script = script is WordScript.Other or WordScript.Number ? here is WordScript.Other ? script : here : script;
        }

        return script;
    }
}
