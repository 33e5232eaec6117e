using Google.Protobuf.Collections;
using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts;
using LeapSearch.Contracts.Validation;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Writes;

/// <summary>What a batch of documents must keep to: the contract's limits, valid documents, each at most once.</summary>
internal static class WriteRules
{
    /// <summary>Documents and deletes in one batch.</summary>
    public const int MaxBatch = 1_000;

    /// <summary>Bytes of one batch.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Checks a batch.</summary>
    /// <exception cref="LeapSearchException">INVALID_ARGUMENT naming the field.</exception>
    public static void Check(WriteDocumentsRequest request)
    {
        var count = request.Documents.Count + request.Deletes.Count;
        if (count == 0)
        {
            throw LeapSearchException.InvalidArgument("documents", "The batch is empty: give documents, deletes, or both.");
        }

        if (count > MaxBatch)
        {
            throw LeapSearchException.InvalidArgument("documents", $"The batch has {count:N0} documents and deletes; at most {MaxBatch:N0} are allowed: split it.");
        }

        var bytes = request.CalculateSize();
        if (bytes > MaxBytes)
        {
            throw LeapSearchException.InvalidArgument("documents", $"The batch has {bytes:N0} bytes; at most {MaxBytes:N0} (4 MiB) are allowed: split it.");
        }

        var seen = new HashSet<DocumentKey>();
        Documents(request.Documents, "documents", seen);
        for (var i = 0; i < request.Deletes.Count; i++)
        {
            var (type, id) = (request.Deletes[i].Type, request.Deletes[i].Id);
            if (type is not (DocumentType.Film or DocumentType.Person or DocumentType.Article))
            {
                throw LeapSearchException.InvalidArgument($"deletes[{i}].type", $"deletes[{i}].type is {(int)type}; name the type of what to delete.");
            }

            if (id.Length == 0)
            {
                throw LeapSearchException.InvalidArgument($"deletes[{i}].id", $"deletes[{i}].id is missing.");
            }

            Once(new DocumentKey(type, id), $"deletes[{i}]", seen);
        }
    }

    /// <summary>Checks documents of a batch or of a reindex.</summary>
    public static void Documents(RepeatedField<Document> documents, string field, HashSet<DocumentKey>? seen)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if (DocumentValidator.Validate(documents[i]) is [var first, ..] violations)
            {
                var more = violations.Count > 1 ? $" ({violations.Count - 1} more)" : "";
                throw LeapSearchException.InvalidArgument($"{field}[{i}].{first.Field}", $"{field}[{i}].{first}{more}.");
            }

            if (seen is not null)
            {
                Once(DocumentKey.Of(documents[i]), $"{field}[{i}]", seen);
            }
        }
    }

    private static void Once(DocumentKey key, string field, HashSet<DocumentKey> seen)
    {
        if (!seen.Add(key))
        {
            throw LeapSearchException.InvalidArgument(field, $"{field}: the {TypeNames.Of(key.Type)} '{key.Id}' stands in the batch twice.");
        }
    }
}
