using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>The prepared statements of the writer's connection. Used by one thread, within a transaction.</summary>
internal sealed class RowWriter : IDisposable
{
    private const string Insert = "insert into doc(type,id,seq,deleted,written_at,crc,body) values($type,$id,$seq,$deleted,$written,$crc,$body)";

    private const string Replace = Insert + """
         on conflict(type,id) do update set seq=excluded.seq, deleted=excluded.deleted, written_at=excluded.written_at, crc=excluded.crc,
        body=excluded.body
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand replace;
    private readonly SqliteCommand count;

    public RowWriter(SqliteConnection connection)
    {
        this.connection = connection;
        find = Prepare("select deleted from doc where type=$type and id=$id", "$type", "$id");
        replace = Prepare(Replace, "$type", "$id", "$seq", "$deleted", "$written", "$crc", "$body");
        count = Prepare("insert into live values($type,$count) on conflict(type) do update set count=count+excluded.count", "$type", "$count");
    }

    /// <summary>Applies a request, numbering its rows from the number after <paramref name="sequence"/>.</summary>
    /// <returns>The last number given.</returns>
    /// <exception cref="DuplicateDocumentException">A row to load is there already.</exception>
    public long Apply(WriteRequest request, long sequence, long now, SqliteTransaction transaction)
    {
        find.Transaction = replace.Transaction = count.Transaction = transaction;
        if (request.Mode == WriteMode.Raise)
        {
            sequence = Math.Max(sequence, request.Sequence);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"update meta set value=$value where name='{SqliteSchema.SequenceFloor}'";
            command.Parameters.AddWithValue("$value", sequence.ToString(CultureInfo.InvariantCulture));
            command.ExecuteNonQuery();
        }

        foreach (var row in request.Rows)
        {
            var written = request.Mode switch
            {
                WriteMode.Write => now,
                WriteMode.Load => 0,
                _ => row.WrittenAt,
            };
            Put(row, ++sequence, written, unique: request.Mode == WriteMode.Load);
        }

        return sequence;
    }

    public void Dispose()
    {
        find.Dispose();
        replace.Dispose();
        count.Dispose();
    }

    private void Put(RowChange row, long sequence, long written, bool unique)
    {
        find.Parameters[0].Value = row.Type;
        find.Parameters[1].Value = row.Id;
        var before = find.ExecuteScalar();
        if (unique && before is not null)
        {
            throw new DuplicateDocumentException(row.Type, row.Id);
        }

        var wasLive = before is 0L;
        var isLive = row.Body is not null;
        var body = row.Body ?? [];
        var values = replace.Parameters;
        values[0].Value = row.Type;
        values[1].Value = row.Id;
        values[2].Value = sequence;
        values[3].Value = isLive ? 0L : 1L;
        values[4].Value = written;
        values[5].Value = (long)RowChecksum.Compute(row.Type, row.Id, sequence, written, body, !isLive);
        values[6].Value = body;
        replace.ExecuteNonQuery();

        if (wasLive != isLive)
        {
            count.Parameters[0].Value = row.Type;
            count.Parameters[1].Value = isLive ? 1L : -1L;
            count.ExecuteNonQuery();
        }
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
