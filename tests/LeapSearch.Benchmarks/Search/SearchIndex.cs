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

    /// <summary>Says which of the groups a document belongs to: none, one or several, by chance.</summary>
    public const string GroupField = "group";
    public const string Tenth = "tenth";
    public const string Hundredth = "hundredth";

    private const string Twentieth = "twentieth";
    private const int GroupSeed = 11;

    /// <summary>The groups that filters keep.</summary>
    public static readonly string[] Groups = [Tenth, Hundredth];

    public static void Write(string folder, IEnumerable<SearchFilm> films, bool sideCars)
    {
        using var directory = IndexDirectory.Open(folder);
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, Config(analyzer, sideCars));
        var random = new Random(GroupSeed);
        var number = 0;
        foreach (var film in films)
        {
            Document document =
            [
                new SortedDocValuesField(KeyField, new BytesRef($"{number++:D9}")),
                new TextField("title", film.Title, Field.Store.YES),
                new TextField("people", film.People, Field.Store.NO),
                new TextField("plot", film.Plot, Field.Store.NO),
            ];
            foreach (var (group, oneIn) in new[] { (Tenth, 10), (Twentieth, 20), (Hundredth, 100) })
            {
                if (random.Next(oneIn) == 0)
                {
                    document.Add(new StringField(GroupField, group, Field.Store.NO));
                }
            }

            writer.AddDocument(document);
        }

        writer.Commit();
    }

    /// <summary>Deletes 5 % of the documents of an index with side-cars and merges nothing, so that they stay in the way. Readers opened before do not see it.</summary>
    public static void DeleteSome(string folder)
    {
        using var directory = IndexDirectory.Open(folder);
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        var config = Config(analyzer, sideCars: true);
        config.MergePolicy = NoMergePolicy.COMPOUND_FILES;
        using var writer = new IndexWriter(directory, config);
        writer.DeleteDocuments(new Term(GroupField, Twentieth));
        writer.Commit();
    }

    private static IndexWriterConfig Config(WhitespaceAnalyzer analyzer, bool sideCars)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new LeapSimilarity(), RAMBufferSizeMB = 64 };
        if (sideCars)
        {
            config.Codec = new ImpactsCodec(static _ => true);
        }

        return config;
    }
}
