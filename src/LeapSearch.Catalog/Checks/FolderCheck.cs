using LeapSearch.Catalog.Generations;
using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Catalog.Schema;
using LeapSearch.Store;
using LeapSearch.V1;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Checks;

/// <summary>The check of a data folder's live generation.</summary>
internal static class FolderCheck
{
    /// <summary>A writer that commits and merges takes files away under a check; what it found then says nothing, and it is made again.</summary>
    private const int Attempts = 5;

    public static async Task<CatalogCheck> RunAsync(string dataDir, CancellationToken cancellationToken)
    {
        using var folder = DataFolder.OpenReadOnly(dataDir);
        if (folder.Current() is not { } generation)
        {
            return new CatalogCheck("", 0, [$"'{folder.Path}' has no generation yet; run a reindex.", .. Editors(folder, _ => true).Problems], []);
        }

        await using var store = SqliteDocumentStore.OpenReadOnly(generation.DatabasePath);
        var problems = new List<string>(store.Verify(cancellationToken));
        var index = CheckIndex(generation.IndexPath, store, cancellationToken);
        for (var attempt = 1; attempt < Attempts && index.Problems.Count > 0 && LastCommit(generation.IndexPath) != index.Commit; attempt++)
        {
            index = CheckIndex(generation.IndexPath, store, cancellationToken);
        }

        var editors = Editors(folder, key => Has(store, key));
        return new CatalogCheck(generation.Name, index.Documents, [.. problems, .. index.Problems, .. editors.Problems], editors.Warnings);
    }

    private static (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Editors(DataFolder folder, Func<DocumentKey, bool> has)
    {
        var related = EditorCheck.Run(Path.Combine(folder.Path, EditorChoices.FileName), id => has(new DocumentKey(DocumentType.Film, id)));
        var search = SearchEditorCheck.Run(folder.Path, has, TimeProvider.System.GetUtcNow());
        return ([.. related.Problems, .. search.Problems], [.. related.Warnings, .. search.Warnings]);
    }

    private static bool Has(IDocumentStore store, DocumentKey key)
    {
        try
        {
            return store.Get((int)key.Type, key.Id) is not null;
        }
        catch (StoreException)
        {
            // It is there and damaged, which the store's own check tells.
            return true;
        }
    }

    private static (string Commit, long Documents, IReadOnlyList<string> Problems) CheckIndex(
        string path, IDocumentStore store, CancellationToken cancellationToken)
    {
        var commit = LastCommit(path);
        var inspection = IndexInspection.Of(path, store.Epoch, store.LastSequence);
        if (inspection.Commit is null)
        {
            return (commit, 0, [$"'{path}' will be built anew at the next start: {inspection.Reason}."]);
        }

        var problems = new List<string>(GenerationVerifier.CheckIndex(path));
        long documents = 0;
        if (problems.Count == 0)
        {
            using var comparison = new IndexComparison(path, store);
            documents = comparison.Run(problems, cancellationToken);
        }

        return (commit, documents, problems);
    }

    /// <summary>The file name of the last commit; empty when there is none to be read.</summary>
    private static string LastCommit(string path)
    {
        try
        {
            using var directory = IndexFiles.Open(path);
            return SegmentInfos.GetLastCommitSegmentsFileName(directory) ?? "";
        }
        catch (Exception)
        {
            // Whatever Lucene throws on damage: the check itself tells it.
            return "";
        }
    }
}
