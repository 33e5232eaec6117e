using LeapSearch.Contracts;
using LeapSearch.Store;

namespace LeapSearch.Catalog;

/// <summary>What other programs may ask of a data folder without opening it.</summary>
public static class DataFolders
{
    /// <summary>The <see cref="LeapSearchException.Reason"/> of an open that failed because another process holds the folder.</summary>
    public const string HeldReason = "DATA_FOLDER_HELD";

    /// <summary>
    /// Where the process that holds a folder answers gRPC; null when it does not. Means nothing unless opening the folder has just
    /// failed with <see cref="HeldReason"/>: what a process left behind stays in LOCK.
    /// </summary>
    public static string? HolderAddress(string dataDir) => DataFolder.ReadHolder(dataDir)?.GrpcAddress;
}
