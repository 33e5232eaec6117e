using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>Collects rows into a page, the damaged ones apart.</summary>
/// <remarks>
/// What a damaged row says of its place is not believed as long as a sound row tells where the page ends. A page of damaged rows alone
/// goes on after the first of them. A page that does not end after the place asked for is an error: the order itself is damaged, and
/// going on would read the same rows for ever.
/// </remarks>
/// <param name="after">The place that the page starts after: a sequence, or an id where rows are read by id.</param>
/// <param name="path">The database, for messages.</param>
internal sealed class PageBuilder(PagePlace after, string path)
{
    private readonly List<StoredDocument> rows = [];
    private readonly List<DamagedRow> damaged = [];

    /// <summary>Bytes of the bodies so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds the row that the reader is on: type, id, seq, deleted, written_at, crc, body.</summary>
    public void Add(SqliteDataReader reader)
    {
        if (HasNull(reader, 0, 2))
        {
            throw new StoreException(StoreError.Damaged, $"A row of '{path}' has lost its type, id or sequence.");
        }

        var (type, sequence) = ((int)reader.GetInt64(0), reader.GetInt64(2));
        var id = reader.GetString(1);
        if (HasNull(reader, 3, 6))
        {
            damaged.Add(new DamagedRow(type, id, sequence));
            return;
        }

        var (deleted, written, checksum) = (reader.GetInt64(3) != 0, reader.GetInt64(4), reader.GetInt64(5));
        var body = reader.GetFieldValue<byte[]>(6);
        Bytes += body.Length;
        if (RowChecksum.Compute(type, id, sequence, written, body, deleted) == checksum)
        {
            DateTimeOffset? time = written == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(written);
            rows.Add(new StoredDocument(type, id, sequence, time, deleted ? null : body));
        }
        else
        {
            damaged.Add(new DamagedRow(type, id, sequence));
        }
    }

    /// <summary>Whether a column has no value: a flipped bit of a row's header is enough, and no column of the schema may be empty.</summary>
    private static bool HasNull(SqliteDataReader reader, int first, int last)
    {
        for (var column = first; column <= last; column++)
        {
            if (reader.IsDBNull(column))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The page.</summary>
    /// <exception cref="StoreException">DAMAGED: its rows are not in the order asked for.</exception>
    public DocumentPage Build()
    {
        if (rows.Count == 0 && damaged.Count == 0)
        {
            return new DocumentPage(rows, damaged, after.Sequence, after.Id);
        }

        var (sequence, id) = rows.Count > 0 ? (rows[^1].Sequence, rows[^1].Id) : (damaged[0].Sequence, damaged[0].Id);
        if (!after.IsBefore(sequence, id))
        {
            throw new StoreException(StoreError.Damaged, $"The rows of '{path}' are out of order at {id} (sequence {sequence}).");
        }

        return new DocumentPage(rows, damaged, sequence, id);
    }
}

/// <summary>A place in the order of rows.</summary>
/// <param name="Order">What rows are read by.</param>
/// <param name="Sequence">The sequence, where they are read by it.</param>
/// <param name="Id">The id, where they are read by it.</param>
internal readonly record struct PagePlace(PageOrder Order, long Sequence, string Id)
{
    /// <summary>Whether a row comes after it. A single row has no order to break.</summary>
    public bool IsBefore(long sequence, string id) => Order switch
    {
        PageOrder.Sequence => sequence > Sequence,
        PageOrder.Id => string.CompareOrdinal(id, Id) > 0,
        _ => true,
    };
}

/// <summary>What rows are read by.</summary>
internal enum PageOrder
{
    /// <summary>One row by its key.</summary>
    Single,

    /// <summary>The change sequence.</summary>
    Sequence,

    /// <summary>The id within a type.</summary>
    Id,
}
