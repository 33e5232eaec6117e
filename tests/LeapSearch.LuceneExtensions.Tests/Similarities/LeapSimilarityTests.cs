using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Similarities;

public sealed class LeapSimilarityTests(ITestOutputHelper output)
{
    [Fact]
    public void ATitleOfThreeWordsBeatsOneOfFour()
    {
        var (three, four) = Scores(Film("a", "the leap forward"), Film("b", "the great leap forward"), "leap");
        Assert.True(three > four);
    }

    [Fact]
    public void DocumentsWithoutTheFieldChangeNothing()
    {
        var few = Scores(Film("a", "leap"), Film("b", "other words here"), "leap").First;
        var others = Enumerable.Range(0, 50).Select(i => new ModelDocument($"x{i}", new Dictionary<string, string[]> { ["plot"] = ["leap"] }, null, null, [], null));
        Assert.Equal(few, Scores(Film("a", "leap"), Film("b", "other words here"), "leap", [.. others]).First);
    }

    [Fact]
    public void EveryScoreEqualsItsExplanation()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random);
        using var directory = new RAMDirectory();
        using (var writer = TestIndex.Writer(directory))
        {
            for (var i = 0; i < 100; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"d{i}")));
            }
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = TestIndex.Searcher(reader);
        for (var i = 0; i < 50; i++)
        {
            var query = new TermQuery(new Term("plot", words.Word())) { Boost = random.Next(1, 5) };
            foreach (var hit in searcher.Search(query, 100).ScoreDocs)
            {
                Assert.Equal(hit.Score, searcher.Explain(query, hit.Doc).Value, 1e-5);
            }
        }
    }

    private static ModelDocument Film(string key, string title)
        => new(key, new Dictionary<string, string[]> { ["title"] = title.Split(' ') }, null, null, [], null);

    private static (float First, float Second) Scores(ModelDocument first, ModelDocument second, string word, params ModelDocument[] others)
    {
        using var directory = new RAMDirectory();
        using (var writer = TestIndex.Writer(directory))
        {
            foreach (var document in (ModelDocument[])[first, second, .. others])
            {
                writer.AddDocument(TestIndex.ToLucene(document));
            }
        }

        using var reader = DirectoryReader.Open(directory);
        var found = TestIndex.Searcher(reader).Search(new TermQuery(new Term("title", word)), 10).ScoreDocs.ToDictionary(h => h.Doc, h => h.Score);
        return (found.GetValueOrDefault(0), found.GetValueOrDefault(1));
    }
}
