using LeapSearch.Catalog;
using LeapSearch.Client;
using LeapSearch.Contracts;

namespace LeapSearch.Cli.Connections;

/// <summary>The ways to a catalogue. Tests put others in their place.</summary>
internal sealed record CatalogDoors
{
    /// <summary>Opens a data folder.</summary>
    public Func<CatalogOptions, CancellationToken, Task<ILeapSearch>> Folder { get; init; }
        = async (options, cancellationToken) => await LeapCatalog.OpenAsync(options, cancellationToken);

    /// <summary>Calls a service at an address.</summary>
    public Func<string, ILeapSearch> Service { get; init; } = address => new LeapSearchClient(address);

    /// <summary>Where the process that holds a data folder answers; null when it does not.</summary>
    public Func<string, string?> HolderAddress { get; init; } = DataFolders.HolderAddress;

    /// <summary>Checks a data folder.</summary>
    public Func<string, CancellationToken, Task<CatalogCheck>> Check { get; init; } = CatalogCheck.RunAsync;
}
