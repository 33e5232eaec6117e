using Google.Protobuf;
using LeapSearch.V1;

namespace LeapSearch.Client.Calls;

/// <summary>Cuts writes into messages that the service takes: at most 1,000 documents and deletes, and 4 MiB.</summary>
internal static class Batches
{
    /// <summary>The most documents and deletes of a message.</summary>
    public const int MaxItems = 1_000;

    /// <summary>The most bytes of a message: 4 MiB less room for the envelope.</summary>
    public const int MaxBytes = (4 * 1024 * 1024) - 1_024;

    /// <summary>The request itself where it fits, else its parts in order. An empty request stays one: its error is the service's to tell.</summary>
    public static IEnumerable<WriteDocumentsRequest> Split(WriteDocumentsRequest request)
    {
        if (request.Documents.Count + request.Deletes.Count <= MaxItems && request.CalculateSize() <= MaxBytes)
        {
            yield return request;
            yield break;
        }

        foreach (var (documents, deletes) in Cut(request.Documents, request.Deletes))
        {
            yield return new WriteDocumentsRequest { Documents = { documents }, Deletes = { deletes } };
        }
    }

    /// <summary>The same for one message of a reindex.</summary>
    public static IEnumerable<ReindexRequest> Split(ReindexRequest request)
    {
        if (request.Batch is not { } batch || (batch.Documents.Count <= MaxItems && batch.CalculateSize() <= MaxBytes))
        {
            yield return request;
            yield break;
        }

        foreach (var (documents, _) in Cut(batch.Documents, []))
        {
            yield return new ReindexRequest { Batch = new DocumentBatch { Documents = { documents } } };
        }
    }

    private static IEnumerable<(List<Document> Documents, List<DocumentReference> Deletes)> Cut(
        IEnumerable<Document> documents, IEnumerable<DocumentReference> deletes)
    {
        List<Document> some = [];
        List<DocumentReference> gone = [];
        var bytes = 0;
        foreach (var item in documents.Concat<IMessage>(deletes))
        {
            // A tag and a length of at most five bytes stand before each item.
            var size = item.CalculateSize() + 6;
            if (some.Count + gone.Count > 0 && (some.Count + gone.Count == MaxItems || bytes + size > MaxBytes))
            {
                yield return (some, gone);
                (some, gone, bytes) = ([], [], 0);
            }

            bytes += size;
            if (item is Document document)
            {
                some.Add(document);
            }
            else
            {
                gone.Add((DocumentReference)item);
            }
        }

        if (some.Count + gone.Count > 0)
        {
            yield return (some, gone);
        }
    }
}
