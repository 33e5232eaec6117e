using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace LeapSearch.Benchmarks.Related;

/// <summary>Films in a Lucene index in memory, mapped as the service maps them, with their graph.</summary>
internal sealed class RelatedCorpus
{
    private RelatedCorpus(DirectoryReader reader)
    {
        Reader = reader;
        Graph = FilmGraph.Build(reader, null);
    }

    public DirectoryReader Reader { get; }

    public FilmGraph Graph { get; }

    public static RelatedCorpus Build(IEnumerable<Document> documents)
    {
        var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new TextAnalyzer())))
        {
            foreach (var document in documents)
            {
                writer.AddDocument(DocumentMapper.Map(document, document.ToByteArray(), new NoPeople()));
            }
        }

        return new RelatedCorpus(DirectoryReader.Open(directory));
    }

    /// <summary>A directory that knows nobody: every credit is tied by its folded name.</summary>
    private sealed class NoPeople : IPersonDirectory
    {
        public Person? Find(Credit credit) => null;
    }
}
