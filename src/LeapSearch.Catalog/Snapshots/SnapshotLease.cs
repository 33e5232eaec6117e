namespace LeapSearch.Catalog.Snapshots;

/// <summary>Keeps a snapshot's files open until disposed. Take one a call, in a <c>using</c>.</summary>
internal sealed class SnapshotLease : IDisposable
{
    private int disposed;

    /// <summary>A lease that takes over a reference to the reader.</summary>
    public SnapshotLease(Snapshot snapshot) => Snapshot = snapshot;

    public Snapshot Snapshot { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            Snapshot.Searcher.IndexReader.DecRef();
        }
    }
}
