namespace LeapSearch.Store.Sqlite;

/// <summary>How a request's rows enter the table.</summary>
internal enum WriteMode
{
    /// <summary>Live: replaces, stamped with the time of writing.</summary>
    Write,

    /// <summary>From sources: each key once, no time.</summary>
    Load,

    /// <summary>From another generation: replaces, with the time it has there.</summary>
    Copy,

    /// <summary>No rows: the sequence goes on from at least <see cref="WriteRequest.Sequence"/>.</summary>
    Raise,

    /// <summary>No rows: the log is brought into the database.</summary>
    Checkpoint,
}

/// <summary>A row to be written: the change, and for a copy its time in milliseconds since 1970.</summary>
internal readonly record struct RowChange(int Type, string Id, byte[]? Body, long WrittenAt);

/// <summary>What the writer thread is asked to do; it is done when durable.</summary>
internal sealed class WriteRequest(WriteMode mode, IReadOnlyList<RowChange> rows, long sequence = 0)
{
    private readonly TaskCompletionSource<long> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WriteMode Mode => mode;

    public IReadOnlyList<RowChange> Rows => rows;

    public long Sequence => sequence;

    /// <summary>The sequence that its last row got; set within the transaction.</summary>
    public long Reached { get; set; }

    public Task<long> Done => done.Task;

    public void Complete() => done.TrySetResult(Reached);

    public void Fail(Exception error) => done.TrySetException(error);
}
