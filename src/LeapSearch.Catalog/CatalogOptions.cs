using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeapSearch.Catalog;

/// <summary>How to open a catalogue.</summary>
public sealed record CatalogOptions
{
    /// <summary>The data folder: CURRENT, LOCK and the generations.</summary>
    public required string DataDir { get; init; }

    /// <summary>
    /// Opens the last commit without the lock and never writes: for commands that only read a folder which may be held by a
    /// service.
    /// </summary>
    public bool ReadOnly { get; init; }

    /// <summary>Which scorer answers: "impacts" (block-max) or "stock" (Lucene.Net's own queries).</summary>
    public string Scorer { get; init; } = "impacts";

    /// <summary>The holder's gRPC address, written into LOCK for other processes to find; null for none.</summary>
    public string? GrpcAddress { get; init; }

    /// <summary>How soon a write becomes searchable.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How often the index is committed while changes arrive.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the log goes.</summary>
    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Opens an index folder for writing; tests put a disk that fails here.</summary>
    internal Func<string, Lucene.Net.Store.Directory> OpenDirectory { get; init; } = LuceneExtensions.Directories.IndexDirectory.Open;

    /// <summary>After how long an index that could not be followed is tried again.</summary>
    internal TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(30);
}
