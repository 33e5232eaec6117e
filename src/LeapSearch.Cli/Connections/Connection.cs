using LeapSearch.Catalog;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Cli.Connections;

/// <summary>Opens the catalogue that a command is about.</summary>
internal sealed class Connection(CatalogDoors doors)
{
    /// <summary>To read: a service, or the folder's last commit beside whoever writes in it.</summary>
    public async Task<ILeapSearch> OpenReaderAsync(Target target, CancellationToken cancellationToken)
        => target.Server is { } server
            ? doors.Service(server)
            : await doors.Folder(Options(target) with { ReadOnly = true }, cancellationToken);

    /// <summary>To write: a service, the folder itself where it is free, else the service that holds it.</summary>
    public async Task<ILeapSearch> OpenWriterAsync(Target target, CancellationToken cancellationToken)
    {
        if (target.Server is { } server)
        {
            return doors.Service(server);
        }

        try
        {
            return await doors.Folder(Options(target), cancellationToken);
        }
        catch (LeapSearchException held) when (held.Reason == DataFolders.HeldReason && doors.HolderAddress(target.DataDir) is not null)
        {
            return doors.Service(doors.HolderAddress(target.DataDir)!);
        }
    }

    /// <summary>Searches the folder's last commit and tells how.</summary>
    public Task<TracedSearch> TraceAsync(Target target, SearchRequest request, CancellationToken cancellationToken)
        => doors.Trace(Options(target) with { ReadOnly = true }, request, cancellationToken);

    /// <summary>Explains a document's place in the answer to a search, on the folder's last commit.</summary>
    public Task<SearchExplanation> ExplainAsync(
        Target target, SearchRequest request, DocumentType type, string id, CancellationToken cancellationToken)
        => doors.Explain(Options(target) with { ReadOnly = true }, request, type, id, cancellationToken);

    /// <summary>Checks a data folder.</summary>
    public Task<CatalogCheck> CheckAsync(string dataDir, CancellationToken cancellationToken) => doors.Check(dataDir, cancellationToken);

    private static CatalogOptions Options(Target target)
    {
        var options = new CatalogOptions { DataDir = target.DataDir };
        return target.Scorer is { } scorer ? options with { Scorer = scorer } : options;
    }
}
