using LeapSearch.Store;

namespace LeapSearch.Catalog.Generations;

/// <summary>
/// Brings another generation level with the live one while that goes on being written, and makes it the live one in a moment in which
/// writers wait and none fails.
/// </summary>
/// <remarks>
/// The order decides. The mark is read before anything is copied, else what is written during the copy is lost; writers are held before
/// the last rows are copied, for the same reason; each round copies up to a bound read before it, else a busy writer would never let it
/// end; nothing is acknowledged from the new generation before CURRENT is on the disk.
/// </remarks>
internal sealed class GenerationSwap(CatalogHost host, FollowedGeneration next, long mark, Action progress)
{
    private const int CopyRows = 500;

    /// <summary>With fewer rows to go, holding the writers for them is not felt.</summary>
    private const long Near = 200;

    private const int Rounds = 20;
    private long copied = mark;

    /// <summary>Takes over what came after the mark, and swaps.</summary>
    /// <exception cref="StoreException">The store failed; the live generation is as it was.</exception>
    /// <exception cref="IOException">The disk failed at the swap itself: the host takes no more writes.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var bound = host.Live?.Store.LastSequence ?? 0;
            await CopyAsync(bound, cancellationToken).ConfigureAwait(false);
            await LevelAsync(cancellationToken).ConfigureAwait(false);
            if ((host.Live?.Store.LastSequence ?? 0) - copied < Near)
            {
                break;
            }
        }

        // Not in the held moment: it takes the longest.
        await next.CommitIndexAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        host.OnStep(SwapStep.CaughtUp);
        await host.Gate.CloseAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            host.OnStep(SwapStep.WritersHeld);
            var last = host.Live?.Store.LastSequence ?? 0;
            await CopyAsync(last, cancellationToken).ConfigureAwait(false);
            await next.Store.RaiseSequenceAsync(last, cancellationToken).ConfigureAwait(false);
            host.OnStep(SwapStep.LastRowsCopied);
            await LevelAsync(cancellationToken).ConfigureAwait(false);
            await next.CommitIndexAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            host.MakeLive(next);
        }
        finally
        {
            host.Gate.Open();
        }
    }

    private Task LevelAsync(CancellationToken cancellationToken)
        => next.WaitUntilLevelAsync(next.Store.LastSequence, progress, cancellationToken);

    private async Task CopyAsync(long bound, CancellationToken cancellationToken)
    {
        while (host.Live is { } live && copied < bound)
        {
            var page = live.Store.ReadChanges(copied, bound, CopyRows);
            if (page.Damaged.Count > 0)
            {
                throw new StoreException(StoreError.Damaged, $"The stored row {page.Damaged[0]} is damaged; write or delete that document first.");
            }

            if (page.IsEmpty)
            {
                copied = bound;
                return;
            }

            await next.Store.CopyAsync(page.Rows, cancellationToken).ConfigureAwait(false);
            copied = page.LastSequence;
            next.Notify();
            progress();
        }
    }
}

/// <summary>Moments of a reindex at which tests end the process.</summary>
internal enum SwapStep
{
    /// <summary>The sources are stored.</summary>
    Loaded,

    /// <summary>What is kept is carried over.</summary>
    CarriedOver,

    /// <summary>The next generation is level but for a few rows.</summary>
    CaughtUp,

    /// <summary>Writers wait.</summary>
    WritersHeld,

    /// <summary>The next generation has every row.</summary>
    LastRowsCopied,

    /// <summary>CURRENT names the next generation.</summary>
    Current,

    /// <summary>Older generations are deleted.</summary>
    Done,
}
