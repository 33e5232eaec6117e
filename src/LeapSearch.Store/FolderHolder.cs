namespace LeapSearch.Store;

/// <summary>The process that holds a data folder.</summary>
/// <param name="ProcessId">Its process id.</param>
/// <param name="GrpcAddress">Where it answers gRPC; null when it does not.</param>
public sealed record FolderHolder(int ProcessId, string? GrpcAddress);
