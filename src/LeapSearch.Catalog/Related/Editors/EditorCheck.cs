using LeapSearch.Catalog.Lines;

namespace LeapSearch.Catalog.Related.Editors;

/// <summary>
/// Checks an editors' file as a whole: each line with a mistake is a problem, since one keeps the whole file from being read; what is well
/// written and does nothing is a warning.
/// </summary>
internal static class EditorCheck
{
    /// <summary>Lines told of each kind; how many more there are is told in one.</summary>
    private const int MostTold = 20;

    /// <param name="path">The file; nothing is wrong where there is none.</param>
    /// <param name="hasFilm">Whether the catalogue has a film of this id.</param>
    public static (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Run(string path, Func<string, bool> hasFilm)
    {
        if (!File.Exists(path))
        {
            return ([], []);
        }

        var problems = new List<string>();
        try
        {
            var lines = JsonLines.Read(path, EditorLine.Parse, mistake => problems.Add(Line(mistake.Message)));
            return (Most(problems), Most([.. Contradictions(lines), .. Unknown(lines, hasFilm)]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([$"'{path}' cannot be read: {error.Message} Until it can, editors' choices stay as they were, and a restart forgets them."], []);
        }
    }

    private static string Line(string mistake)
        => $"{mistake.TrimEnd('.')}. Correct the line: until then editors' choices stay as they were, and a restart forgets them.";

    private static IEnumerable<string> Contradictions(List<EditorLine> lines)
    {
        var choices = new EditorChoices(lines);
        return lines.SelectMany(line => line.Pins.Intersect(choices.BlocksOf(line.Film)).Select(other =>
            $"{line.Place}: '{other}' is pinned to '{line.Film}', and the two are blocked. The block holds: take one of them out."));
    }

    private static IEnumerable<string> Unknown(List<EditorLine> lines, Func<string, bool> hasFilm)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var film in line.Films.Distinct(StringComparer.Ordinal))
            {
                if (!known.TryGetValue(film, out var has))
                {
                    known[film] = has = hasFilm(film);
                }

                if (!has)
                {
                    yield return $"{line.Place}: the catalogue has no film '{film}'. Correct the id if it is mistyped; it counts as soon as there is one.";
                }
            }
        }
    }

    private static List<string> Most(List<string> lines)
        => lines.Count <= MostTold ? lines : [.. lines.Take(MostTold), $"and {lines.Count - MostTold:N0} more of the editors' file."];
}
