using LeapSearch.Cli.Consoles;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>Related films for people, each with its reasons.</summary>
internal static class RelatedText
{
    private const int MostReasons = 3;

    public static void Write(CliConsole console, RelatedFilmsResponse answer)
    {
        for (var i = 0; i < answer.Results.Count; i++)
        {
            var related = answer.Results[i];
            console.Out.WriteLine($"{i + 1,3}. {DocumentLines.Head(console, related.Film)}");
            foreach (var reason in related.Reasons.Take(MostReasons))
            {
                console.Out.WriteLine($"     {Printable.Of(reason.Text)}{(reason.Weak ? " (a weak tie)" : "")}");
            }
        }

        if (answer.Results.Count == 0)
        {
            console.Out.WriteLine("No related film.");
        }
    }
}
