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

    private readonly string _path;
    private readonly IDocumentStore _store;
    private readonly IDocumentIndexer _indexer;
    private readonly SnapshotSource _snapshots;
    private readonly SnapshotBuilder _builder;
    private readonly CatalogOptions _options;
    private readonly ILogger _log;
    private readonly AutoResetEvent _wake = new(false);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _commitRequests = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _isNew;
    private volatile IndexState _state = IndexState.Rebuilding;
    private long _applied;
    private long _committed = -1;
    private long _done;
    private long _total;
    private int _failures;
    private Exception? _lastFailure;

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
        _path = path;
        _store = store;
        _indexer = indexer;
        _snapshots = snapshots;
        _isNew = isNew;
        _options = options;
        _log = options.Logging.CreateLogger("LeapSearch.Catalog.Indexing");
        _builder = new SnapshotBuilder(generation, indexer, _log);
        new Thread(Run) { IsBackground = true, Name = $"index follower {generation}" }.Start();
    }

    public FollowerNotes Notes { get; } = new();

    /// <summary>Whether there are snapshots, and whether they are kept up.</summary>
    public IndexState State => _state;

    /// <summary>The last change in the last commit; -1 while there is none.</summary>
    public long CommittedSequence => Volatile.Read(ref _committed);

    /// <summary>While building: documents done.</summary>
    public long BuildDone => Volatile.Read(ref _done);

    /// <summary>While building: documents in all.</summary>
    public long BuildTotal => Volatile.Read(ref _total);

    /// <summary>Tells that the store has new changes.</summary>
    public void Notify() => _wake.Set();

    /// <summary>Completes when what was applied at the time of the call is committed.</summary>
    public Task CommitAsync()
    {
        var request = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _commitRequests.Enqueue(request);
        _wake.Set();
        if (_ended.Task.IsCompleted)
        {
            FailCommitRequests();
        }

        return request.Task;
    }

    /// <summary>Commits and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _wake.Set();
        await _ended.Task.ConfigureAwait(false);
        _wake.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                RunOnce();
            }
        }
        finally
        {
            _ended.TrySetResult();
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
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Closing in the middle of a build; the next start begins it anew.
        }
        catch (Exception e)
        {
            _failures++;
            _lastFailure = e;
            Notes.Error = $"The index cannot be followed: {e.Message}";
            _log.LogError(e, "Following the index '{Path}' failed ({Failures} in a row).", _path, _failures);
            _state = _failures >= Attempts ? IndexState.Failed : _state;
            _stop.Token.WaitHandle.WaitOne(_failures >= Attempts ? _options.RetryInterval : TimeSpan.FromMilliseconds(100 << _failures));
        }
    }

    private IndexSession OpenOrBuild()
    {
        // What the disk refuses it may take later, and a damaged file shows itself below; anything else may lie in what was written.
        var found = _failures == Attempts - 1 && _lastFailure is not IOException
            ? new IndexInspection(null, "following it failed twice")
            : IndexInspection.Of(_path, _store.Epoch, _store.LastSequence);
        if (found.Commit is { } commit)
        {
            var session = IndexSession.Open(_options.OpenDirectory(_path), _indexer, empty: false, Notes.Skip);
            _applied = commit.Sequence;
            Volatile.Write(ref _committed, commit.Sequence);
            return session;
        }

        return Build(found.Reason);
    }

    private IndexSession Build(string reason)
    {
        if (!_isNew || Directory.Exists(_path))
        {
            _log.LogWarning("The index '{Path}' is built anew from the store: {Reason}.", _path, reason);
            Notes.Repair = $"The index was built anew: {reason}.";
        }

        // A snapshot that is already served goes on to be; else searches wait for this.
        _state = _snapshots.Sequence < 0 ? IndexState.Rebuilding : _state;
        Volatile.Write(ref _committed, -1);
        Volatile.Write(ref _done, 0);
        Volatile.Write(ref _total, _store.CountsByType().Values.Sum());
        IndexFiles.MoveAside(_path);
        var session = IndexSession.Open(_options.OpenDirectory(_path), _indexer, empty: true, Notes.Skip);
        try
        {
            _applied = FullBuild.Run(_store, session, Notes.Damaged, n => Volatile.Write(ref _done, _done + n), _stop.Token);
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
        var time = _options.Time;
        Publish(session);
        _state = IndexState.Serving;

        // The first change after a pause is shown at once; those that come during the interval after it together, at its end.
        long? refreshed = null;
        var committed = time.GetTimestamp();
        while (!_stop.IsCancellationRequested)
        {
            if (_applied < _store.LastSequence && Remaining(refreshed, _options.RefreshInterval) <= TimeSpan.Zero)
            {
                refreshed = time.GetTimestamp();
                ApplyNext(session);
                Publish(session);
            }

            var due = _applied > CommittedSequence && Remaining(committed, _options.CommitInterval) <= TimeSpan.Zero;
            if (due || !_commitRequests.IsEmpty)
            {
                Commit(session);
                committed = time.GetTimestamp();
            }

            var wait = _applied < _store.LastSequence ? Remaining(refreshed, _options.RefreshInterval)
                : _applied > CommittedSequence ? Remaining(committed, _options.CommitInterval)
                : IdleWait;
            if (wait > TimeSpan.Zero && _commitRequests.IsEmpty)
            {
                _wake.WaitOne(wait);
            }
        }

        // Whoever reads the folder next, without this process, sees everything.
        while (_applied < _store.LastSequence)
        {
            ApplyNext(session);
        }

        Commit(session);
    }

    private void ApplyNext(IndexSession session)
    {
        var bound = _store.LastSequence;
        var page = _store.ReadChanges(_applied, bound, PageRows);
        foreach (var row in page.Damaged)
        {
            Notes.Damaged(row);
        }

        ChangeBatch.Apply(page, session, _store);
        _applied = page.IsEmpty ? bound : page.LastSequence;
    }

    private TimeSpan Remaining(long? since, TimeSpan interval)
        => since is { } start ? interval - _options.Time.GetElapsedTime(start) : TimeSpan.Zero;

    private void Publish(IndexSession session)
    {
        session.BeginBatch(null);
        if (_applied >= _snapshots.Sequence)
        {
            // Not after an error, until it is level again with what was published before.
            _snapshots.Publish(_builder.Build(session.Reader, _applied));
        }
    }

    private void Commit(IndexSession session)
    {
        var requests = new List<TaskCompletionSource>();
        while (_commitRequests.TryDequeue(out var request))
        {
            requests.Add(request);
        }

        try
        {
            if (_applied > CommittedSequence)
            {
                session.Commit(new CommitData(_applied, _store.Epoch, IndexFields.SchemaVersion));
                Volatile.Write(ref _committed, _applied);
                _failures = 0;
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
        while (_commitRequests.TryDequeue(out var request))
        {
            request.TrySetException(new IOException("The index is not followed any more."));
        }
    }
}
