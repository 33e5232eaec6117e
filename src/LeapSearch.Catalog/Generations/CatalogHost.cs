using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Contracts;
using LeapSearch.Store;
using LeapSearch.V1;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog.Generations;

/// <summary>
/// A data folder in use: the live generation, its snapshots, writes, reindexes. What <see cref="LeapCatalog"/> is composed of.
/// </summary>
/// <remarks>
/// <code>
/// await using var host = await CatalogHost.OpenAsync(options, () => new MyIndexer());   // one indexer for each index
/// using (var lease = host.Acquire()) { … lease.Snapshot.Searcher … }                    // one a call
/// var sequence = await host.WriteAsync([new DocumentChange(1, "leap-2020", document.ToByteArray())]);   // durable
/// await host.WaitForSequenceAsync(sequence);                                            // searchable
/// await foreach (var progress in host.ReindexAsync(requests)) { … }                     // the last one has the summary
/// host.Status()                                                                         // all but version and scorer
/// </code>
/// Errors are <see cref="LeapSearchException"/>. Documents are taken as they are: the caller has validated them.
/// </remarks>
internal sealed class CatalogHost : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly Func<IDocumentIndexer> newIndexer;
    private readonly SemaphoreSlim structure = new(1, 1);
    private readonly SemaphoreSlim reindexing = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly ILogger log;
    private volatile IOpenGeneration? open;
    private volatile string failure = "";
    private Task polling = Task.CompletedTask;
    private Task retiring = Task.CompletedTask;
    private int disposed;

    private CatalogHost(DataFolder folder, CatalogOptions options, Func<IDocumentIndexer> newIndexer)
    {
        this.folder = folder;
        Options = options;
        this.newIndexer = newIndexer;
        log = options.Logging.CreateLogger("LeapSearch.Catalog.Generations");
        OpenedAt = options.Time.GetUtcNow();
    }

    public CatalogOptions Options { get; }

    public DateTimeOffset OpenedAt { get; }

    /// <summary>Changes that may be durable and not yet searchable; beyond, writes wait, so that "soon" keeps its meaning.</summary>
    public long MaxBacklog { get; set; } = 20_000;

    /// <summary>Called at each step of a swap; for tests.</summary>
    public Action<SwapStep> OnStep { get; set; } = _ => { };

    public IndexState State => failure.Length > 0 ? IndexState.Failed : open?.State ?? IndexState.Empty;

    /// <summary>The generation that answers; null while there is none.</summary>
    internal IOpenGeneration? Current => open;

    /// <summary>The live generation where this process writes it.</summary>
    internal FollowedGeneration? Live => open as FollowedGeneration;

    internal WriteGate Gate { get; } = new();

    /// <summary>Opens a data folder; an index to be built is built in the background.</summary>
    /// <param name="options">Where, and how.</param>
    /// <param name="newIndexer">Makes an indexer for an index; each is used by one thread.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LeapSearchException">FAILED_PRECONDITION: another process holds it, or its store cannot be read.</exception>
    public static Task<CatalogHost> OpenAsync(
        CatalogOptions options, Func<IDocumentIndexer> newIndexer, CancellationToken cancellationToken = default)
        => StoreFailures.Translate(() => Task.Run(() => Open(options, newIndexer), cancellationToken));

    /// <summary>A lease on the newest snapshot.</summary>
    /// <exception cref="LeapSearchException">UNAVAILABLE: there is none yet.</exception>
    public SnapshotLease Acquire()
    {
        while (open is { } generation)
        {
            if (generation.Snapshots.TryAcquire() is { } lease)
            {
                return lease;
            }

            if (ReferenceEquals(generation, open))
            {
                var (done, total) = generation.Build;
                throw generation.State == IndexState.Failed
                    ? new LeapSearchException(StatusCode.Unavailable, "INDEX_FAILED", $"The index does not answer. {generation.Message}")
                    : LeapSearchException.Rebuilding($"The index is being built: {done} of {total} documents.");
            }
        }

        throw NoCatalogue();
    }

    /// <summary>Writes and deletes documents, together or not at all.</summary>
    /// <returns>The sequence that they reached, once durable.</returns>
    public async Task<long> WriteAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancellationToken = default)
    {
        RequireWritable();
        await WriteBacklog.WaitAsync(Live, MaxBacklog, cancellationToken).ConfigureAwait(false);
        using var pass = await Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        RequireWritable();
        return await StoreFailures.Translate(async () =>
        {
            var live = Live ?? await CreateFirstAsync(cancellationToken).ConfigureAwait(false);
            var sequence = await live.Store.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
            live.Notify();
            return sequence;
        }).ConfigureAwait(false);
    }

    /// <summary>Builds a new generation and swaps it in, as <see cref="ILeapSearch.ReindexAsync"/> says.</summary>
    public async IAsyncEnumerable<ReindexResponse> ReindexAsync(
        IAsyncEnumerable<ReindexRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RequireWritable();
        if (!await reindexing.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            throw new LeapSearchException(StatusCode.Aborted, "REINDEX_RUNNING", "Another reindex or rollback is running.", retryAfter: TimeSpan.FromSeconds(30));
        }

        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        var reports = Channel.CreateUnbounded<ReindexResponse>();
        var work = Task.Run(() => RunAsync(requests, reports.Writer, abandoned.Token), CancellationToken.None);
        try
        {
            await foreach (var report in reports.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return report;
            }

            await work.ConfigureAwait(false);
        }
        finally
        {
            await abandoned.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            reindexing.Release();
        }
    }

    /// <summary>Goes back to a generation that was live before; what was written since the swap is taken along.</summary>
    /// <param name="name">Its name; empty for the one before.</param>
    /// <param name="cancellationToken">Gives up, before the swap.</param>
    /// <returns>The generation that is live now.</returns>
    /// <exception cref="LeapSearchException">FAILED_PRECONDITION: there is no such generation to go back to.</exception>
    public async Task<string> RollbackAsync(string name, CancellationToken cancellationToken = default)
    {
        RequireWritable();
        if (!await reindexing.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            throw new LeapSearchException(StatusCode.Aborted, "REINDEX_RUNNING", "Another reindex or rollback is running.", retryAfter: TimeSpan.FromSeconds(30));
        }

        try
        {
            return await StoreFailures.Translate(() => Rollback.RunAsync(this, name, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            reindexing.Release();
        }
    }

    /// <summary>Waits until a change is searchable.</summary>
    public async Task WaitForSequenceAsync(long sequence, CancellationToken cancellationToken = default)
    {
        while (sequence > 0)
        {
            if (open is { } generation)
            {
                if (await generation.Snapshots.WaitAsync(sequence, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                if (!ReferenceEquals(generation, open))
                {
                    continue;
                }
            }

            // No generation yet, or this one is just being closed.
            await Task.Delay(Options.RefreshInterval, Options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Everything of the status that the data folder knows.</summary>
    public GetStatusResponse Status() => StatusReport.Of(folder, () => open, State, failure, OpenedAt);

    /// <summary>Reads every byte of store and index and returns what is wrong, one line each.</summary>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken = default)
        => Task.Run(() => GenerationVerifier.Verify(open, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        await closing.CancelAsync().ConfigureAwait(false);
        await reindexing.WaitAsync().ConfigureAwait(false);
        await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await retiring.ConfigureAwait(false);
        if (open is { } generation)
        {
            await generation.DisposeAsync().ConfigureAwait(false);
        }

        folder.Dispose();
        closing.Dispose();
    }

    internal static LeapSearchException NoCatalogue()
        => new(StatusCode.Unavailable, "NO_CATALOGUE", "There is no catalogue yet; index documents first.");

    internal IDocumentIndexer NewIndexer() => newIndexer();

    /// <summary>The generations on disk, newest first.</summary>
    internal IReadOnlyList<GenerationFolder> Generations() => folder.Generations();

    /// <summary>Completes when the generation that was swapped out last is closed.</summary>
    internal Task RetiredAsync() => retiring;

    internal async Task<GenerationFolder> CreateGenerationAsync(CancellationToken cancellationToken)
    {
        await structure.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return folder.CreateGeneration();
        }
        finally
        {
            structure.Release();
        }
    }

    /// <summary>The swap itself, with writers held: on disk, then in memory. The generation before closes in the background.</summary>
    internal void MakeLive(FollowedGeneration next)
    {
        try
        {
            folder.MakeCurrent(next.Folder, next.Store.LastSequence);
        }
        catch (IOException e)
        {
            // Which of the two a restart will find is not known; both have every acknowledged write as long as no more are taken.
            failure = $"The swap to generation {next.Folder.Name} could not be made durable: {e.Message} Restart the service.";
            throw;
        }

        OnStep(SwapStep.Current);
        Adopt(next);
    }

    /// <summary>Answers from another generation from now on. The one before closes in the background; its leases stay good.</summary>
    internal void Adopt(IOpenGeneration next)
    {
        var before = open;
        open = next;
        if (before is not null)
        {
            retiring = Task.Run(() => CloseAsync(before));
        }
    }

    /// <summary>Deletes a generation that came to nothing.</summary>
    internal void DeleteUnlessCurrent(GenerationFolder folder)
    {
        try
        {
            if (failure.Length == 0)
            {
                this.folder.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "Generation {Generation} could not be deleted; the next start will.", folder.Name);
        }
    }

    private async Task CloseAsync(IOpenGeneration generation)
    {
        try
        {
            await generation.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Closing generation {Generation} failed.", generation.Folder.Name);
        }
    }

    private static CatalogHost Open(CatalogOptions options, Func<IDocumentIndexer> newIndexer)
    {
        var folder = options.ReadOnly ? DataFolder.OpenReadOnly(options.DataDir) : DataFolder.Open(options.DataDir, options.GrpcAddress);
        try
        {
            var host = new CatalogHost(folder, options, newIndexer);
            var current = folder.Current();
            if (options.ReadOnly)
            {
                host.open = current is null ? null : new CommittedGeneration(current, newIndexer(), options);
                host.polling = Task.Run(() => CommitPoller.RunAsync(host, folder, host.closing.Token));
            }
            else if (current is not null)
            {
                host.open = FollowedGeneration.Open(current, newIndexer(), options);
            }

            return host;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private async Task RunAsync(IAsyncEnumerable<ReindexRequest> requests, ChannelWriter<ReindexResponse> reports, CancellationToken cancellationToken)
    {
        try
        {
            await StoreFailures.Translate(async () =>
            {
                await new Reindexer(this, r => reports.TryWrite(r)).RunAsync(requests, cancellationToken).ConfigureAwait(false);
                DeleteOldGenerations();
                OnStep(SwapStep.Done);
                return true;
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            throw new LeapSearchException(StatusCode.Unavailable, "SHUTTING_DOWN", "The catalogue is being closed; nothing was changed.");
        }
        finally
        {
            reports.TryComplete();
        }
    }

    private async Task<FollowedGeneration> CreateFirstAsync(CancellationToken cancellationToken)
    {
        await structure.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Live is { } live)
            {
                return live;
            }

            var folder = this.folder.CreateGeneration();
            var store = FollowedGeneration.CreateStore(folder, Options);
            this.folder.MakeCurrent(folder, 0);
            var first = FollowedGeneration.OpenNew(folder, store, newIndexer(), Options);
            open = first;
            return first;
        }
        finally
        {
            structure.Release();
        }
    }

    /// <summary>Keeps the live generation and the one before it.</summary>
    private void DeleteOldGenerations()
    {
        if (Live is not { } live)
        {
            return;
        }

        foreach (var old in folder.Generations().Where(g => g != live.Folder).OrderByDescending(g => g.RetiredAt is not null).ThenByDescending(g => g.Number).Skip(1))
        {
            DeleteUnlessCurrent(old);
        }
    }

    private void RequireWritable()
    {
        if (folder.IsReadOnly)
        {
            throw new LeapSearchException(StatusCode.FailedPrecondition, "READ_ONLY", "The data folder was opened to read.");
        }

        if (failure.Length > 0)
        {
            throw new LeapSearchException(StatusCode.Unavailable, "STORE_READ_ONLY", failure);
        }
    }
}
