namespace LeapSearch.Cli.Connections;

/// <summary>The catalogue that a command is about: a service, or a data folder.</summary>
/// <param name="DataDir">The data folder; used when there is no service.</param>
/// <param name="Server">The service's gRPC address, or null.</param>
/// <param name="Scorer">The scorer on a data folder, or null for the default.</param>
internal sealed record Target(string DataDir, string? Server, string? Scorer = null);
