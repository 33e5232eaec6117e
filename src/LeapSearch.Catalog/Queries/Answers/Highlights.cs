using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Marks a query's words in the texts of documents.</summary>
internal sealed class Highlights
{
    /// <summary>Highlights of one result; the most telling texts come first.</summary>
    private const int MaxHighlights = 6;

    private readonly HighlightQuery query;

    public Highlights(ParsedQuery query, bool lastIsPrefix = false)
        => this.query = HighlightQuery.Of([.. query.Phrases.SelectMany(p => p), .. query.Words], lastIsPrefix);

    /// <summary>The pieces of a document's texts that hold the query's words.</summary>
    public IReadOnlyList<Highlight> Of(Document document)
    {
        var highlights = new List<Highlight>();
        if (query.Terms.Count + query.Prefixes.Count + query.Substrings.Count == 0)
        {
            return highlights;
        }

        var seen = new List<(string Field, string Value)>();
        foreach (var value in DocumentText.Of(document))
        {
            if (!Highlighter.MayHold(value.Value, query) || seen.Contains((value.Field, value.Value)))
            {
                continue;
            }

            seen.Add((value.Field, value.Value));
            var snippet = Highlighter.BestSnippet(value.Value, query);
            if (snippet.Spans.Count > 0)
            {
                highlights.Add(ToMessage(value.Field, snippet));
                if (highlights.Count == MaxHighlights)
                {
                    break;
                }
            }
        }

        return highlights;
    }

    /// <summary>A whole short text as HTML with the query's words marked.</summary>
    public string Mark(string text) => Highlighter.ToHtml(text, Highlighter.Find(text, query));

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
