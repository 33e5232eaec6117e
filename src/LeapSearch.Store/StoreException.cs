namespace LeapSearch.Store;

/// <summary>What is wrong with the store, and so what the caller can do.</summary>
public enum StoreError
{
    /// <summary>Another process holds the data folder.</summary>
    Held,

    /// <summary>A file that must be there is not, or the folder's state is not one that this program leaves behind. Nothing was touched.</summary>
    Missing,

    /// <summary>Written by another version of this program.</summary>
    Format,

    /// <summary>The disk is full. This call failed; the store goes on once there is space.</summary>
    Full,

    /// <summary>Another connection held the database too long. This call failed; try again.</summary>
    Busy,

    /// <summary>A row or the database fails its checks. What is damaged is not served.</summary>
    Damaged,

    /// <summary>An input or output error. Whether the failed write is there is not known; writing it again is safe.</summary>
    Failed,

    /// <summary>After such errors the store takes no more writes until it is opened again; it can still be read.</summary>
    ReadOnly,
}

/// <summary>The store cannot do what was asked.</summary>
/// <param name="error">What is wrong.</param>
/// <param name="message">What, where, and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class StoreException(StoreError error, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public StoreError Error { get; } = error;

    /// <summary>With <see cref="StoreError.Held"/>: who holds the folder, where that is known.</summary>
    public FolderHolder? Holder { get; init; }
}

/// <summary>A document came twice where each may come once; nothing of its batch was stored.</summary>
/// <param name="type">The document's type.</param>
/// <param name="id">The document's id.</param>
public sealed class DuplicateDocumentException(int type, string id) : Exception($"Document {type}:{id} comes twice.")
{
    /// <summary>The document's type.</summary>
    public int Type { get; } = type;

    /// <summary>The document's id.</summary>
    public string Id { get; } = id;
}
