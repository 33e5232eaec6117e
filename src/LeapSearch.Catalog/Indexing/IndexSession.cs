using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.Store;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;
using Document = LeapSearch.V1.Document;
using DocumentType = LeapSearch.V1.DocumentType;

namespace LeapSearch.Catalog.Indexing;

/// <summary>
/// An index open for writing, and the newest reader on it. Used by one thread. After any exception it is only good for
/// <see cref="Dispose"/>, which never commits: a commit after a failed one may be acknowledged and not be there.
/// </summary>
internal sealed class IndexSession : IDisposable
{
    /// <summary>Megabytes of documents before they are written as a segment; larger gains nothing measurable on a film catalogue.</summary>
    private const double RamBufferMegabytes = 64;

    private readonly Directory directory;
    private readonly IndexWriter writer;
    private readonly IDocumentIndexer indexer;
    private readonly Action<string> skipped;
    private volatile Exception? mergeError;
    private bool applied;

    private IndexSession(Directory directory, IDocumentIndexer indexer, OpenMode mode, Action<string> skipped)
    {
        this.directory = directory;
        this.indexer = indexer;
        this.skipped = skipped;
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, indexer.Analyzer)
        {
            OpenMode = mode,
            Codec = new ImpactsCodec(IndexFields.IsMirrored, GraphFile.SideCar),
            Similarity = indexer.Similarity,
            RAMBufferSizeMB = RamBufferMegabytes,
            CheckIntegrityAtMerge = true,
            MergeScheduler = new WatchedMergeScheduler(e => mergeError = e),
        };
        writer = new IndexWriter(directory, config);
        try
        {
            Reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    /// <summary>The newest reader; replaced, and the older one released, by <see cref="Refresh"/>.</summary>
    public DirectoryReader Reader { get; private set; }

    /// <summary>Opens the last commit of an index, or an empty one.</summary>
    /// <param name="directory">The folder; the session closes it.</param>
    /// <param name="indexer">Makes Lucene documents.</param>
    /// <param name="empty">Whether to start with an empty index.</param>
    /// <param name="skipped">Told of documents that could not be indexed.</param>
    public static IndexSession Open(Directory directory, IDocumentIndexer indexer, bool empty, Action<string> skipped)
    {
        try
        {
            return new IndexSession(directory, indexer, empty ? OpenMode.CREATE : OpenMode.APPEND, skipped);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Shows the indexer what is indexed so far.</summary>
    public void BeginBatch(DocumentType? type)
    {
        Refresh();
        indexer.BeginBatch(Reader, type);
    }

    /// <summary>Brings rows into the index.</summary>
    public void Apply(IEnumerable<StoredDocument> rows, bool replaces)
    {
        foreach (var row in rows)
        {
            applied = true;
            Apply(row, replaces);
        }
    }

    /// <inheritdoc cref="IDocumentIndexer.TakeOpen"/>
    public IReadOnlyList<DocumentKey> TakeOpen() => indexer.TakeOpen();

    /// <summary>Documents to index again after these.</summary>
    public IReadOnlyCollection<DocumentKey> Dependents(IReadOnlyCollection<DocumentKey> changed) => indexer.Dependents(Reader, changed);

    /// <summary>Makes what was applied visible to <see cref="Reader"/>.</summary>
    public void Refresh()
    {
        ThrowIfMergeFailed();
        if (applied && DirectoryReader.OpenIfChanged(Reader, writer, applyAllDeletes: true) is { } newer)
        {
            Reader.DecRef();
            Reader = newer;
        }

        applied = false;
    }

    /// <summary>Makes what was applied durable.</summary>
    public void Commit(CommitData data)
    {
        ThrowIfMergeFailed();
        writer.SetCommitData(data.ToUserData());
        writer.Commit();
    }

    /// <summary>Closes the index at its last commit.</summary>
    public void Dispose()
    {
        try
        {
            Reader.DecRef();
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    private void Apply(StoredDocument row, bool replaces)
    {
        if (row.Body is null)
        {
            if (replaces)
            {
                indexer.Delete(writer, new DocumentKey((DocumentType)row.Type, row.Id));
            }

            return;
        }

        try
        {
            indexer.Index(writer, Document.Parser.ParseFrom(row.Body), row.Body, replaces);
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException) && !writer.IsClosed)
        {
            // One document must not keep the others from being found; it is named in the status until the next start.
            skipped($"{row.Type}:{row.Id} could not be indexed: {e.Message}");
        }
    }

    private void ThrowIfMergeFailed()
    {
        if (mergeError is { } error)
        {
            throw new IOException($"Merging the index failed: {error.Message}", error);
        }
    }
}
