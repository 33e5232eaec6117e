namespace LeapSearch.Store;

/// <summary>
/// The documents of one generation: the truth. A document is a row of bytes with a key (type, id). Every change gets the next number of
/// one sequence, and a row carries the number of its last change, so that a reader who has seen everything up to a number asks for
/// what came after it.
/// </summary>
/// <remarks>
/// A deleted document stays as a row without bytes, so that readers who follow learn of it. All members may be called from any thread.
/// What a write acknowledged is on the disk. A call that fails with <see cref="StoreError.Failed"/> may have been stored nonetheless;
/// writing the same again is safe.
/// </remarks>
public interface IDocumentStore : IAsyncDisposable
{
    /// <summary>
    /// Names this store's history. An index remembers it: after a restored backup the same numbers mean other changes, and the epoch
    /// is another one.
    /// </summary>
    string Epoch { get; }

    /// <summary>The number of the last durable change; 0 in an empty store.</summary>
    long LastSequence { get; }

    /// <summary>Whether writes are taken, and what was found wrong.</summary>
    StoreHealth Health { get; }

    /// <summary>Writes and deletes documents, together or not at all.</summary>
    /// <returns>The sequence that the last of them has, once all are durable.</returns>
    /// <exception cref="StoreException">Nothing was acknowledged; <see cref="StoreException.Error"/> says what to do.</exception>
    Task<long> WriteAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds documents from sources: each may come once, and none counts as written live (<see cref="StoredDocument.WrittenAt"/> is null).
    /// </summary>
    /// <exception cref="DuplicateDocumentException">One is there already; nothing of the batch was stored.</exception>
    /// <exception cref="StoreException">As in <see cref="WriteAsync"/>.</exception>
    Task<long> LoadAsync(IReadOnlyList<DocumentChange> documents, CancellationToken cancellationToken = default);

    /// <summary>Takes rows over from another generation with their write times, replacing what is here; they get new numbers.</summary>
    /// <exception cref="StoreException">As in <see cref="WriteAsync"/>.</exception>
    Task<long> CopyAsync(IReadOnlyList<StoredDocument> rows, CancellationToken cancellationToken = default);

    /// <summary>Makes the sequence go on from at least this number.</summary>
    /// <exception cref="StoreException">As in <see cref="WriteAsync"/>.</exception>
    Task RaiseSequenceAsync(long sequence, CancellationToken cancellationToken = default);

    /// <summary>
    /// Rows, deleted ones included, whose last change lies after one number and not after another, in sequence. At most
    /// <paramref name="limit"/>, fewer when they are large, and none only when there are no more.
    /// </summary>
    DocumentPage ReadChanges(long afterSequence, long throughSequence, int limit);

    /// <summary>Rows of one type, deleted ones included, with ids after one, in ordinal order of ids; pages as above.</summary>
    DocumentPage ReadType(int type, string afterId, int limit);

    /// <summary>One row; null when there is none or it is deleted.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    StoredDocument? Get(int type, string id);

    /// <summary>How many documents there are of each type, deleted ones not counted.</summary>
    IReadOnlyDictionary<int, long> CountsByType();

    /// <summary>Reads every byte and returns what is wrong, one line each; none when all is well.</summary>
    IReadOnlyList<string> Verify(CancellationToken cancellationToken = default);
}
