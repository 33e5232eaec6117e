using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Search.Stock;

/// <summary>The oracle of the other engines against a loop over documents.</summary>
public sealed class StockEngineTests(ITestOutputHelper output)
{
    private readonly StockEngine engine = new();

    [Fact]
    public void AnswersAsTheNaiveModel()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(4, 60, 300); round++)
        {
            var words = new RandomDocuments(random);
            using var index = new Index(random, words, random.Next(1, 250));
            var plans = new RandomPlans(random, words);
            for (var i = 0; i < 60; i++)
            {
                // A clause by itself first: what fails there is easier to read.
                CheckAgainstModel(index, new SearchPlan { Branches = [new SearchBranch(0, plans.Clause(0))], KeyField = ModelDocument.KeyField, Count = 1000 });
                CheckAgainstModel(index, plans.Next());
            }
        }
    }

    [Fact]
    public void PagesFollowEachOtherWithoutGapOrRepetition()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random);
        using var index = new Index(random, words, 200);
        var plans = new RandomPlans(random, words);
        for (var i = 0; i < TestTier.Pick(15, 400, 2000); i++)
        {
            var plan = plans.Next() with { Count = 1000 };
            var whole = engine.Search(index.Searcher, plan, default).Hits;
            var paged = new List<SearchHit>();
            var size = random.Next(1, 30);
            for (SortPosition? after = null; ; after = paged[^1].Position)
            {
                var page = engine.Search(index.Searcher, plan with { Count = size, After = after }, default);
                paged.AddRange(page.Hits);
                if (page.Hits.Count < size)
                {
                    break;
                }
            }

            Assert.Equal(whole.Select(h => h.Document), paged.Select(h => h.Document));
        }
    }

    [Fact]
    public void DeletedDocumentsAreNotFound()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random);
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory, configure: c => c.MergePolicy = NoMergePolicy.COMPOUND_FILES);
        writer.AddDocument(TestIndex.ToLucene(words.Next("a")));
        writer.AddDocument(TestIndex.ToLucene(words.Next("b")));
        writer.Commit();
        writer.DeleteDocuments(TestIndex.KeyTerm("a"));
        using var reader = writer.GetReader(applyAllDeletes: true);
        var plan = new SearchPlan { Branches = [new SearchBranch(0, new AllClause())], KeyField = ModelDocument.KeyField, Count = 10, Filter = new AllClause() };
        Assert.Equal("b", Assert.Single(engine.Search(TestIndex.Searcher(reader), plan, default).Hits).Position.Key);
    }

    [Fact]
    public void CancellationIsSeen()
    {
        var random = TestSeed.New(output);
        using var index = new Index(random, new RandomDocuments(random), 50);
        var plan = new SearchPlan { Branches = [new SearchBranch(0, new AllClause())], KeyField = ModelDocument.KeyField, Count = 10 };
        Assert.ThrowsAny<OperationCanceledException>(() => engine.Search(index.Searcher, plan, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void MalformedPlansAreRefused()
    {
        using var index = new Index(new Random(1), new RandomDocuments(new Random(1)), 1);
        var plan = new SearchPlan { Branches = [new SearchBranch(0, new AllClause())], KeyField = ModelDocument.KeyField, Count = 10 };
        foreach (var bad in new[]
        {
            plan with { Branches = [] },
            plan with { Count = -1 },
            plan with { Count = 100_001 },
            plan with { Branches = [new SearchBranch(1, new AllClause()), new SearchBranch(0, new AllClause())] },
            plan with { After = new SortPosition(0, 1, ["x"], "k") },
        })
        {
            Assert.Throws<ArgumentException>(() => engine.Search(index.Searcher, bad, default));
        }
    }

    private void CheckAgainstModel(Index index, SearchPlan plan)
    {
        var (ranked, total, tags) = index.Model.Search(plan);
        var answer = engine.Search(index.Searcher, plan, default);
        Assert.True(total == answer.Total, $"{answer.Total} matched, not {total}: {Describe(plan)}");
        Assert.Equal(Math.Min(plan.Count, total), answer.Hits.Count);
        var byKey = ranked.ToDictionary(h => h.Document.Key);
        for (var i = 0; i < answer.Hits.Count; i++)
        {
            var position = answer.Hits[i].Position;
            var expected = byKey[position.Key];
            Assert.True(
                expected.Tier == position.Tier && Near(expected.Score, position.Score),
                $"{position.Key} has {position.Tier}, {position.Score}, not {expected.Tier}, {expected.Score}: {Describe(plan)}");
            var due = ranked[i];
            Assert.True(
                due.Document.Key == position.Key || (plan.Sort.Count == 0 && due.Tier == expected.Tier && Near(due.Score, expected.Score)),
                $"place {i} has {position.Key} ({position.Score}), not {due.Document.Key} ({due.Score}): {Describe(plan)}");
            Assert.Equal(plan.Branches[answer.Hits[i].Branch].Tier, position.Tier);
            Assert.Equal(plan.Sort.Select(key => NaiveModel.Value(expected.Document, key)), position.SortValues);
        }

        if (plan.Facets.Count > 0)
        {
            Assert.Equal(
                tags.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(plan.FacetValues),
                Assert.Single(answer.Facets).Values);
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-5 * Math.Max(1, Math.Abs(a));

    private static string Describe(SearchPlan plan) => PlanText.Of(plan);

    private sealed class Index : IDisposable
    {
        private readonly RAMDirectory directory = new();
        private readonly DirectoryReader reader;

        public Index(Random random, RandomDocuments words, int count)
        {
            var documents = Enumerable.Range(0, count).Select(i => words.Next($"d{random.Next(100)}-{i}")).ToList();
            using (var writer = TestIndex.Writer(directory))
            {
                foreach (var document in documents)
                {
                    writer.AddDocument(TestIndex.ToLucene(document));
                    if (random.Next(40) == 0)
                    {
                        writer.Commit();
                    }
                }
            }

            reader = DirectoryReader.Open(directory);
            Searcher = TestIndex.Searcher(reader);
            Model = new NaiveModel(documents);
        }

        public IndexSearcher Searcher { get; }

        public NaiveModel Model { get; }

        public void Dispose()
        {
            reader.Dispose();
            directory.Dispose();
        }
    }
}
