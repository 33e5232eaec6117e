using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Related;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog.Snapshots;

/// <summary>Makes snapshots of a generation's readers, warmed, one after the other; what did not change is taken over from the one before.</summary>
internal sealed class SnapshotBuilder(string generation, IDocumentIndexer indexer, ILogger log)
{
    private Snapshot? last;

    public Snapshot Build(IndexReader reader, long sequence)
    {
        if (this.last is { } last && ReferenceEquals(last.Searcher.IndexReader, reader))
        {
            return this.last = last with { Sequence = sequence };
        }

        var graph = FilmGraph.Build(reader, this.last?.Graph, message => log.LogWarning("{Message}", message));
        var searcher = new IndexSearcher(reader) { Similarity = indexer.Similarity };
        indexer.Warm(searcher);
        return this.last = new Snapshot(searcher, graph, generation, sequence);
    }
}
