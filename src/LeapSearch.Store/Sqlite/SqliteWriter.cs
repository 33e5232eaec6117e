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
    private readonly string path;
    private readonly SqliteStoreOptions options;
    private readonly Channel<WriteRequest> queue;
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer checkpoints;
    private SqliteConnection? connection;
    private RowWriter? rows;
    private long lastSequence;
    private long bytesSinceCheckpoint;
    private bool failedBefore;
    private volatile StoreException? ending;
    private volatile string message = "";

    public SqliteWriter(string path, SqliteStoreOptions options)
    {
        this.path = path;
        this.options = options;
        queue = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        Connect();
        thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        thread.Start();
        checkpoints = options.Time.CreateTimer(_ => RequestCheckpoint(), null, options.CheckpointInterval, options.CheckpointInterval);
    }

    public long LastSequence => Volatile.Read(ref lastSequence);

    public StoreHealth Health => new(ending is null, ending?.Message ?? message, LogBytes());

    public async Task<long> AddAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        if (this.ending is { } ending)
        {
            throw ending;
        }

        try
        {
            await queue.Writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw this.ending ?? (Exception)new ObjectDisposedException(nameof(SqliteDocumentStore));
        }

        return await request.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await checkpoints.DisposeAsync().ConfigureAwait(false);
        queue.Writer.TryComplete();
        await ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        try
        {
            var group = new List<WriteRequest>();
            while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (ending is null && NextGroup(group))
                {
                    Execute(group);
                }

                FailWaiting();
            }

            if (ending is null)
            {
                Checkpoint("truncate");
            }
        }
        catch (Exception e)
        {
            // Nothing above is expected to throw; whatever does must not leave callers waiting for ever.
            End(new StoreException(StoreError.ReadOnly, $"The writer of '{path}' ended: {e.Message}", e));
        }
        finally
        {
            queue.Writer.TryComplete();
            FailWaiting();
            Disconnect();
            ended.TrySetResult();
        }
    }

    /// <summary>The next requests for one transaction: live writes together, anything else alone.</summary>
    private bool NextGroup(List<WriteRequest> group)
    {
        group.Clear();
        var rows = 0;
        while (queue.Reader.TryPeek(out var next))
        {
            var joins = next.Mode == WriteMode.Write && rows + next.Rows.Count <= options.RowsPerTransaction;
            if (group.Count > 0 && !joins)
            {
                break;
            }

            queue.Reader.TryRead(out _);
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

            var sequence = lastSequence;
            var now = options.Time.GetUtcNow().ToUnixTimeMilliseconds();
            using (var transaction = connection!.BeginTransaction(deferred: false))
            {
                foreach (var request in group)
                {
                    sequence = request.Reached = rows!.Apply(request, sequence, now, transaction);
                }

                transaction.Commit();
            }

            Volatile.Write(ref lastSequence, sequence);
            failedBefore = false;
            group.ForEach(r => r.Complete());
            bytesSinceCheckpoint += group.Sum(r => r.Rows.Sum(row => 64L + (row.Body?.Length ?? 0)));
        }
        catch (DuplicateDocumentException e)
        {
            group.ForEach(r => r.Fail(e));
        }
        catch (SqliteException e)
        {
            Handle(e, group);
        }

        if (ending is null && bytesSinceCheckpoint >= options.CheckpointBytes)
        {
            Checkpoint("passive");
        }
    }

    private void Handle(SqliteException e, List<WriteRequest> group)
    {
        var error = StoreErrors.Of(e, path);
        message = error.Message;
        group.ForEach(r => r.Fail(error));
        if (error.Error is StoreError.Full or StoreError.Busy)
        {
            return;
        }

        if (failedBefore || StoreErrors.IsSyncFailure(e))
        {
            End(new StoreException(StoreError.ReadOnly, $"No more writes are taken until the next start. {error.Message}", e));
            return;
        }

        failedBefore = true;
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
            if (kind == "passive" && LogBytes() > options.TruncateLogAbove)
            {
                kind = "truncate";
            }

            // One row: whether a reader kept it from finishing, pages in the log, pages brought over. Errors are thrown.
            SqliteSchema.Scalar(connection!, $"pragma wal_checkpoint({kind})");
            bytesSinceCheckpoint = 0;
        }
        catch (SqliteException e)
        {
            Handle(e, []);
        }
    }

    private void RequestCheckpoint()
    {
        if (Volatile.Read(ref bytesSinceCheckpoint) > 0)
        {
            // A full queue means a busy writer, which checkpoints by bytes.
            queue.Writer.TryWrite(new WriteRequest(WriteMode.Checkpoint, []));
        }
    }

    private void Connect()
    {
        var connection = SqliteSchema.OpenToWrite(path);
        try
        {
            SqliteSchema.CheckVersion(connection, path);
            if (options.MaxPages is { } pages)
            {
                SqliteSchema.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma max_page_count={pages}"));
            }

            Volatile.Write(ref lastSequence, SqliteSchema.LastSequence(connection));
            rows = new RowWriter(connection);
            this.connection = connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Disconnect()
    {
        rows?.Dispose();
        connection?.Dispose();
        rows = null;
        connection = null;
    }

    private void End(StoreException ending)
    {
        this.ending = ending;
        queue.Writer.TryComplete();
    }

    private void FailWaiting()
    {
        if (this.ending is not { } ending)
        {
            return;
        }

        while (queue.Reader.TryRead(out var request))
        {
            request.Fail(ending);
        }
    }

    private long LogBytes()
    {
        var log = new FileInfo(path + "-wal");
        return log.Exists ? log.Length : 0;
    }
}
