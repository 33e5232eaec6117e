using Google.Protobuf;
using LeapSearch.Catalog.Generations;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Catalog.Tests.Indexing;
using LeapSearch.Store;
using LeapSearch.Testing;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.Catalog.Tests.Generations;

/// <summary>Short ways to open a catalogue, write to it, and read what its index and its store hold.</summary>
internal static class Catalogue
{
    public static Task<CatalogHost> OpenAsync(string path, bool readOnly = false, Func<TestIndexer>? indexer = null)
        => CatalogHost.OpenAsync(
            new CatalogOptions { DataDir = path, ReadOnly = readOnly, RefreshInterval = TimeSpan.FromMilliseconds(10) },
            indexer ?? (() => new TestIndexer()));

    public static Document Film(string id, string title, params string[] directors)
    {
        var film = new Film { Id = id, Title = title };
        film.Directors.AddRange(directors.Select(d => new Credit { PersonId = d }));
        return new Document { Film = film };
    }

    public static Document Person(string id, string name) => new() { Person = new Person { Id = id, Name = name } };

    public static Document Article(string id, string title) => new() { Article = new Article { Id = id, Title = title } };

    public static DocumentChange Put(Document document)
    {
        var key = DocumentKey.Of(document);
        return new DocumentChange((int)key.Type, key.Id, document.ToByteArray());
    }

    public static DocumentChange Remove(DocumentType type, string id) => new((int)type, id, null);

    /// <summary>Writes, and waits until it is searchable.</summary>
    public static async Task WriteVisiblyAsync(this LeapCatalog catalog, IEnumerable<Document> documents)
    {
        var sequence = (await catalog.WriteDocumentsAsync(new WriteDocumentsRequest { Documents = { documents } })).Sequence;
        await catalog.SearchAsync(new SearchRequest { MinSequence = sequence });
    }

    /// <inheritdoc cref="WriteVisiblyAsync(LeapCatalog, IEnumerable{Document})"/>
    public static async Task<long> WriteVisiblyAsync(this CatalogHost host, params DocumentChange[] changes)
    {
        var sequence = await host.WriteAsync(changes);
        await host.WaitForSequenceAsync(sequence).WaitAsync(Patience.Limit);
        return sequence;
    }

    /// <summary>Waits until everything durable is searchable.</summary>
    public static async Task<GetStatusResponse> LevelAsync(this CatalogHost host)
    {
        var status = host.Status();
        await Patience.UntilAsync(
            () =>
            {
                status = host.Status();
                return status.State == IndexState.Failed
                    ? throw new InvalidOperationException($"never level: {status}")
                    : status.State is IndexState.Serving or IndexState.Empty && status.SearchableSequence == status.DurableSequence;
            },
            () => $"not level: {status}");
        return status;
    }

    /// <summary>Reindexes and returns every report.</summary>
    public static async Task<List<ReindexResponse>> ReindexAsync(this CatalogHost host, ReindexOptions options, params Document[][] batches)
    {
        var reports = new List<ReindexResponse>();
        await foreach (var report in host.ReindexAsync(Requests(options, batches)))
        {
            reports.Add(report);
        }

        return reports;
    }

    public static async IAsyncEnumerable<ReindexRequest> Requests(ReindexOptions options, params Document[][] batches)
    {
        yield return new ReindexRequest { Options = options };
        foreach (var documents in batches)
        {
            await Task.Yield();
            var batch = new DocumentBatch();
            batch.Documents.AddRange(documents);
            yield return new ReindexRequest { Batch = batch };
        }
    }

    /// <summary>Every document of the newest snapshot by its key; fails when one is there twice.</summary>
    public static SortedDictionary<string, Document> Indexed(this CatalogHost host)
    {
        using var lease = host.Acquire();
        return Indexed(lease);
    }

    public static SortedDictionary<string, Document> Indexed(SnapshotLease lease)
    {
        var found = new SortedDictionary<string, Document>(StringComparer.Ordinal);
        foreach (var leaf in lease.Snapshot.Searcher.IndexReader.Leaves)
        {
            var reader = leaf.AtomicReader;
            for (var i = 0; i < reader.MaxDoc; i++)
            {
                if (reader.LiveDocs?.Get(i) != false)
                {
                    var body = reader.Document(i).GetBinaryValue(IndexFields.Body);
                    var document = Document.Parser.ParseFrom(body.Bytes, body.Offset, body.Length);
                    found.Add(DocumentKey.Of(document).ToString(), document);
                }
            }
        }

        return found;
    }

    /// <summary>Every document of the store by its key.</summary>
    public static SortedDictionary<string, Document> Stored(this CatalogHost host)
    {
        var found = new SortedDictionary<string, Document>(StringComparer.Ordinal);
        var store = host.Live!.Store;
        for (var page = store.ReadChanges(0, long.MaxValue, 1000); !page.IsEmpty; page = store.ReadChanges(page.LastSequence, long.MaxValue, 1000))
        {
            foreach (var row in page.Rows.Where(r => !r.IsDeleted))
            {
                found.Add(new DocumentKey((DocumentType)row.Type, row.Id).ToString(), Document.Parser.ParseFrom(row.Body));
            }
        }

        return found;
    }

    /// <summary>The keys of the documents with a word, by score.</summary>
    public static List<string> Search(this CatalogHost host, string field, string word)
    {
        using var lease = host.Acquire();
        var searcher = lease.Snapshot.Searcher;
        var values = MultiDocValues.GetSortedValues(searcher.IndexReader, IndexFields.Key);
        return [.. searcher.Search(new TermQuery(new Term(field, word)), 100).ScoreDocs.Select(d =>
        {
            var bytes = new Lucene.Net.Util.BytesRef();
            values.Get(d.Doc, bytes);
            return bytes.Utf8ToString();
        })];
    }
}
