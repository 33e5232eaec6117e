using System.Text;

namespace LeapSearch.Cli.Consoles;

/// <summary>Where a command reads and writes: the process's own streams, or a test's.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">Progress, warnings, errors.</param>
/// <param name="Input">What <c>-</c> reads.</param>
/// <param name="OutIsTerminal">Whether answers may be in bold.</param>
/// <param name="ErrorIsTerminal">Whether progress may be drawn.</param>
internal sealed record CliConsole(TextWriter Out, TextWriter Error, Stream Input, bool OutIsTerminal, bool ErrorIsTerminal)
{
    /// <summary>The process's own, in UTF-8 whatever the locale: titles are in every script.</summary>
    public static CliConsole OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, Console.OpenStandardInput(), !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }

    /// <summary>Says something in one line on standard error.</summary>
    public void Tell(string message) => Error.WriteLine($"leapsearch: {Printable.Of(message)}");

    /// <summary>Text that stands out on a terminal.</summary>
    public string Bold(string text) => OutIsTerminal ? $"\e[1m{text}\e[22m" : text;
}
