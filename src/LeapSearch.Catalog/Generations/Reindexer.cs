using System.Globalization;
using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>Builds the next generation from what is sent, or from what is stored, and swaps it in. One at a time.</summary>
internal sealed class Reindexer(CatalogHost host, Action<ReindexResponse> report)
{
    private readonly long started = host.Options.Time.GetTimestamp();
    private ReindexPhase phase = ReindexPhase.Loading;
    private long read;
    private FollowedGeneration? next;

    /// <summary>Does the work; the last report carries the summary. However it fails, the live generation stays as it was.</summary>
    public async Task RunAsync(IAsyncEnumerable<ReindexRequest> requests, CancellationToken cancellationToken)
    {
        // Before the first document is read: what is written from here on is taken over, whatever the sources say.
        var mark = host.Live?.Store.LastSequence ?? 0;
        await using var messages = requests.GetAsyncEnumerator(cancellationToken);
        var plan = await ReadPlanAsync(messages).ConfigureAwait(false);
        if (plan.Rebuild && host.Live is null)
        {
            throw new LeapSearchException(
                StatusCode.FailedPrecondition, "NO_CATALOGUE", "There is no catalogue yet whose index could be rebuilt; reindex from sources first.", "options.rebuild");
        }

        var folder = await host.CreateGenerationAsync(cancellationToken).ConfigureAwait(false);
        IDocumentStore? store = null;
        try
        {
            store = FollowedGeneration.CreateStore(folder, host.Options);
            var changes = await LoadAsync(plan, messages, store, mark, cancellationToken).ConfigureAwait(false);
            if (!plan.DryRun)
            {
                phase = ReindexPhase.Indexing;
                next = FollowedGeneration.OpenNew(folder, store, host.NewIndexer(), host.Options);
                await next.WaitUntilLevelAsync(store.LastSequence, Report, cancellationToken).ConfigureAwait(false);
                phase = ReindexPhase.Checking;
                Report();
                await new GenerationSwap(host, next, mark, Report).RunAsync(cancellationToken).ConfigureAwait(false);
            }

            phase = ReindexPhase.Done;
            var summary = new ReindexSummary
            {
                Generation = host.Live?.Folder.Name ?? "",
                DryRun = plan.DryRun,
                Seconds = host.Options.Time.GetElapsedTime(started).TotalSeconds,
            };
            summary.Changes.AddRange(changes);
            Report(summary);
        }
        finally
        {
            if (next is null || host.Live != next)
            {
                await DiscardAsync(folder, store).ConfigureAwait(false);
            }
        }
    }

    private static async Task<ReindexOptions> FirstAsync(IAsyncEnumerator<ReindexRequest> messages)
        => await messages.MoveNextAsync().ConfigureAwait(false) && messages.Current.RequestCase == ReindexRequest.RequestOneofCase.Options
            ? messages.Current.Options
            : throw LeapSearchException.InvalidArgument("options", "The first message of a reindex carries the options.");

    private static void CheckVanishing(ReindexPlan plan, IReadOnlySet<DocumentType> sent, IReadOnlyList<TypeChange> changes)
    {
        foreach (var change in changes.Where(c => sent.Contains(c.Type)))
        {
            var before = change.Removed + change.Changed + change.Unchanged + change.Kept;
            if (change.Removed > plan.MaxVanish * before)
            {
                throw new LeapSearchException(
                    StatusCode.FailedPrecondition,
                    "TOO_MANY_VANISH",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{change.Removed} of {before} documents of type {change.Type.ToString().ToLowerInvariant()} would vanish, more than {plan.MaxVanish:0.##%}. Raise max_vanish if that is meant."),
                    "options.max_vanish");
            }
        }
    }

    private async Task<ReindexPlan> ReadPlanAsync(IAsyncEnumerator<ReindexRequest> messages)
        => ReindexPlan.Of(await FirstAsync(messages).ConfigureAwait(false), host.Options.Time.GetUtcNow());

    private async Task<IReadOnlyList<TypeChange>> LoadAsync(
        ReindexPlan plan, IAsyncEnumerator<ReindexRequest> messages, IDocumentStore store, long mark, CancellationToken cancellationToken)
    {
        var loader = new SourceLoader(store);
        while (await messages.MoveNextAsync().ConfigureAwait(false))
        {
            if (messages.Current.RequestCase != ReindexRequest.RequestOneofCase.Batch)
            {
                throw LeapSearchException.InvalidArgument("batch", "After the options, each message of a reindex carries a batch.");
            }

            if (plan.Rebuild)
            {
                throw LeapSearchException.InvalidArgument("options.rebuild", "A rebuild takes the documents that are stored; none may be sent.");
            }

            await loader.AddAsync(messages.Current.Batch, cancellationToken).ConfigureAwait(false);
            read = loader.Count;
            Report();
        }

        if (loader.Count == 0 && !plan.Rebuild)
        {
            throw new LeapSearchException(StatusCode.InvalidArgument, "NO_DOCUMENTS", "No document was sent; nothing was changed.");
        }

        host.OnStep(SwapStep.Loaded);
        var changes = await new GenerationComparison(plan, loader.Types, host.Live?.Store, store).RunAsync(mark, cancellationToken).ConfigureAwait(false);
        CheckVanishing(plan, loader.Types, changes);
        host.OnStep(SwapStep.CarriedOver);
        return changes;
    }

    private async Task DiscardAsync(GenerationFolder folder, IDocumentStore? store)
    {
        if (next is not null)
        {
            await next.DisposeAsync().ConfigureAwait(false);
        }
        else if (store is not null)
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }

        host.DeleteUnlessCurrent(folder);
    }

    private void Report() => Report(null);

    private void Report(ReindexSummary? summary)
    {
        var (done, total) = next?.Build ?? (0, 0);
        report(new ReindexResponse
        {
            Phase = phase,
            DocumentsRead = read,
            DocumentsIndexed = done,
            DocumentsTotal = total,
            Summary = summary,
        });
    }
}
