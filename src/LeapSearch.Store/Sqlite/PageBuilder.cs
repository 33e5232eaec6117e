using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>Collects rows into a page, the damaged ones apart.</summary>
/// <remarks>
/// What a damaged row says of its place is not believed as long as a sound row tells where the page ends. A page of damaged rows alone
/// goes on after the first of them, or after the next possible place, so that reading always comes to an end.
/// </remarks>
internal sealed class PageBuilder(long afterSequence, string afterId)
{
    private readonly List<StoredDocument> _rows = [];
    private readonly List<DamagedRow> _damaged = [];

    /// <summary>Bytes of the bodies so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds the row that the reader is on: type, id, seq, deleted, written_at, crc, body.</summary>
    public void Add(SqliteDataReader reader)
    {
        var (type, sequence) = ((int)reader.GetInt64(0), reader.GetInt64(2));
        var id = reader.GetString(1);
        if (reader.IsDBNull(6))
        {
            _damaged.Add(new DamagedRow(type, id, sequence));
            return;
        }

        var (deleted, written, checksum) = (reader.GetInt64(3) != 0, reader.GetInt64(4), reader.GetInt64(5));
        var body = reader.GetFieldValue<byte[]>(6);
        Bytes += body.Length;
        if (RowChecksum.Compute(type, id, sequence, written, body, deleted) == checksum)
        {
            DateTimeOffset? time = written == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(written);
            _rows.Add(new StoredDocument(type, id, sequence, time, deleted ? null : body));
        }
        else
        {
            _damaged.Add(new DamagedRow(type, id, sequence));
        }
    }

    public DocumentPage Build()
    {
        if (_rows.Count > 0)
        {
            return new DocumentPage(_rows, _damaged, _rows[^1].Sequence, _rows[^1].Id);
        }

        if (_damaged.Count == 0)
        {
            return new DocumentPage(_rows, _damaged, afterSequence, afterId);
        }

        var first = _damaged[0];
        return new DocumentPage(
            _rows,
            _damaged,
            first.Sequence > afterSequence ? first.Sequence : afterSequence + 1,
            string.CompareOrdinal(first.Id, afterId) > 0 ? first.Id : afterId + "\u0001");
    }
}
