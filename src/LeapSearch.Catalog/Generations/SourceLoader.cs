using Google.Protobuf;
using Grpc.Core;
using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts;
using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>Stores the documents that a reindex sends.</summary>
internal sealed class SourceLoader(IDocumentStore store)
{
    /// <summary>Documents stored.</summary>
    public long Count { get; private set; }

    /// <summary>Types of which there was at least one.</summary>
    public HashSet<DocumentType> Types { get; } = [];

    /// <summary>Stores one batch.</summary>
    /// <exception cref="LeapSearchException">A document is of no type, or was sent before.</exception>
    public async Task AddAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        var rows = new List<DocumentChange>(batch.Documents.Count);
        var positions = new Dictionary<DocumentKey, int>();
        for (var i = 0; i < batch.Documents.Count; i++)
        {
            var document = batch.Documents[i];
            if (document.DocumentCase == Document.DocumentOneofCase.None)
            {
                throw LeapSearchException.InvalidArgument($"batch.documents[{i}]", "The document is neither a film, nor a person, nor an article.");
            }

            var key = DocumentKey.Of(document);
            if (!positions.TryAdd(key, i))
            {
                throw Duplicate(key, i);
            }

            Types.Add(key.Type);
            rows.Add(new DocumentChange((int)key.Type, key.Id, document.ToByteArray()));
        }

        try
        {
            await store.LoadAsync(rows, cancellationToken).ConfigureAwait(false);
            Count += rows.Count;
        }
        catch (DuplicateDocumentException e)
        {
            var key = new DocumentKey((DocumentType)e.Type, e.Id);
            throw Duplicate(key, positions[key]);
        }
    }

    private static LeapSearchException Duplicate(DocumentKey key, int position)
        => new(
            StatusCode.InvalidArgument,
            "DUPLICATE_DOCUMENT",
            $"The {key.Type.ToString().ToLowerInvariant()} '{key.Id}' comes twice in the sources.",
            $"batch.documents[{position}]");
}
