namespace LeapSearch.Store;

/// <summary>A document to write or, without a body, to delete.</summary>
/// <param name="Type">The document's type.</param>
/// <param name="Id">The document's id, unique within its type.</param>
/// <param name="Body">Its bytes; null to delete it.</param>
public readonly record struct DocumentChange(int Type, string Id, byte[]? Body);

/// <summary>A row of the store.</summary>
/// <param name="Type">The document's type.</param>
/// <param name="Id">The document's id, unique within its type.</param>
/// <param name="Sequence">The number of its last change.</param>
/// <param name="WrittenAt">When it was written or deleted live; null when it came from sources.</param>
/// <param name="Body">Its bytes; null when it is deleted.</param>
public sealed record StoredDocument(int Type, string Id, long Sequence, DateTimeOffset? WrittenAt, byte[]? Body)
{
    /// <summary>Whether the document is deleted.</summary>
    public bool IsDeleted => Body is null;
}

/// <summary>A run of rows.</summary>
/// <param name="Rows">The sound rows, in the order asked for.</param>
/// <param name="Damaged">Rows of the same run that fail their checksum; their bytes are not given out.</param>
/// <param name="LastSequence">The sequence of the run's last row; ask for the next run after it. Where the run is empty, what was asked.</param>
/// <param name="LastId">The id of the run's last row; where the run is empty, what was asked.</param>
public sealed record DocumentPage(IReadOnlyList<StoredDocument> Rows, IReadOnlyList<DamagedRow> Damaged, long LastSequence, string LastId)
{
    /// <summary>Whether there was no row, sound or damaged.</summary>
    public bool IsEmpty => Rows.Count == 0 && Damaged.Count == 0;
}

/// <summary>A row that fails its checksum. What it says of itself may be what is damaged.</summary>
/// <param name="Type">The type that it names.</param>
/// <param name="Id">The id that it names.</param>
/// <param name="Sequence">The sequence that it names.</param>
public sealed record DamagedRow(int Type, string Id, long Sequence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Type}:{Id} (sequence {Sequence})";
}

/// <summary>How the store is.</summary>
/// <param name="Writable">Whether writes are taken.</param>
/// <param name="Message">What was found wrong last; empty when nothing was.</param>
/// <param name="LogBytes">The size of the database's log, which a stuck checkpoint lets grow.</param>
public sealed record StoreHealth(bool Writable, string Message, long LogBytes);
