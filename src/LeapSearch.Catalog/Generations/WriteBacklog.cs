using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>
/// Bounds how far the index may lag behind what is acknowledged. Without a bound the lag is the length of whatever was sent too fast,
/// and "searchable soon" is no promise.
/// </summary>
internal static class WriteBacklog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Waits until half of the bound is free again, once it is reached. Not while an index is built: writes are taken then.</summary>
    /// <exception cref="LeapSearchException">RESOURCE_EXHAUSTED: it was waited long enough.</exception>
    public static async Task WaitAsync(FollowedGeneration? live, long bound, CancellationToken cancellationToken)
    {
        if (live is not { State: IndexState.Serving } || live.Store.LastSequence - live.Snapshots.Sequence <= bound)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await live.Snapshots.WaitAsync(live.Store.LastSequence - (bound / 2), patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LeapSearchException(
                StatusCode.ResourceExhausted, "INDEX_BACKLOG", "More is written than can be indexed; slow down.", retryAfter: Patience);
        }
    }
}
