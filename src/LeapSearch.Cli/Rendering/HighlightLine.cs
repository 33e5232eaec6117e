using System.Text;
using LeapSearch.Cli.Consoles;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>A highlight with its marked parts in bold, or in brackets where there is no bold.</summary>
internal static class HighlightLine
{
    public static string Of(CliConsole console, Highlight highlight)
    {
        var runes = highlight.Text.EnumerateRunes().ToArray();
        var line = new StringBuilder();
        var at = 0;
        foreach (var span in highlight.Spans)
        {
            var (start, end) = (Math.Clamp(span.Start, at, runes.Length), Math.Clamp(span.End, at, runes.Length));
            line.Append(Text(runes, at, start));
            if (end > start)
            {
                var marked = Text(runes, start, end);
                line.Append(console.OutIsTerminal ? console.Bold(marked) : $"[{marked}]");
            }

            at = Math.Max(at, end);
        }

        return $"{highlight.Field}: {line.Append(Text(runes, at, runes.Length))}";
    }

    private static string Text(Rune[] runes, int start, int end)
    {
        var text = new StringBuilder();
        foreach (var rune in runes.AsSpan(start..Math.Max(start, end)))
        {
            text.Append(rune);
        }

        return Printable.Of(text.ToString());
    }
}
