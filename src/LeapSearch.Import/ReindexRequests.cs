using System.Runtime.CompilerServices;
using LeapSearch.V1;

namespace LeapSearch.Import;

/// <summary>Makes the stream of a reindex from what a reader gives.</summary>
public static class ReindexRequests
{
    /// <summary>The most documents of a message.</summary>
    private const int BatchDocuments = 1000;

    /// <summary>
    /// Bytes after which a message is closed: far below the 4 MiB of the contract even after one more document of 2 MiB, and large enough
    /// that calls cost nothing.
    /// </summary>
    private const int BatchBytes = 1024 * 1024;

    /// <summary>The options, then the documents in batches within the contract's limits.</summary>
    /// <exception cref="ImportException">As <see cref="DocumentReader.ReadAsync"/>; the stream ends without closing, so nothing is swapped.</exception>
    public static async IAsyncEnumerable<ReindexRequest> FromAsync(
        DocumentReader reader,
        ReindexOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new ReindexRequest { Options = options };
        var batch = new DocumentBatch();
        var bytes = 0;
        await foreach (var imported in reader.ReadAsync(cancellationToken))
        {
            batch.Documents.Add(imported.Document);
            bytes += imported.Document.CalculateSize();
            if (batch.Documents.Count == BatchDocuments || bytes >= BatchBytes)
            {
                yield return new ReindexRequest { Batch = batch };
                batch = new DocumentBatch();
                bytes = 0;
            }
        }

        if (batch.Documents.Count > 0)
        {
            yield return new ReindexRequest { Batch = batch };
        }
    }
}
