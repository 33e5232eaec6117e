using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>
/// The one thread that writes. Live writes that wait share a transaction and its one wait for the disk; a call is told of success after
/// that, never before.
/// </summary>
/// <remarks>
/// After an error: a full disk or a held database fails the calls of that transaction, and the next one is tried. A failed
/// synchronisation ends all writing. Any other error closes the connection and opens it anew, once; when that fails, or the next
/// transaction does, it ends all writing. Reading goes on in every case.
/// </remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly string _path;
    private readonly SqliteStoreOptions _options;
    private readonly Channel<WriteRequest> _queue;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _checkpoints;
    private SqliteConnection? _connection;
    private RowWriter? _rows;
    private long _lastSequence;
    private long _bytesSinceCheckpoint;
    private bool _failedBefore;
    private volatile StoreException? _ending;
    private volatile string _message = "";

    public SqliteWriter(string path, SqliteStoreOptions options)
    {
        _path = path;
        _options = options;
        _queue = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        Connect();
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
        _checkpoints = options.Time.CreateTimer(_ => RequestCheckpoint(), null, options.CheckpointInterval, options.CheckpointInterval);
    }

    public long LastSequence => Volatile.Read(ref _lastSequence);

    public StoreHealth Health => new(_ending is null, _ending?.Message ?? _message, LogBytes());

    public async Task<long> AddAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        if (_ending is { } ending)
        {
            throw ending;
        }

        try
        {
            await _queue.Writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw _ending ?? (Exception)new ObjectDisposedException(nameof(SqliteDocumentStore));
        }

        return await request.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _checkpoints.DisposeAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        try
        {
            var group = new List<WriteRequest>();
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (_ending is null && NextGroup(group))
                {
                    Execute(group);
                }

                FailWaiting();
            }

            if (_ending is null)
            {
                Checkpoint("truncate");
            }
        }
        catch (Exception e)
        {
            // Nothing above is expected to throw; whatever does must not leave callers waiting for ever.
            End(new StoreException(StoreError.ReadOnly, $"The writer of '{_path}' ended: {e.Message}", e));
        }
        finally
        {
            _queue.Writer.TryComplete();
            FailWaiting();
            Disconnect();
            _ended.TrySetResult();
        }
    }

    /// <summary>The next requests for one transaction: live writes together, anything else alone.</summary>
    private bool NextGroup(List<WriteRequest> group)
    {
        group.Clear();
        var rows = 0;
        while (_queue.Reader.TryPeek(out var next))
        {
            var joins = next.Mode == WriteMode.Write && rows + next.Rows.Count <= _options.RowsPerTransaction;
            if (group.Count > 0 && !joins)
            {
                break;
            }

            _queue.Reader.TryRead(out _);
            group.Add(next);
            rows += next.Rows.Count;
            if (next.Mode != WriteMode.Write)
            {
                break;
            }
        }

        return group.Count > 0;
    }

    private void Execute(List<WriteRequest> group)
    {
        try
        {
            if (group[0].Mode == WriteMode.Checkpoint)
            {
                Checkpoint("passive");
                group[0].Complete();
                return;
            }

            var sequence = _lastSequence;
            var now = _options.Time.GetUtcNow().ToUnixTimeMilliseconds();
            using (var transaction = _connection!.BeginTransaction(deferred: false))
            {
                foreach (var request in group)
                {
                    sequence = request.Reached = _rows!.Apply(request, sequence, now, transaction);
                }

                transaction.Commit();
            }

            Volatile.Write(ref _lastSequence, sequence);
            _failedBefore = false;
            group.ForEach(r => r.Complete());
            _bytesSinceCheckpoint += group.Sum(r => r.Rows.Sum(row => 64L + (row.Body?.Length ?? 0)));
        }
        catch (DuplicateDocumentException e)
        {
            group.ForEach(r => r.Fail(e));
        }
        catch (SqliteException e)
        {
            Handle(e, group);
        }

        if (_ending is null && _bytesSinceCheckpoint >= _options.CheckpointBytes)
        {
            Checkpoint("passive");
        }
    }

    private void Handle(SqliteException e, List<WriteRequest> group)
    {
        var error = StoreErrors.Of(e, _path);
        _message = error.Message;
        group.ForEach(r => r.Fail(error));
        if (error.Error is StoreError.Full or StoreError.Busy)
        {
            return;
        }

        if (_failedBefore || StoreErrors.IsSyncFailure(e))
        {
            End(new StoreException(StoreError.ReadOnly, $"No more writes are taken until the next start. {error.Message}", e));
            return;
        }

        _failedBefore = true;
        try
        {
            Disconnect();
            Connect();
        }
        catch (Exception again) when (again is SqliteException or StoreException)
        {
            End(new StoreException(StoreError.ReadOnly, $"No more writes are taken until the next start. {again.Message}", again));
        }
    }

    private void Checkpoint(string kind)
    {
        try
        {
            if (kind == "passive" && LogBytes() > _options.TruncateLogAbove)
            {
                kind = "truncate";
            }

            // One row: whether a reader kept it from finishing, pages in the log, pages brought over. Errors are thrown.
            SqliteSchema.Scalar(_connection!, $"pragma wal_checkpoint({kind})");
            _bytesSinceCheckpoint = 0;
        }
        catch (SqliteException e)
        {
            Handle(e, []);
        }
    }

    private void RequestCheckpoint()
    {
        if (Volatile.Read(ref _bytesSinceCheckpoint) > 0)
        {
            // A full queue means a busy writer, which checkpoints by bytes.
            _queue.Writer.TryWrite(new WriteRequest(WriteMode.Checkpoint, []));
        }
    }

    private void Connect()
    {
        var connection = SqliteSchema.OpenToWrite(_path);
        try
        {
            SqliteSchema.CheckVersion(connection, _path);
            if (_options.MaxPages is { } pages)
            {
                SqliteSchema.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma max_page_count={pages}"));
            }

            Volatile.Write(ref _lastSequence, SqliteSchema.LastSequence(connection));
            _rows = new RowWriter(connection);
            _connection = connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Disconnect()
    {
        _rows?.Dispose();
        _connection?.Dispose();
        _rows = null;
        _connection = null;
    }

    private void End(StoreException ending)
    {
        _ending = ending;
        _queue.Writer.TryComplete();
    }

    private void FailWaiting()
    {
        if (_ending is not { } ending)
        {
            return;
        }

        while (_queue.Reader.TryRead(out var request))
        {
            request.Fail(ending);
        }
    }

    private long LogBytes()
    {
        var log = new FileInfo(_path + "-wal");
        return log.Exists ? log.Length : 0;
    }
}
