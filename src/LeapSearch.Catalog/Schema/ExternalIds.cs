namespace LeapSearch.Catalog.Schema;

/// <summary>Ids elsewhere and page addresses, so that a pasted id or URL finds its document.</summary>
internal static class ExternalIds
{
    public static void Add(IEnumerable<KeyValuePair<string, string>> ids, string pageUrl, LuceneFields fields)
    {
        foreach (var (source, id) in ids)
        {
            fields.Whole(IndexFields.ExternalId, Term(source, id));
        }

        if (pageUrl.Length > 0)
        {
            fields.Whole(IndexFields.ExternalId, PageTerm(pageUrl));
        }
    }

    /// <summary>How an id elsewhere is indexed and looked up: <c>imdb:tt11188682</c>.</summary>
    public static string Term(string source, string id) => $"{source.ToLowerInvariant()}:{id.ToLowerInvariant()}";

    /// <summary>How a page is indexed and looked up: without scheme, www., query, fragment and a last slash.</summary>
    public static string PageTerm(string url)
    {
        var text = url.Trim().ToLowerInvariant();
        text = text.StartsWith("https://", StringComparison.Ordinal) ? text[8..] : text.StartsWith("http://", StringComparison.Ordinal) ? text[7..] : text;
        text = text.StartsWith("www.", StringComparison.Ordinal) ? text[4..] : text;
        var end = text.IndexOfAny(['?', '#']);
        return "page:" + (end < 0 ? text : text[..end]).TrimEnd('/');
    }
}
