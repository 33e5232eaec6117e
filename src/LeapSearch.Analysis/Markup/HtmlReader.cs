using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace LeapSearch.Analysis;

/// <summary>Reads the text of one HTML string in a single pass; time and memory are linear whatever the input.</summary>
internal sealed class HtmlReader(string html)
{
    /// <summary>The longest entity name of HTML ("CounterClockwiseContourIntegral") with room for ampersand and semicolon.</summary>
    private const int MaxEntity = 34;

    /// <summary>Elements whose content is no text of the page.</summary>
    private static readonly FrozenSet<string> Hidden = new[] { "script", "style", "template", "noscript", "iframe", "svg" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements that stand within a word or line: their tags part nothing.</summary>
    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rb", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements that part words but do not begin a line.</summary>
    private static readonly FrozenSet<string> Spaced = new[] { "td", "th", "img", "input", "button", "select", "option", "label", "audio", "video", "object", "embed", "rt", "rp" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder text = new(html.Length);
    private readonly int lastTagEnd = html.LastIndexOf('>');

    /// <summary>A quote that never closes was seen: from here on quotes in tags mean nothing.</summary>
    private bool quotesAreBroken;

    /// <summary>White space to write before the next character: none, a blank or a line feed.</summary>
    private char space;

    public string Read()
    {
        var sawMarkup = false;
        for (var at = 0; at < html.Length;)
        {
            var c = html[at];
            var next = c switch
            {
                '<' => ReadMarkup(at),
                '&' => ReadEntity(at),
                _ => at,
            };
            if (next > at)
            {
                sawMarkup = true;
                at = next;
            }
            else if (char.IsWhiteSpace(c) && c != '\u00A0')
            {
                at = ReadSpace(at);
            }
            else
            {
                Append(c);
                at++;
            }
        }

        return sawMarkup ? text.ToString() : html;
    }

    private void Append(char c)
    {
        if (space != 0 && text.Length > 0)
        {
            text.Append(space);
        }

        space = '\0';
        text.Append(c);
    }

    private void Part(char space) => this.space = this.space == '\n' ? '\n' : space;

    /// <summary>An empty line parts paragraphs, as in the text that editors of WordPress type.</summary>
    private int ReadSpace(int at)
    {
        var lines = 0;
        for (; at < html.Length && char.IsWhiteSpace(html[at]); at++)
        {
            lines += html[at] == '\n' ? 1 : 0;
        }

        Part(lines > 1 ? '\n' : ' ');
        return at;
    }

    /// <summary>Where the entity at <paramref name="at"/> ends, its text written; <paramref name="at"/> where it is none.</summary>
    private int ReadEntity(int at)
    {
        var end = html.AsSpan(at, Math.Min(MaxEntity, html.Length - at)).IndexOf(';');
        if (end < 2)
        {
            return at;
        }

        var entity = html.Substring(at, end + 1);
        var decoded = WebUtility.HtmlDecode(entity);
        if (decoded == entity)
        {
            return at;
        }

        foreach (var c in decoded)
        {
            Append(c);
        }

        return at + end + 1;
    }

    /// <summary>Where the markup at <paramref name="at"/> ends; <paramref name="at"/> where a browser would show a "&lt;".</summary>
    private int ReadMarkup(int at)
    {
        if (at + 1 >= html.Length || at > lastTagEnd)
        {
            return at;
        }

        var first = html[at + 1];
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
        {
            var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        if (first is '!' or '?')
        {
            return html.IndexOf('>', at) + 1;
        }

        var isClosing = first == '/';
        var nameStart = at + (isClosing ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || (html[nameEnd] is '-' or ':' && nameEnd > nameStart)))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart || !char.IsAsciiLetter(html[nameStart]))
        {
            return at;
        }

        var tagEnd = EndOfTag(nameEnd);
        if (tagEnd < 0)
        {
            return at;
        }

        var name = html[nameStart..nameEnd];
        if (!isClosing && Hidden.Contains(name) && html[tagEnd - 2] != '/')
        {
            Part(' ');
            return EndOfHidden(name, tagEnd);
        }

        if (!Inline.Contains(name))
        {
            Part(Spaced.Contains(name) || Hidden.Contains(name) ? ' ' : '\n');
        }

        return tagEnd;
    }

    /// <summary>One past the "&gt;" of a tag, quoted ones skipped; -1 where there is none.</summary>
    private int EndOfTag(int at)
    {
        if (!quotesAreBroken)
        {
            var quote = '\0';
            for (var i = at; i < html.Length; i++)
            {
                var c = html[i];
                if (quote == 0 && c == '>')
                {
                    return i + 1;
                }

                if (c is '"' or '\'')
                {
                    quote = quote == 0 ? c : quote == c ? '\0' : quote;
                }
            }

            quotesAreBroken = true;
        }

        return html.IndexOf('>', at) + 1 is var end and > 0 ? end : -1;
    }

    private int EndOfHidden(string name, int at)
    {
        var close = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            return html.Length;
        }

        var end = html.IndexOf('>', close);
        return end < 0 ? html.Length : end + 1;
    }
}
