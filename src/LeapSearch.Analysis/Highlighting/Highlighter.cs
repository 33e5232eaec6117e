using System.Text;

namespace LeapSearch.Analysis;

/// <summary>
/// Marks what was asked for in a text, through every fold: each marked part of the original folds to what was asked (for another
/// spelling of a word or a run across blanks: once blanks are left out). Thread-safe.
/// </summary>
public static class Highlighter
{
    /// <summary>The length of a snippet where none is asked for, in UTF-16 units.</summary>
    public const int DefaultLength = 200;

    /// <summary>The parts of a text to mark: in order, not overlapping.</summary>
    public static IReadOnlyList<TextSpan> Find(string text, HighlightQuery query)
        => MatchFinder.Find(Folding.FoldWithOffsets(text), query).ConvertAll(m => new TextSpan(m.Start, m.End));

    /// <summary>Whether a text may hold anything of a query: where not, there is nothing to mark. Much quicker than to look for what.</summary>
    public static bool MayHold(string text, HighlightQuery query) => MatchFinder.MayHold(Folding.FoldBriefly(text), query);

    /// <summary>
    /// The piece of a text that shows most different matches, of about <paramref name="length"/> UTF-16 units: cut between words, or between characters of
    /// scripts without blanks; the beginning where nothing matches; the earliest where several are as good.
    /// </summary>
    public static Snippet BestSnippet(string text, HighlightQuery query, int length = DefaultLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var matches = MatchFinder.Find(Folding.FoldWithOffsets(text), query);
        var (start, end) = SnippetWindow.Choose(text, matches, length);
        var spans = matches.Where(m => m.Start >= start && m.End <= end).Select(m => new TextSpan(m.Start - start, m.End - start)).ToList();
        return new Snippet(text[start..end], spans, start, !IsBlank(text.AsSpan(0, start)), !IsBlank(text.AsSpan(end)));
    }

    /// <summary>A text as HTML: escaped, with <c>&lt;mark&gt;</c> around the spans (in order, not overlapping).</summary>
    public static string ToHtml(string text, IReadOnlyList<TextSpan> spans)
    {
        var html = new StringBuilder(text.Length + (spans.Count * 13) + 16);
        var at = 0;
        foreach (var span in spans)
        {
            Html.Escape(text.AsSpan(at, span.Start - at), html);
            html.Append("<mark>");
            Html.Escape(text.AsSpan(span.Start, span.Length), html);
            html.Append("</mark>");
            at = span.End;
        }

        Html.Escape(text.AsSpan(at), html);
        return html.ToString();
    }

    /// <summary>A snippet as HTML, with … where text is left out.</summary>
    public static string ToHtml(Snippet snippet)
        => (snippet.CutBefore ? "…" : "") + ToHtml(snippet.Text, snippet.Spans) + (snippet.CutAfter ? "…" : "");

    /// <summary>Spans (in order, not overlapping) counted in Unicode code points instead of UTF-16 units.</summary>
    public static IReadOnlyList<TextSpan> ToCodePoints(string text, IReadOnlyList<TextSpan> spans)
    {
        var result = new List<TextSpan>(spans.Count);
        var (at, codePoints) = (0, 0);
        foreach (var span in spans)
        {
            codePoints += CodePoints(text, at, span.Start);
            var length = CodePoints(text, span.Start, span.End);
            result.Add(new TextSpan(codePoints, codePoints + length));
            codePoints += length;
            at = span.End;
        }

        return result;
    }

    private static int CodePoints(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++, count++)
        {
            i += char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 1 : 0;
        }

        return count;
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => text.IsWhiteSpace();
}
