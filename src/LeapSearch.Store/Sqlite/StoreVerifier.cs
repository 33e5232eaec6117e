using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>
/// The check of a whole database: SQLite's own of its structure, the checksum of every row, and the count of rows against the count
/// kept with every write, since a row that is lost whole has no checksum to fail.
/// </summary>
internal static class StoreVerifier
{
    private const int PageRows = 2000;

    public static IReadOnlyList<string> Verify(string path, SqliteReaders readers, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        try
        {
            problems.AddRange(readers.Read(CheckStructure).Select(p => $"'{path}': {p}"));
            var counted = new Dictionary<int, long>();
            for (var page = readers.Changes(0, long.MaxValue, PageRows); !page.IsEmpty; page = readers.Changes(page.LastSequence, long.MaxValue, PageRows))
            {
                cancellationToken.ThrowIfCancellationRequested();
                problems.AddRange(page.Damaged.Select(d => $"'{path}': the row {d} fails its checksum."));
                foreach (var row in page.Rows.Where(r => !r.IsDeleted))
                {
                    counted[row.Type] = counted.GetValueOrDefault(row.Type) + 1;
                }
            }

            var kept = readers.Counts();
            problems.AddRange(kept.Keys.Union(counted.Keys)
                .Where(t => kept.GetValueOrDefault(t) != counted.GetValueOrDefault(t))
                .Select(t => $"'{path}': type {t} has {counted.GetValueOrDefault(t)} sound documents of {kept.GetValueOrDefault(t)}."));
        }
        catch (StoreException e)
        {
            problems.Add(e.Message);
        }

        return problems;
    }

    private static List<string> CheckStructure(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        using var reader = command.ExecuteReader();
        var problems = new List<string>();
        while (reader.Read())
        {
            if (reader.GetString(0) is var line and not "ok")
            {
                problems.Add(line);
            }
        }

        return problems;
    }
}
