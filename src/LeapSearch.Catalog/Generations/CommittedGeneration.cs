using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Store;
using LeapSearch.V1;
using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Catalog.Generations;

/// <summary>A generation read beside the process that writes it: what the index's last commit has.</summary>
internal sealed class CommittedGeneration : IOpenGeneration
{
    private readonly IDocumentIndexer indexer;
    private readonly ILogger log;
    private Directory? directory;
    private DirectoryReader? reader;
    private SnapshotBuilder? builder;

    public CommittedGeneration(GenerationFolder folder, IDocumentIndexer indexer, CatalogOptions options)
    {
        Folder = folder;
        this.indexer = indexer;
        log = options.Logging.CreateLogger("LeapSearch.Catalog.Generations");
        Store = SqliteDocumentStore.OpenReadOnly(folder.DatabasePath);
        Refresh();
    }

    public GenerationFolder Folder { get; }

    public IDocumentStore Store { get; }

    public SnapshotSource Snapshots { get; } = new();

    public IndexState State { get; private set; } = IndexState.Failed;

    public string Message { get; private set; } = "";

    public long CommittedSequence => Snapshots.Sequence;

    public (long Done, long Total) Build => (0, 0);

    /// <summary>Goes on to the last commit. Called by one thread at a time.</summary>
    public void Refresh()
    {
        try
        {
            if (reader is null)
            {
                OpenIndex();
            }
            else if (DirectoryReader.OpenIfChanged(reader) is { } newer)
            {
                reader.DecRef();
                reader = newer;
                Publish(CommitData.FromUserData(newer.IndexCommit.UserData)?.Sequence ?? Snapshots.Sequence);
            }
        }
        catch (Exception e)
        {
            // The writer may be replacing the index at this moment; the next call finds it.
            log.LogWarning(e, "The index of generation {Generation} could not be read.", Folder.Name);
            Unusable($"the index cannot be read: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Snapshots.Dispose();
        reader?.DecRef();
        directory?.Dispose();
        await Store.DisposeAsync().ConfigureAwait(false);
    }

    private void OpenIndex()
    {
        if (!System.IO.Directory.Exists(Folder.IndexPath))
        {
            Unusable("there is no index yet");
            return;
        }

        var directory = IndexFiles.Open(Folder.IndexPath);
        DirectoryReader? reader = null;
        try
        {
            reader = DirectoryReader.Open(directory);
            var found = IndexInspection.Of(reader, Store.Epoch, Store.LastSequence);
            if (found.Commit is not { } commit)
            {
                Unusable(found.Reason);
                return;
            }

            builder = new SnapshotBuilder(Folder.Name, indexer, log);
            (this.directory, this.reader) = (directory, reader);
            (directory, reader) = (null, null);
            Publish(commit.Sequence);
        }
        finally
        {
            reader?.Dispose();
            directory?.Dispose();
        }
    }

    private void Publish(long sequence)
    {
        Snapshots.Publish(builder!.Build(reader!, sequence));
        State = IndexState.Serving;
        Message = "";
    }

    private void Unusable(string reason)
    {
        if (State != IndexState.Serving)
        {
            Message = $"Generation {Folder.Name} is not searchable: {reason}. Start the service, or run a reindex, to have it built.";
        }
    }
}
