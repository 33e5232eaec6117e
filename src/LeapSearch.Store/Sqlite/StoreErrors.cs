using Microsoft.Data.Sqlite;

namespace LeapSearch.Store.Sqlite;

/// <summary>What SQLite's result codes mean for the store.</summary>
internal static class StoreErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int SyncFailed = 10 | (4 << 8);
    private const int FolderSyncFailed = 10 | (5 << 8);

    /// <summary>The store's error for one of SQLite.</summary>
    public static StoreException Of(SqliteException e, string path)
    {
        var detail = $"'{path}': {e.Message} (SQLite {e.SqliteErrorCode}/{e.SqliteExtendedErrorCode})";
        return e.SqliteErrorCode switch
        {
            Full => new(StoreError.Full, $"The disk is full. {detail}", e),
            Busy or Locked => new(StoreError.Busy, $"The database is held by another connection. {detail}", e),
            Corrupt or NotADatabase => new(StoreError.Damaged, $"The database is damaged. {detail}", e),
            _ => new(StoreError.Failed, $"The database cannot be used. {detail}", e),
        };
    }

    /// <summary>
    /// Whether the disk refused to keep what was written. The kernel then takes the pages for clean, so that the same call again would
    /// succeed and mean nothing: no write may be acknowledged any more.
    /// </summary>
    public static bool IsSyncFailure(SqliteException e) => e.SqliteExtendedErrorCode is SyncFailed or FolderSyncFailed;
}
