using LeapSearch.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace LeapSearch.Store;

/// <summary>
/// The documents of a generation in one SQLite database. A write is acknowledged when its transaction is on the disk (write-ahead log,
/// synchronous FULL).
/// </summary>
public sealed class SqliteDocumentStore : IDocumentStore
{
    private readonly string path;
    private readonly SqliteWriter? writer;
    private readonly SqliteReaders readers;

    private SqliteDocumentStore(string path, SqliteWriter? writer, SqliteReaders readers, string epoch)
    {
        this.path = path;
        this.writer = writer;
        this.readers = readers;
        Epoch = epoch;
    }

    /// <inheritdoc/>
    public string Epoch { get; }

    /// <inheritdoc/>
    public long LastSequence => writer?.LastSequence ?? readers.Read(SqliteSchema.LastSequence);

    /// <inheritdoc/>
    public StoreHealth Health => writer?.Health ?? new StoreHealth(false, "", 0);

    /// <summary>Makes a new, empty database and opens it.</summary>
    /// <param name="path">The file; must not be there.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="StoreException">It is there already, or cannot be made.</exception>
    public static SqliteDocumentStore Create(string path, SqliteStoreOptions? options = null)
    {
        if (File.Exists(path))
        {
            throw new StoreException(StoreError.Missing, $"'{path}' is there already.");
        }

        return Translate(path, () =>
        {
            SqliteSchema.Create(path);
            DurableFile.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return OpenCore(path, options ?? new(), writes: true);
        });
    }

    /// <summary>Opens a database.</summary>
    /// <exception cref="StoreException">It is not there, not readable, or of another version; nothing was touched.</exception>
    public static SqliteDocumentStore Open(string path, SqliteStoreOptions? options = null)
        => Translate(path, () => OpenCore(path, options ?? new(), writes: true));

    /// <summary>Opens a database to read beside the process that writes it.</summary>
    /// <exception cref="StoreException">It is not there, not readable, or of another version.</exception>
    public static SqliteDocumentStore OpenReadOnly(string path)
        => Translate(path, () => OpenCore(path, new(), writes: false));

    /// <inheritdoc/>
    public Task<long> WriteAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancellationToken = default)
        => changes.Count == 0
            ? Task.FromResult(LastSequence)
            : AddAsync(WriteMode.Write, [.. changes.Select(c => new RowChange(c.Type, c.Id, c.Body, 0))], 0, cancellationToken);

    /// <inheritdoc/>
    public Task<long> LoadAsync(IReadOnlyList<DocumentChange> documents, CancellationToken cancellationToken = default)
        => AddAsync(WriteMode.Load, [.. documents.Select(c => new RowChange(c.Type, c.Id, c.Body, 0))], 0, cancellationToken);

    /// <inheritdoc/>
    public Task<long> CopyAsync(IReadOnlyList<StoredDocument> rows, CancellationToken cancellationToken = default)
        => AddAsync(
            WriteMode.Copy,
            [.. rows.Select(r => new RowChange(r.Type, r.Id, r.Body, r.WrittenAt?.ToUnixTimeMilliseconds() ?? 0))],
            0,
            cancellationToken);

    /// <inheritdoc/>
    public Task RaiseSequenceAsync(long sequence, CancellationToken cancellationToken = default)
        => AddAsync(WriteMode.Raise, [], sequence, cancellationToken);

    /// <inheritdoc/>
    public DocumentPage ReadChanges(long afterSequence, long throughSequence, int limit)
        => readers.Changes(afterSequence, throughSequence, limit);

    /// <inheritdoc/>
    public DocumentPage ReadType(int type, string afterId, int limit) => readers.OfType(type, afterId, limit);

    /// <inheritdoc/>
    public StoredDocument? Get(int type, string id)
    {
        var page = readers.One(type, id);
        if (page.Damaged.Count > 0)
        {
            throw new StoreException(StoreError.Damaged, $"The row {page.Damaged[0]} of '{path}' is damaged.");
        }

        return page.Rows is [{ IsDeleted: false } row] ? row : null;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<int, long> CountsByType() => readers.Counts();

    /// <inheritdoc/>
    public IReadOnlyList<string> Verify(CancellationToken cancellationToken = default) => StoreVerifier.Verify(path, readers, cancellationToken);

    /// <summary>Writes what waits, brings the log into the database and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        // Readers first: they would keep the log from being cut back.
        readers.Dispose();
        if (writer is not null)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static SqliteDocumentStore OpenCore(string path, SqliteStoreOptions options, bool writes)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(StoreError.Missing, $"There is no database '{path}'.");
        }

        var readers = new SqliteReaders(path);
        SqliteWriter? writer = null;
        try
        {
            writer = writes ? new SqliteWriter(path, options) : null;
            var epoch = readers.Read(connection =>
            {
                SqliteSchema.CheckVersion(connection, path);
                return (string?)SqliteSchema.Scalar(connection, $"select value from meta where name='{SqliteSchema.Epoch}'");
            });
            return new SqliteDocumentStore(
                path, writer, readers, epoch ?? throw new StoreException(StoreError.Damaged, $"'{path}' has no epoch."));
        }
        catch
        {
            readers.Dispose();
            writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    private static SqliteDocumentStore Translate(string path, Func<SqliteDocumentStore> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Of(e, path);
        }
    }

    private async Task<long> AddAsync(WriteMode mode, IReadOnlyList<RowChange> rows, long sequence, CancellationToken cancellationToken)
    {
        var writer = this.writer ?? throw new InvalidOperationException("The store was opened to read.");
        return await writer.AddAsync(new WriteRequest(mode, rows, sequence), cancellationToken).ConfigureAwait(false);
    }
}
