using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;
using BooleanClause = LeapSearch.LuceneExtensions.Search.BooleanClause;

namespace LeapSearch.LuceneExtensions.Tests.Search.Impacts;

/// <summary>The engine on side-cars answers as stock Lucene.Net queries do.</summary>
public sealed class ImpactEngineTests(ITestOutputHelper output)
{
    private readonly StockEngine stock = new();
    private readonly ImpactEngine engine = new(message => Assert.Fail(message));
    private readonly SameAnswers same = new();
    private int compared;
    private int served;

    [Fact]
    public void AnswersAsStockOverRandomHistories()
    {
        var random = TestSeed.New(output);
        foreach (var (history, plans) in RandomRounds.Of(random, TestTier.Pick(6, 120, 600)))
        {
            for (var step = random.Next(1, 6); step > 0; step--)
            {
                var searcher = history.Next(random.Next(8) == 0 ? random.Next(3) : random.Next(1, 300));
                for (var i = 0; i < 20; i++)
                {
                    Compare(searcher, plans.Next(), random);
                }
            }
        }

        CheckCounts();
    }

    [Fact]
    public void AnswersAsStockOverSeveralWindows()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(1, 5, 20); round++)
        {
            var words = new RandomDocuments(random, 300);
            using var directory = new RAMDirectory();
            using var writer = TestIndex.Writer(directory, new ImpactsCodec(), c => c.MergePolicy = NoMergePolicy.NO_COMPOUND_FILES);
            for (var i = 0; i < 11_000; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"k{random.Next(1_000_000)}-{i}")));
                if (i == 9_000)
                {
                    writer.Commit();
                }
            }

            writer.DeleteDocuments(new PrefixQuery(TestIndex.KeyTerm("k1")));
            using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
            var plans = new RandomPlans(random, words) { Slop = true };
            for (var i = 0; i < TestTier.Pick(200, 600, 1500); i++)
            {
                Compare(TestIndex.Searcher(reader), plans.Next(), random);
            }

            CompareFamiliarBeginnings(reader, words, random);
        }

        CheckCounts();
    }

    /// <summary>Beginnings of so many words that their documents are kept: alone and with others, in other weights, again and again.</summary>
    private void CompareFamiliarBeginnings(IndexReader reader, RandomDocuments words, Random random)
    {
        var letters = words.Vocabulary.Select(w => w[..1]).Distinct().Take(3).ToArray();
        for (var i = 0; i < 12; i++)
        {
            Clause[] begun = [.. letters.Take(random.Next(1, 4)).Select(l => new PrefixClause("plot", l, random.Next(1, 4)))];
            Clause root = random.Next(3) switch
            {
                0 => new BooleanClause(begun, [], []),
                1 => new BooleanClause([new TermClause("plot", words.Word())], begun, []),
                _ => new DisMaxClause(begun, 0.1f),
            };
            Compare(TestIndex.Searcher(reader), new SearchPlan { Branches = [new SearchBranch(0, root)], KeyField = ModelDocument.KeyField, Count = 20, CountUpTo = 100 }, random);
        }
    }

    [Fact]
    public void AnswersAsStockForManyWords()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random, 120);
        using var history = new RandomHistory(random, words);
        var searcher = history.Next(600);
        for (var i = 0; i < TestTier.Pick(20, 100, 500); i++)
        {
            var many = Enumerable.Range(0, random.Next(60, 110)).Select(_ => words.Word()).ToArray();
            Clause[] terms = [.. many.Select(w => new TermClause("plot", w, random.Next(1, 4)))];
            Clause root = random.Next(3) switch
            {
                0 => new BooleanClause([], terms, [], random.Next(5)),
                1 => new DisMaxClause(terms, 0.1f),
                _ => new PhraseClause("plot", many),
            };
            Compare(searcher, new SearchPlan { Branches = [new SearchBranch(0, root)], KeyField = ModelDocument.KeyField, Count = 20, CountUpTo = random.Next(100) }, random);
        }
    }

    [Fact]
    public async Task NothingHappensToSearchesWhoseReaderIsClosed()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        var words = new RandomDocuments(random);
        using var directory = IndexDirectory.Open(folder.Path);
        using (var writer = TestIndex.Writer(directory, new ImpactsCodec()))
        {
            for (var i = 0; i < 3_000; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"k{i}")));
            }
        }

        for (var round = 0; round < TestTier.Pick(3, 20, 100); round++)
        {
            var reader = DirectoryReader.Open(directory);
            var searcher = TestIndex.Searcher(reader);
            var plan = new RandomPlans(random, words).Next() with { Facets = [], Sort = [], Boost = null };
            var expected = engine.Search(searcher, plan, default).Hits.Select(h => h.Document).ToArray();
            var searches = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                for (var i = 0; i < 25; i++)
                {
                    try
                    {
                        Assert.Equal(expected, engine.Search(searcher, plan, default).Hits.Select(h => h.Document));
                    }
                    catch (ObjectDisposedException)
                    {
                        return;
                    }
                }
            })).ToArray();
            reader.Dispose();
            GC.Collect();
            await Task.WhenAll(searches);
        }
    }

    private void CheckCounts()
    {
        output.WriteLine($"{compared} plans, {served} by the engine itself; hits compared, swapped for rounding: {same.Counts}");
        Assert.True(served * 10 > compared * 9);
        Assert.True(same.Counts.Swapped * 500 <= same.Counts.Hits);
    }

    private void Compare(IndexSearcher searcher, SearchPlan plan, Random random)
    {
        var expected = stock.Search(searcher, plan, default);
        var actual = engine.Search(searcher, plan, default);
        same.Check(plan, expected, actual);
        compared++;
        served += ImpactRule.Serves(searcher, plan) ? 1 : 0;
        if (expected.Hits.Count > 0 && random.Next(4) == 0)
        {
            // Each goes on after its own position: the last bits of a score are each engine's own.
            var at = random.Next(expected.Hits.Count);
            if (Keys(expected, at).SetEquals(Keys(actual, at)) && expected.Hits[at].Position.Key == actual.Hits[at].Position.Key)
            {
                SearchAnswer After(ISearchEngine one, SearchAnswer first) => one.Search(searcher, plan with { After = first.Hits[at].Position }, default);
                same.Check(plan, After(stock, expected), After(engine, actual));
            }
        }
    }

    private static HashSet<string> Keys(SearchAnswer answer, int count) => [.. answer.Hits.Take(count).Select(h => h.Position.Key)];
}
