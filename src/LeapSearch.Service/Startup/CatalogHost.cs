using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Service.Startup;

/// <summary>An open catalogue: its calls, and the state that health tells.</summary>
/// <param name="Calls">The catalogue.</param>
/// <param name="State">Reads whether searches are answered; cheap, asked every second.</param>
internal sealed record OpenCatalog(ILeapSearch Calls, Func<IndexState> State);

/// <summary>
/// The catalogue of the running service. The ports open first, so that one in use is told at once and the folder's lock can carry the
/// real address; until the catalogue is open and filled, calls are UNAVAILABLE and health is NOT_SERVING.
/// </summary>
internal sealed class CatalogHost : IAsyncDisposable
{
    private volatile OpenCatalog? open;
    private volatile bool ready;

    /// <summary>The catalogue, as soon as it is open.</summary>
    public ILeapSearch Opened => open?.Calls ?? throw LeapSearchException.Rebuilding("The catalogue is being opened.");

    /// <summary>The catalogue, once the service has started.</summary>
    public ILeapSearch Ready => ready
        ? Opened
        : throw LeapSearchException.Rebuilding(open is null ? "The catalogue is being opened." : "The sample catalogue is being indexed.");

    /// <summary>Whether searches are answered; unspecified before the service has started.</summary>
    public IndexState State => ready && open is { } catalog ? catalog.State() : IndexState.Unspecified;

    /// <summary>Takes the open catalogue; calls wait for <see cref="MarkReady"/>.</summary>
    public void Attach(OpenCatalog catalog) => open = catalog;

    /// <summary>From here on calls are answered.</summary>
    public void MarkReady() => ready = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ready = false;
        if (open is { } catalog)
        {
            open = null;
            await catalog.Calls.DisposeAsync();
        }
    }
}
