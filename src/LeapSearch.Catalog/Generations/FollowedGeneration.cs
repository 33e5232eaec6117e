using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Contracts;
using LeapSearch.Store;
using LeapSearch.V1;
using Grpc.Core;

namespace LeapSearch.Catalog.Generations;

/// <summary>A generation that this process writes: its store, and the follower that keeps its index level.</summary>
internal sealed class FollowedGeneration : IOpenGeneration
{
    /// <summary>How often a wait for the index looks whether the index still moves.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private readonly IndexFollower follower;

    private FollowedGeneration(GenerationFolder folder, IDocumentStore store, IDocumentIndexer indexer, bool isNew, CatalogOptions options)
    {
        Folder = folder;
        Store = store;
        follower = new IndexFollower(folder.IndexPath, store, indexer, Snapshots, folder.Name, isNew, options);
    }

    public GenerationFolder Folder { get; }

    public IDocumentStore Store { get; }

    public SnapshotSource Snapshots { get; } = new();

    public IndexState State => follower.State;

    public string Message => string.Join(' ', new[] { Store.Health.Message, follower.Notes.ToString() }.Where(m => m.Length > 0));

    public long CommittedSequence => follower.CommittedSequence;

    public (long Done, long Total) Build => (follower.BuildDone, follower.BuildTotal);

    /// <summary>Opens a generation that has a database.</summary>
    /// <exception cref="StoreException">The database cannot be used.</exception>
    public static FollowedGeneration Open(GenerationFolder folder, IDocumentIndexer indexer, CatalogOptions options)
        => new(folder, SqliteDocumentStore.Open(folder.DatabasePath, StoreOptions(options)), indexer, isNew: false, options);

    /// <summary>Starts to index a generation that was just loaded.</summary>
    public static FollowedGeneration OpenNew(GenerationFolder folder, IDocumentStore store, IDocumentIndexer indexer, CatalogOptions options)
        => new(folder, store, indexer, isNew: true, options);

    /// <summary>Makes the empty database of a new generation.</summary>
    public static IDocumentStore CreateStore(GenerationFolder folder, CatalogOptions options)
        => SqliteDocumentStore.Create(folder.DatabasePath, StoreOptions(options));

    /// <summary>Tells the index that the store has new changes.</summary>
    public void Notify() => follower.Notify();

    /// <summary>Waits until a change is searchable.</summary>
    /// <param name="sequence">The change.</param>
    /// <param name="waiting">Called now and then meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeapSearchException">The index cannot be built or followed.</exception>
    public async Task WaitUntilLevelAsync(long sequence, Action waiting, CancellationToken cancellationToken)
    {
        Notify();
        while (true)
        {
            using var glance = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            glance.CancelAfter(Glance);
            try
            {
                await Snapshots.WaitAsync(sequence, glance.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                if (State == IndexState.Failed)
                {
                    throw new LeapSearchException(StatusCode.Internal, "INDEX_FAILED", $"Generation {Folder.Name} cannot be indexed. {Message}");
                }

                waiting();
            }
        }
    }

    /// <summary>Makes what is searchable durable in the index.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public Task CommitIndexAsync() => follower.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await follower.DisposeAsync().ConfigureAwait(false);
        Snapshots.Dispose();
        await Store.DisposeAsync().ConfigureAwait(false);
    }

    private static SqliteStoreOptions StoreOptions(CatalogOptions options) => new() { Time = options.Time };
}
