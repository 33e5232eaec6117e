namespace LeapSearch.Store;

/// <summary>How a SQLite store behaves; the defaults are for production.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The clock: write times and the pace of checkpoints.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Writes that wait are put into one transaction up to this many rows.</summary>
    public int RowsPerTransaction { get; init; } = 256;

    /// <summary>How many calls may wait to be written; further ones wait to wait.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>How often the log is brought into the database while there is something in it.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes written after which the log is brought into the database without waiting for the interval.</summary>
    public long CheckpointBytes { get; init; } = 4 << 20;

    /// <summary>The log's size above which it is cut back; it only grows that far while a reader holds an old state.</summary>
    public long TruncateLogAbove { get; init; } = 64 << 20;

    /// <summary>The largest size of the database in pages of 4 KiB; null for as large as the disk. For tests of a full disk.</summary>
    internal int? MaxPages { get; init; }
}
