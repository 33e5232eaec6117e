namespace LeapSearch.Catalog.Snapshots;

/// <summary>
/// The newest snapshot of a generation, for many threads at once. The reader's own count of references decides how long files stay
/// open: one is held here, one by each lease.
/// </summary>
internal sealed class SnapshotSource : IDisposable
{
    private readonly Lock @lock = new();
    private readonly List<(long Sequence, TaskCompletionSource<bool> Reached)> waiting = [];
    private volatile Snapshot? current;
    private bool closed;

    /// <summary>The newest snapshot's sequence; -1 before the first.</summary>
    public long Sequence => current?.Sequence ?? -1;

    /// <summary>A lease on the newest snapshot; null before the first and after the end.</summary>
    public SnapshotLease? TryAcquire()
    {
        while (current is { } snapshot)
        {
            // Fails only if it was replaced and released since the line above; then there is a newer one, or none any more.
            if (snapshot.Searcher.IndexReader.TryIncRef())
            {
                return new SnapshotLease(snapshot);
            }
        }

        return null;
    }

    /// <summary>Makes a snapshot the newest, with a reference of its own to its reader.</summary>
    public void Publish(Snapshot snapshot)
    {
        List<TaskCompletionSource<bool>> reached = [];
        Snapshot? before;
        lock (@lock)
        {
            if (closed)
            {
                return;
            }

            snapshot.Searcher.IndexReader.IncRef();
            before = current;
            current = snapshot;
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                if (waiting[i].Sequence <= snapshot.Sequence)
                {
                    reached.Add(waiting[i].Reached);
                    waiting.RemoveAt(i);
                }
            }
        }

        before?.Searcher.IndexReader.DecRef();
        reached.ForEach(w => w.TrySetResult(true));
    }

    /// <summary>Waits until a change is searchable. False when the source ends before: ask its successor.</summary>
    public async Task<bool> WaitAsync(long sequence, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (@lock)
        {
            if (Sequence >= sequence)
            {
                return true;
            }

            if (closed)
            {
                return false;
            }

            waiting.Add((sequence, reached));
        }

        try
        {
            return await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (@lock)
            {
                waiting.RemoveAll(w => w.Reached == reached);
            }

            throw;
        }
    }

    /// <summary>Gives out no more leases; those given out stay good.</summary>
    public void Dispose()
    {
        Snapshot? last;
        List<(long Sequence, TaskCompletionSource<bool> Reached)> waiting;
        lock (@lock)
        {
            if (closed)
            {
                return;
            }

            closed = true;
            last = current;
            current = null;
            waiting = [.. this.waiting];
            this.waiting.Clear();
        }

        last?.Searcher.IndexReader.DecRef();
        waiting.ForEach(w => w.Reached.TrySetResult(false));
    }
}
