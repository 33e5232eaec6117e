using LeapSearch.Catalog;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Client;
using LeapSearch.Contracts;
using LeapSearch.V1;

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

    /// <summary>Searches a data folder and tells how.</summary>
    public Func<CatalogOptions, SearchRequest, CancellationToken, Task<TracedSearch>> Trace { get; init; }
        = async (options, request, cancellationToken) =>
        {
            await using var catalog = await LeapCatalog.OpenAsync(options, cancellationToken);
            return await catalog.TraceAsync(request, cancellationToken);
        };

    /// <summary>Explains a document's place in the answer to a search, on a data folder.</summary>
    public Func<CatalogOptions, SearchRequest, DocumentType, string, CancellationToken, Task<SearchExplanation>> Explain { get; init; }
        = async (options, request, type, id, cancellationToken) =>
        {
            await using var catalog = await LeapCatalog.OpenAsync(options, cancellationToken);
            return await catalog.ExplainAsync(request, type, id, cancellationToken);
        };

    /// <summary>Checks a data folder.</summary>
    public Func<string, CancellationToken, Task<CatalogCheck>> Check { get; init; } = CatalogCheck.RunAsync;
}
