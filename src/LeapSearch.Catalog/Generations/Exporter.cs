using System.Runtime.CompilerServices;
using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>Reads every document of the live generation's store in order. A document that is written meanwhile comes as it was or as it is.</summary>
internal static class Exporter
{
    private const int PageRows = 500;

    /// <summary>Bytes after which a message is closed: far below the 4 MiB that a client takes even after one more document of 2 MiB.</summary>
    private const int MessageBytes = 1 << 20;

    /// <summary>The documents of the types, or of all where none is given, in (type, id) order.</summary>
    /// <exception cref="LeapSearchException">
    /// UNAVAILABLE: there is no catalogue. DATA_LOSS: a row is damaged; an export without it would pass for whole. ABORTED: another
    /// generation became live meanwhile.
    /// </exception>
    public static async IAsyncEnumerable<ExportResponse> RunAsync(
        CatalogHost host, IReadOnlyCollection<DocumentType> types, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var generation = host.Current ?? throw CatalogHost.NoCatalogue();
        foreach (var type in Enum.GetValues<DocumentType>().Where(t => t != DocumentType.Unspecified && (types.Count == 0 || types.Contains(t))).Order())
        {
            var lastId = "";
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var page = await StoreFailures.Translate(() => Task.Run(() => Read(host, generation, type, lastId), cancellationToken)).ConfigureAwait(false);
                if (page.IsEmpty)
                {
                    break;
                }

                foreach (var message in Messages(page.Rows))
                {
                    yield return message;
                }

                lastId = page.LastId;
            }
        }
    }

    private static DocumentPage Read(CatalogHost host, IOpenGeneration generation, DocumentType type, string lastId)
    {
        DocumentPage page;
        try
        {
            page = generation.Store.ReadType((int)type, lastId, PageRows);
        }
        catch (ObjectDisposedException) when (host.Current != generation)
        {
            throw new LeapSearchException(
                StatusCode.Aborted, "GENERATION_CHANGED", $"Generation {generation.Folder.Name} is not the live one any more; export again.");
        }

        return page.Damaged.Count == 0
            ? page
            : throw new LeapSearchException(
                StatusCode.DataLoss, "STORE_DAMAGED", $"The row of {type.ToString().ToLowerInvariant()} '{page.Damaged[0].Id}' is damaged; 'check' names every one.");
    }

    private static IEnumerable<ExportResponse> Messages(IEnumerable<StoredDocument> rows)
    {
        var message = new ExportResponse();
        var bytes = 0;
        foreach (var row in rows.Where(r => !r.IsDeleted))
        {
            message.Documents.Add(Document.Parser.ParseFrom(row.Body));
            bytes += row.Body!.Length;
            if (bytes >= MessageBytes)
            {
                yield return message;
                (message, bytes) = (new ExportResponse(), 0);
            }
        }

        if (message.Documents.Count > 0)
        {
            yield return message;
        }
    }
}
