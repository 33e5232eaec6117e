using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Linking;

/// <summary>The text of an article in which mentions count: headline, excerpt and body, without what is said of the author or the site.</summary>
internal static class ArticleText
{
    private static readonly string[] SiteTalk = ["newsletter", "subscribe", "sign up", "follow us", "about the author", "more from "];

    /// <summary>A paragraph of site talk is short: a long one that says "subscribe" is of the article.</summary>
    private const int MaxSiteTalk = 400;

    /// <summary>The lines of the article.</summary>
    public static IEnumerable<string> Lines(Article article)
        => Html.ToText(ArticleMarkup.MainPart(article.Excerpt)).Split('\n')
            .Concat(Html.ToText(ArticleMarkup.MainPart(article.Body)).Split('\n'))
            .Prepend(article.Title)
            .Where(line => line.Length > 0 && !IsSiteTalk(line) && !IsBiography(line, article));

    private static bool IsSiteTalk(string line)
        => line.Length <= MaxSiteTalk && SiteTalk.Any(talk => line.Contains(talk, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Mira Halden is the editor of …", "By Mira Halden".</summary>
    private static bool IsBiography(string line, Article article)
    {
        var start = line.TrimStart('—', '-', '–', ' ', '“', '*');
        start = start.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? start[3..] : start;
        return line != article.Title && article.Authors.Any(a => a.Name.Length > 0 && start.StartsWith(a.Name, StringComparison.OrdinalIgnoreCase));
    }
}
