using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.Benchmarks.Search;

/// <summary>The index that both .NET contestants search.</summary>
internal static class SearchIndex
{
    public const string KeyField = "_key";

    public static void Write(string folder, IEnumerable<SearchFilm> films, bool sideCars)
    {
        using var directory = IndexDirectory.Open(folder);
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new LeapSimilarity(), RAMBufferSizeMB = 64 };
        if (sideCars)
        {
            config.Codec = new ImpactsCodec(static _ => true);
        }

        using var writer = new IndexWriter(directory, config);
        var number = 0;
        foreach (var film in films)
        {
            writer.AddDocument(
            [
                new SortedDocValuesField(KeyField, new BytesRef($"{number++:D9}")),
                new TextField("title", film.Title, Field.Store.YES),
                new TextField("people", film.People, Field.Store.NO),
                new TextField("plot", film.Plot, Field.Store.NO),
            ]);
        }

        writer.Commit();
    }
}
