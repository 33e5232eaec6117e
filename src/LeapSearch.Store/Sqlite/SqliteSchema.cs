using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>The tables of <c>catalog.db</c>, and connections to it with the settings that durability rests on.</summary>
/// <remarks>
/// <code>
/// doc(type, id, seq, deleted, written_at, crc, body)   key (type, id): 400,000 updates of 60,000 rows let it grow by 3 %, a table
///                                                      keyed by sequence by 50 %
///   unique index on seq                                 what a follower reads
/// live(type, count)                                    documents that are not deleted
/// meta(name, value)                                    epoch, floor of the sequence
/// </code>
/// written_at is in milliseconds since 1970, 0 for rows from sources; crc is <see cref="RowChecksum"/>; a deleted row has an empty body.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>The layout above, kept in <c>user_version</c>.</summary>
    public const int Version = 1;

    /// <summary>"LEAP", kept in <c>application_id</c>.</summary>
    private const int ApplicationId = 0x4C454150;

    public const string Epoch = "epoch";

    public const string SequenceFloor = "sequence_floor";

    private const string ReadLastSequence =
        $"select max(coalesce((select max(seq) from doc),0), (select cast(value as integer) from meta where name='{SequenceFloor}'))";

    private const string Tables = """
        create table doc(
          type integer not null, id text not null, seq integer not null, deleted integer not null, written_at integer not null,
          crc integer not null, body blob not null, primary key(type, id)) without rowid;
        create unique index doc_seq on doc(seq);
        create table live(type integer primary key, count integer not null);
        create table meta(name text primary key, value text not null) without rowid;
        """;

    /// <summary>Makes a new database.</summary>
    public static void Create(string path)
    {
        using var connection = OpenToWrite(path, SqliteOpenMode.ReadWriteCreate);
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, Tables);
        Execute(connection, $"pragma application_id={ApplicationId}; pragma user_version={Version}");
        Execute(connection, $"insert into meta values('{Epoch}','{Guid.NewGuid():N}'),('{SequenceFloor}','0')");
        transaction.Commit();
    }

    /// <summary>The writer's connection. Every setting is read back: SQLite ignores what it does not take.</summary>
    public static SqliteConnection OpenToWrite(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = Open(path, mode);
        try
        {
            Set(connection, "journal_mode", "wal");
            Set(connection, "synchronous", "2", "full");
            Set(connection, "busy_timeout", "5000");
            Set(connection, "foreign_keys", "1", "on");
            Set(connection, "temp_store", "2", "memory");

            // SQLite's own checkpoints drop their errors; the writer makes them instead and looks at the result.
            Set(connection, "wal_autocheckpoint", "0");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A reader's connection.</summary>
    public static SqliteConnection OpenToRead(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        Execute(connection, "pragma query_only=on; pragma busy_timeout=5000");
        return connection;
    }

    /// <summary>Refuses what another program or another version of this one wrote.</summary>
    public static void CheckVersion(SqliteConnection connection, string path)
    {
        var application = Convert.ToInt64(Scalar(connection, "pragma application_id"), CultureInfo.InvariantCulture);
        var version = Convert.ToInt64(Scalar(connection, "pragma user_version"), CultureInfo.InvariantCulture);
        if (application != ApplicationId)
        {
            throw new StoreException(StoreError.Format, $"'{path}' is a database of another program (application id {application}).");
        }

        if (version != Version)
        {
            throw new StoreException(StoreError.Format, $"'{path}' has layout {version}; this program reads layout {Version}.");
        }
    }

    /// <summary>The number of the last change.</summary>
    public static long LastSequence(SqliteConnection connection)
        => Scalar(connection, ReadLastSequence) is long sequence
            ? sequence
            : throw new StoreException(StoreError.Damaged, $"'{connection.DataSource}' has lost the floor of its sequence.");

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Set(SqliteConnection connection, string pragma, string value, string? spelled = null)
    {
        Execute(connection, $"pragma {pragma}={spelled ?? value}");
        var read = Convert.ToString(Scalar(connection, $"pragma {pragma}"), CultureInfo.InvariantCulture);
        if (read != value)
        {
            throw new StoreException(StoreError.Failed, $"SQLite does not take {pragma}={value} for '{connection.DataSource}'; it stays at {read}.");
        }
    }
}
