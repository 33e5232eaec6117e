using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Marks a query's words in the texts of documents.</summary>
internal sealed class Highlights
{
    /// <summary>Highlights of one result; the most telling texts come first.</summary>
    private const int MaxHighlights = 6;

    private readonly HighlightQuery _query;

    public Highlights(ParsedQuery query, bool lastIsPrefix = false)
        => _query = HighlightQuery.Of([.. query.Phrases.SelectMany(p => p), .. query.Words], lastIsPrefix);

    /// <summary>The pieces of a document's texts that hold the query's words.</summary>
    public IEnumerable<Highlight> Of(Document document)
    {
        if (_query.Terms.Count + _query.Prefixes.Count + _query.Substrings.Count == 0)
        {
            return [];
        }

        return DocumentText.Of(document)
            .DistinctBy(v => (v.Field, v.Value))
            .Select(v => (v.Field, Snippet: Highlighter.BestSnippet(v.Value, _query)))
            .Where(v => v.Snippet.Spans.Count > 0)
            .Take(MaxHighlights)
            .Select(v => ToMessage(v.Field, v.Snippet));
    }

    /// <summary>A whole short text as HTML with the query's words marked.</summary>
    public string Mark(string text) => Highlighter.ToHtml(text, Highlighter.Find(text, _query));

    private static Highlight ToMessage(string field, Snippet snippet)
    {
        var highlight = new Highlight { Field = field, Html = Highlighter.ToHtml(snippet), Text = snippet.Text };
        foreach (var span in Highlighter.ToCodePoints(snippet.Text, snippet.Spans))
        {
            highlight.Spans.Add(new HighlightSpan { Start = span.Start, End = span.End });
        }

        return highlight;
    }
}
