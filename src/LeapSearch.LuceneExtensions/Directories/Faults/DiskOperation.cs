namespace LeapSearch.LuceneExtensions.Directories.Faults;

/// <summary>What a <see cref="SimulatedDisk"/> can fail at.</summary>
public enum DiskOperation
{
    /// <summary>Appending a buffer to a file.</summary>
    Write,

    /// <summary>Making one file durable.</summary>
    Sync,

    /// <summary>Deleting a file.</summary>
    Delete,
}
