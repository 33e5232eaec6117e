using LeapSearch.Cli.Consoles;
using LeapSearch.Cli.Options;
using LeapSearch.V1;

namespace LeapSearch.Cli.Rendering;

/// <summary>Suggestions for people, one a line.</summary>
internal static class SuggestText
{
    public static void Write(CliConsole console, SuggestResponse answer)
    {
        foreach (var suggestion in answer.Suggestions)
        {
            var year = suggestion.Year > 0 ? $" ({suggestion.Year})" : "";
            var original = suggestion.OriginalText.Length > 0 && suggestion.OriginalText != suggestion.Text ? $" {Printable.Of(suggestion.OriginalText)}" : "";
            var detail = suggestion.Detail.Length > 0 ? $" · {Printable.Of(suggestion.Detail)}" : "";
            console.Out.WriteLine(
                $"{console.Bold(Printable.Of(suggestion.Text))}{year}{original} · {DocumentTypes.Name(suggestion.Type)} {suggestion.Id}{detail} · {MatchLine.Of(suggestion.Match)}");
        }

        if (answer.Suggestions.Count == 0)
        {
            console.Out.WriteLine("No suggestion.");
        }
    }
}
