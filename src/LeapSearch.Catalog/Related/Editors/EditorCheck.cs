using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Lines;

namespace LeapSearch.Catalog.Related.Editors;

/// <summary>Checks what editors say of related films.</summary>
internal static class EditorCheck
{
    /// <param name="path">The file; nothing is wrong where there is none.</param>
    /// <param name="hasFilm">Whether the catalogue has a film of this id.</param>
    public static (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Run(string path, Func<string, bool> hasFilm) => EditorFileCheck.Run(
        path,
        (p, mistake) => JsonLines.Read(p, EditorLine.Parse, mistake),
        lines => [.. Contradictions(lines), .. Unknown(lines, hasFilm)]);

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
}
