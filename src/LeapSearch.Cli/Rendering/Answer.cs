using Google.Protobuf;
using LeapSearch.Cli.Consoles;

namespace LeapSearch.Cli.Rendering;

/// <summary>Prints an answer of the contract: as its own JSON, or as text for people.</summary>
internal static class Answer
{
    public static void Print<T>(CliConsole console, T answer, bool json, Action<CliConsole, T> text)
        where T : IMessage
    {
        if (json)
        {
            console.Out.WriteLine(JsonFormatter.Default.Format(answer));
        }
        else
        {
            text(console, answer);
        }
    }
}
