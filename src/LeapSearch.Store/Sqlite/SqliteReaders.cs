using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>
/// Connections that read, a few kept for the next call. None stays inside a read: an open one would let the log grow without end.
/// </summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int Kept = 4;

    /// <summary>Rows are read until their bodies reach this many bytes, so that a page of large documents stays small.</summary>
    private const long PageBytes = 16 << 20;

    private const string Columns = "select type,id,seq,deleted,written_at,crc,body from doc ";

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool disposed;

    public DocumentPage Changes(long after, long through, int limit)
        => Page(Columns + "where seq>$a and seq<=$b order by seq limit $n", new PagePlace(PageOrder.Sequence, after, ""), ("$a", after), ("$b", through), ("$n", limit));

    public DocumentPage OfType(int type, string afterId, int limit)
        => Page(Columns + "where type=$t and id>$i order by id limit $n", new PagePlace(PageOrder.Id, 0, afterId), ("$t", type), ("$i", afterId), ("$n", limit));

    public DocumentPage One(int type, string id)
        => Page(Columns + "where type=$t and id=$i", new PagePlace(PageOrder.Single, 0, id), ("$t", type), ("$i", id));

    public IReadOnlyDictionary<int, long> Counts() => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select type,count from live";
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<int, long>();
        while (reader.Read())
        {
            if (reader.IsDBNull(0) || reader.IsDBNull(1))
            {
                throw new StoreException(StoreError.Damaged, $"The counts of '{path}' are damaged.");
            }

            counts[reader.GetInt32(0)] = reader.GetInt64(1);
        }

        return counts;
    });

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        SqliteConnection? connection = null;
        try
        {
            if (!idle.TryTake(out connection))
            {
                connection = SqliteSchema.OpenToRead(path);
            }

            var result = read(connection);
            if (!disposed && idle.Count < Kept)
            {
                idle.Add(connection);
                connection = null;
            }

            return result;
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Of(e, path);
        }
        finally
        {
            connection?.Dispose();
            if (disposed)
            {
                CloseIdle();
            }
        }
    }

    public void Dispose()
    {
        disposed = true;
        CloseIdle();
    }

    private DocumentPage Page(string sql, PagePlace after, params (string Name, object Value)[] parameters) => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var page = new PageBuilder(after, path);
        using var reader = command.ExecuteReader();
        while (page.Bytes < PageBytes && reader.Read())
        {
            page.Add(reader);
        }

        return page.Build();
    });

    private void CloseIdle()
    {
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
