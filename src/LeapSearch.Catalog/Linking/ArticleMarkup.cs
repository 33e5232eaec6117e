using System.Text;

namespace LeapSearch.Catalog.Linking;

/// <summary>
/// What of an article's HTML is the article: without the boxes that a site's template or editor sets beside it (an author's biography, a
/// newsletter box, related links), and with emphasis written as quotes, since editors set titles in italics.
/// </summary>
internal static class ArticleMarkup
{
    private static readonly HashSet<string> Boxes = new(StringComparer.OrdinalIgnoreCase) { "aside", "footer", "form", "nav", "header" };

    private static readonly HashSet<string> Emphasis = new(StringComparer.OrdinalIgnoreCase) { "em", "i", "cite", "q" };

    /// <summary>Words in class or id that name a box, matched as whole parts of the name: author-bio, newsletter_signup.</summary>
    private static readonly HashSet<string> BoxNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "author", "bio", "biography", "byline", "newsletter", "subscribe", "subscription", "signup", "related", "share", "sharing", "comments",
        "promo", "sidebar", "advert", "advertisement", "ad", "widget", "footer",
    };

    /// <summary>The HTML of the article itself.</summary>
    public static string MainPart(string html)
    {
        if (!html.Contains('<'))
        {
            return html;
        }

        var main = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0)
            {
                main.Append(html, at, html.Length - at);
                break;
            }

            main.Append(html, at, open - at);
            var tag = html.AsSpan(open + 1, close - open - 1);
            var name = Name(tag);
            at = close + 1;
            if (tag.Length > 0 && tag[0] != '/' && tag[^1] != '/' && IsBox(name, tag) && EndOf(html, name, at) is var end and > 0)
            {
                main.Append("<br>");
                at = end;
            }
            else if (Emphasis.Contains(name))
            {
                main.Append(tag[0] == '/' ? '”' : '“');
            }
            else
            {
                main.Append(html, open, close + 1 - open);
            }
        }

        return main.ToString();
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var start = tag.Length > 0 && tag[0] == '/' ? 1 : 0;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return tag[start..end].ToString();
    }

    private static bool IsBox(string name, ReadOnlySpan<char> tag)
    {
        if (Boxes.Contains(name))
        {
            return true;
        }

        foreach (var attribute in new[] { "class=", "id=" })
        {
            var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at + attribute.Length >= tag.Length)
            {
                continue;
            }

            var value = tag[(at + attribute.Length)..];
            var quote = value[0] is '"' or '\'' ? value[0] : ' ';
            value = quote == ' ' ? value : value[1..];
            var end = value.IndexOf(quote);
            foreach (var part in (end < 0 ? value : value[..end]).ToString().Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (BoxNames.Contains(part))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where the element that began before <paramref name="from"/> ends; 0 where it never does, and so boxes nothing.</summary>
    private static int EndOf(string html, string name, int from)
    {
        var depth = 1;
        for (var at = html.IndexOf('<', from); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isClosing = html[at + 1] == '/';
            var start = at + (isClosing ? 2 : 1);
            if (string.Compare(html, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0
                || (start + name.Length < html.Length && char.IsAsciiLetterOrDigit(html[start + name.Length])))
            {
                continue;
            }

            depth += isClosing ? -1 : 1;
            if (depth == 0)
            {
                var end = html.IndexOf('>', at);
                return end < 0 ? html.Length : end + 1;
            }
        }

        return 0;
    }
}
