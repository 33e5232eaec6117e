namespace LeapSearch.Cli.Consoles;

/// <summary>Text that is safe on a terminal: a catalogue's text may hold escape sequences.</summary>
internal static class Printable
{
    /// <summary>The text in one line, with control characters as spaces.</summary>
    public static string Of(string text)
        => text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && text.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') < 0
            ? text
            : string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            });

    /// <summary>The start of a text, at most so many characters.</summary>
    public static string Start(string text, int length)
        => text.Length <= length ? Of(text) : Of(text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)]) + "…";
}
