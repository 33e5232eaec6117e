using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts.Validation;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>Checks what editors say of searches.</summary>
internal static class SearchEditorCheck
{
    /// <param name="dataDir">The data folder.</param>
    /// <param name="has">Whether the catalogue has a document.</param>
    /// <param name="now">The time.</param>
    public static (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Run(string dataDir, Func<DocumentKey, bool> has, DateTimeOffset now)
    {
        var synonyms = EditorFileCheck.Run(Path.Combine(dataDir, SynonymTable.FileName), SynonymTable.Read, _ => []);
        var stopWords = EditorFileCheck.Run(Path.Combine(dataDir, StopWords.FileName), StopWords.Read, _ => []);
        var results = EditorFileCheck.Run(Path.Combine(dataDir, ResultTable.FileName), ResultTable.Read, t => t.Lines.SelectMany(l => Warnings(l, has, now)));
        return ([.. synonyms.Problems, .. stopWords.Problems, .. results.Problems], results.Warnings);
    }

    private static IEnumerable<string> Warnings(ResultLine line, Func<DocumentKey, bool> has, DateTimeOffset now)
    {
        if (line.Until <= now)
        {
            yield return $"{line.Place}: it ended at {Timestamps.Format(line.Until)}. Take it out when it is not wanted again.";
        }

        foreach (var both in line.Pins.Intersect(line.Hides))
        {
            yield return $"{line.Place}: {Named(both)} is pinned and hidden. It is hidden: take one of them out.";
        }

        foreach (var gone in line.Pins.Concat(line.Hides).Distinct().Where(d => !has(d)))
        {
            yield return $"{line.Place}: the catalogue has no {Named(gone)}. Correct the id if it is mistyped; it counts as soon as there is one.";
        }
    }

    private static string Named(DocumentKey key) => $"{TypeNames.Of(key.Type)} '{key.Id}'";
}
