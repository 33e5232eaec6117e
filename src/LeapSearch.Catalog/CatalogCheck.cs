using LeapSearch.Catalog.Checks;
using LeapSearch.Catalog.Generations;
using LeapSearch.Contracts;

namespace LeapSearch.Catalog;

/// <summary>What a check of a data folder found.</summary>
/// <param name="Generation">The generation that was checked; empty when there is none.</param>
/// <param name="Documents">Documents that store and index agree on.</param>
/// <param name="Problems">What is wrong, one line each; empty when nothing is.</param>
/// <param name="Warnings">What is well formed and does nothing in the editors' files, one line each: ids that the catalogue has not.</param>
public sealed record CatalogCheck(string Generation, long Documents, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// Reads every byte of the live generation, beside whoever writes in it: each row of the store against its checksum, the index by
    /// Lucene's CheckIndex, the index against the store, document by document, and each line of the editors' files. Changes nothing.
    /// </summary>
    /// <param name="dataDir">The data folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LeapSearchException">FAILED_PRECONDITION: there is no such folder, or its store cannot be opened at all.</exception>
    public static Task<CatalogCheck> RunAsync(string dataDir, CancellationToken cancellationToken = default)
        => StoreFailures.Translate(() => Task.Run(() => FolderCheck.RunAsync(dataDir, cancellationToken), cancellationToken));
}
