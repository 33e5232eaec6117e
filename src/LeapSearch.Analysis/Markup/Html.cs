using System.Text;

namespace LeapSearch.Analysis;

/// <summary>HTML as text and text as HTML. Takes anything: broken markup loses no text that a browser would show.</summary>
public static class Html
{
    /// <summary>
    /// The text of HTML: tags and comments dropped, scripts and styles with their content, entities decoded; what a browser shows as a block of its
    /// own is parted by a line feed; other white space is one blank. A text without any tag or entity is answered unchanged.
    /// </summary>
    public static string ToText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return html.AsSpan().ContainsAny('<', '&') ? new HtmlReader(html).Read() : html;
    }

    /// <summary>A text with <c>&amp; &lt; &gt; " '</c> escaped: safe between tags and in quoted attributes.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        Escape(text, html);
        return html.ToString();
    }

    internal static void Escape(ReadOnlySpan<char> text, StringBuilder html)
    {
        while (text.IndexOfAny("&<>\"'") is var special and >= 0)
        {
            html.Append(text[..special]).Append(text[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(special + 1)..];
        }

        html.Append(text);
    }
}
