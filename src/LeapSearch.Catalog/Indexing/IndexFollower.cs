using System.Collections.Concurrent;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Store;
using LeapSearch.V1;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog.Indexing;

/// <summary>
/// The one thread that writes a generation's index: it brings the store's changes into it in sequence, publishes snapshots, and commits
/// now and then with the sequence reached. An index that cannot be trusted it puts aside and builds anew.
/// </summary>
/// <remarks>
/// After an error it opens the last commit again and goes on from there; after the second without a commit between them it builds the
/// index anew, unless the disk was at fault; from the third on <see cref="State"/> says that it failed, and it tries again now and then,
/// so that a disk with space again needs no restart. Snapshots already published stay good throughout.
/// </remarks>
internal sealed class IndexFollower : IAsyncDisposable
{
    private const int PageRows = 1000;
    private const int Attempts = 3;

    /// <summary>How long to sleep when nothing is to be done; <see cref="Notify"/> wakes it.</summary>
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);

    private readonly string path;
    private readonly IDocumentStore store;
    private readonly IDocumentIndexer indexer;
    private readonly SnapshotSource snapshots;
    private readonly SnapshotBuilder builder;
    private readonly CatalogOptions options;
    private readonly ILogger log;
    private readonly AutoResetEvent wake = new(false);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<TaskCompletionSource> commitRequests = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool isNew;
    private volatile IndexState state = IndexState.Rebuilding;
    private long applied;
    private long committed = -1;
    private long done;
    private long total;
    private int failures;
    private Exception? lastFailure;

    /// <summary>Starts the thread.</summary>
    /// <param name="path">The index folder.</param>
    /// <param name="store">The documents.</param>
    /// <param name="indexer">Makes Lucene documents; used by this thread alone.</param>
    /// <param name="snapshots">Where snapshots are published.</param>
    /// <param name="generation">The generation's name.</param>
    /// <param name="isNew">Whether the generation is being made, so that it has no index yet.</param>
    /// <param name="options">Intervals, clock and log.</param>
    public IndexFollower(
        string path,
        IDocumentStore store,
        IDocumentIndexer indexer,
        SnapshotSource snapshots,
        string generation,
        bool isNew,
        CatalogOptions options)
    {
        this.path = path;
        this.store = store;
        this.indexer = indexer;
        this.snapshots = snapshots;
        this.isNew = isNew;
        this.options = options;
        log = options.Logging.CreateLogger("LeapSearch.Catalog.Indexing");
        builder = new SnapshotBuilder(generation, indexer, log);
        new Thread(Run) { IsBackground = true, Name = $"index follower {generation}" }.Start();
    }

    public FollowerNotes Notes { get; } = new();

    /// <summary>Whether there are snapshots, and whether they are kept up.</summary>
    public IndexState State => state;

    /// <summary>The last change in the last commit; -1 while there is none.</summary>
    public long CommittedSequence => Volatile.Read(ref committed);

    /// <summary>While building: documents done.</summary>
    public long BuildDone => Volatile.Read(ref done);

    /// <summary>While building: documents in all.</summary>
    public long BuildTotal => Volatile.Read(ref total);

    /// <summary>Tells that the store has new changes.</summary>
    public void Notify() => wake.Set();

    /// <summary>Completes when what was applied at the time of the call is committed.</summary>
    public Task CommitAsync()
    {
        var request = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        commitRequests.Enqueue(request);
        wake.Set();
        if (ended.Task.IsCompleted)
        {
            FailCommitRequests();
        }

        return request.Task;
    }

    /// <summary>Commits and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        wake.Set();
        await ended.Task.ConfigureAwait(false);
        wake.Dispose();
        stop.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                RunOnce();
            }
        }
        finally
        {
            ended.TrySetResult();
            FailCommitRequests();
        }
    }

    private void RunOnce()
    {
        try
        {
            using var session = OpenOrBuild();
            Follow(session);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Closing in the middle of a build; the next start begins it anew.
        }
        catch (Exception e)
        {
            failures++;
            lastFailure = e;
            Notes.Error = $"The index cannot be followed: {e.Message}";
            log.LogError(e, "Following the index '{Path}' failed ({Failures} in a row).", path, failures);
            state = failures >= Attempts ? IndexState.Failed : state;
            stop.Token.WaitHandle.WaitOne(failures >= Attempts ? options.RetryInterval : TimeSpan.FromMilliseconds(100 << failures));
        }
    }

    private IndexSession OpenOrBuild()
    {
        // What the disk refuses it may take later, and a damaged file shows itself below; anything else may lie in what was written.
        var found = failures == Attempts - 1 && lastFailure is not IOException
            ? new IndexInspection(null, "following it failed twice")
            : IndexInspection.Of(path, store.Epoch, store.LastSequence);
        if (found.Commit is { } commit)
        {
            var session = IndexSession.Open(options.OpenDirectory(path), indexer, empty: false, Notes.Skip);
            applied = commit.Sequence;
            Volatile.Write(ref committed, commit.Sequence);
            return session;
        }

        return Build(found.Reason);
    }

    private IndexSession Build(string reason)
    {
        if (!isNew || Directory.Exists(path))
        {
            log.LogWarning("The index '{Path}' is built anew from the store: {Reason}.", path, reason);
            Notes.Repair = $"The index was built anew: {reason}.";
        }

        // A snapshot that is already served goes on to be; else searches wait for this.
        state = snapshots.Sequence < 0 ? IndexState.Rebuilding : state;
        Volatile.Write(ref committed, -1);
        Volatile.Write(ref done, 0);
        Volatile.Write(ref total, store.CountsByType().Values.Sum());
        IndexFiles.MoveAside(path);
        var session = IndexSession.Open(options.OpenDirectory(path), indexer, empty: true, Notes.Skip);
        try
        {
            applied = FullBuild.Run(store, session, Notes.Damaged, n => Volatile.Write(ref done, done + n), stop.Token);
            Commit(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Follow(IndexSession session)
    {
        var time = options.Time;
        Publish(session);
        state = IndexState.Serving;

        // The first change after a pause is shown at once; those that come during the interval after it together, at its end.
        long? refreshed = null;
        var committed = time.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            if (applied < store.LastSequence && Remaining(refreshed, options.RefreshInterval) <= TimeSpan.Zero)
            {
                refreshed = time.GetTimestamp();
                ApplyNext(session);
                Publish(session);
            }

            var due = applied > CommittedSequence && Remaining(committed, options.CommitInterval) <= TimeSpan.Zero;
            if (due || !commitRequests.IsEmpty)
            {
                Commit(session);
                committed = time.GetTimestamp();
            }

            var wait = applied < store.LastSequence ? Remaining(refreshed, options.RefreshInterval)
                : applied > CommittedSequence ? Remaining(committed, options.CommitInterval)
                : IdleWait;
            if (wait > TimeSpan.Zero && commitRequests.IsEmpty)
            {
                wake.WaitOne(wait);
            }
        }

        // Whoever reads the folder next, without this process, sees everything.
        while (applied < store.LastSequence)
        {
            ApplyNext(session);
        }

        Commit(session);
    }

    private void ApplyNext(IndexSession session)
    {
        var bound = store.LastSequence;
        var page = store.ReadChanges(applied, bound, PageRows);
        foreach (var row in page.Damaged)
        {
            Notes.Damaged(row);
        }

        ChangeBatch.Apply(page, session, store);
        applied = page.IsEmpty ? bound : page.LastSequence;
    }

    private TimeSpan Remaining(long? since, TimeSpan interval)
        => since is { } start ? interval - options.Time.GetElapsedTime(start) : TimeSpan.Zero;

    private void Publish(IndexSession session)
    {
        session.BeginBatch(null);
        if (applied >= snapshots.Sequence)
        {
            // Not after an error, until it is level again with what was published before.
            snapshots.Publish(builder.Build(session.Reader, applied));
        }
    }

    private void Commit(IndexSession session)
    {
        var requests = new List<TaskCompletionSource>();
        while (commitRequests.TryDequeue(out var request))
        {
            requests.Add(request);
        }

        try
        {
            if (applied > CommittedSequence)
            {
                session.Commit(new CommitData(applied, store.Epoch, IndexFields.SchemaVersion));
                Volatile.Write(ref committed, applied);
                failures = 0;
            }

            requests.ForEach(r => r.TrySetResult());
        }
        catch (Exception e)
        {
            requests.ForEach(r => r.TrySetException(new IOException($"The index could not be committed: {e.Message}", e)));
            throw;
        }
    }

    private void FailCommitRequests()
    {
        while (commitRequests.TryDequeue(out var request))
        {
            request.TrySetException(new IOException("The index is not followed any more."));
        }
    }
}
