using Grpc.Core;
using LeapSearch.Contracts;

namespace LeapSearch.Catalog.Generations;

/// <summary>
/// The swap of a reindex backwards: a generation that was live before takes over what was written since it was swapped out, and becomes
/// the live one again.
/// </summary>
internal static class Rollback
{
    /// <summary>Goes back.</summary>
    /// <param name="host">The data folder.</param>
    /// <param name="name">The generation; empty for the one before.</param>
    /// <param name="cancellationToken">Gives up, before the swap.</param>
    /// <returns>The generation that is live now.</returns>
    public static async Task<string> RunAsync(CatalogHost host, string name, CancellationToken cancellationToken)
    {
        var target = host.Generations().FirstOrDefault(g => g.RetiredAt is not null && (name.Length == 0 || g.Name == name));
        if (host.Live is null || target?.RetiredAt is not { } mark)
        {
            throw new LeapSearchException(
                StatusCode.FailedPrecondition,
                "NO_GENERATION",
                name.Length == 0 ? "There is no earlier generation to go back to." : $"Generation '{name}' is not one to go back to.",
                "generation");
        }

        // It may be the one that was just swapped out.
        await host.RetiredAsync().ConfigureAwait(false);
        var next = FollowedGeneration.Open(target, host.NewIndexer(), host.Options);
        try
        {
            await next.WaitUntilLevelAsync(next.Store.LastSequence, () => { }, cancellationToken).ConfigureAwait(false);
            await new GenerationSwap(host, next, mark, () => { }).RunAsync(cancellationToken).ConfigureAwait(false);
            return target.Name;
        }
        finally
        {
            if (host.Live != next)
            {
                await next.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
