using LeapSearch.Catalog.Editors;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>Checks what editors say of searches.</summary>
internal static class SearchEditorCheck
{
    /// <param name="dataDir">The data folder.</param>
    public static (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Run(string dataDir)
    {
        var synonyms = EditorFileCheck.Run(Path.Combine(dataDir, SynonymTable.FileName), SynonymTable.Read, _ => []);
        var stopWords = EditorFileCheck.Run(Path.Combine(dataDir, StopWords.FileName), StopWords.Read, _ => []);
        return ([.. synonyms.Problems, .. stopWords.Problems], [.. synonyms.Warnings, .. stopWords.Warnings]);
    }
}
