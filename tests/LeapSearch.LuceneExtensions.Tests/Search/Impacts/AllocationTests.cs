using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;
using BooleanClause = LeapSearch.LuceneExtensions.Search.BooleanClause;

namespace LeapSearch.LuceneExtensions.Tests.Search.Impacts;

/// <summary>What a search works in is used again: the answer is what it allocates.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    /// <summary>Ten hits are 344 bytes of these.</summary>
    private const long MostBytes = 1_000;

    [Fact]
    public void ASearchAllocatesLittleMoreThanItsHits()
    {
        using var directory = new RAMDirectory();
        var words = Write(directory);
        using var reader = DirectoryReader.Open(directory);
        var searcher = TestIndex.Searcher(reader);
        var engine = new ImpactEngine(message => Assert.Fail(message));
        var (one, other) = (words.Vocabulary[0], words.Vocabulary[1]);
        Clause[] clauses =
        [
            new TermClause("title", one),
            new PrefixClause("title", one[..1]),
            new FuzzyClause("title", one, 1),
            new FuzzyClause("title", one, 2),
            new PhraseClause("title", [one, other]),
            new BooleanClause([new TermClause("title", one)], [new TermClause("title", other)], []),
            new BooleanClause([], [new TermClause("title", one), new DisMaxClause([new TermClause("title", other), new TermClause("people", other)], 0.1f)], []),
        ];
        foreach (var clause in clauses)
        {
            var plan = new SearchPlan { Branches = [new SearchBranch(0, clause)], KeyField = ModelDocument.KeyField, Count = 10, CountUpTo = 1_000 };
            var hits = engine.Search(searcher, plan, default).Hits.Count;
            engine.Search(searcher, plan, default);
            var before = GC.GetAllocatedBytesForCurrentThread();
            engine.Search(searcher, plan, default);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            output.WriteLine($"{allocated} bytes for {hits} hits of {clause}");
            Assert.True(allocated <= MostBytes, $"{allocated} bytes for {hits} hits of {clause}");
        }
    }

    [Fact]
    public void AfterWarmingTheFirstSearchGathersNothing()
    {
        using var directory = new RAMDirectory();
        var words = Write(directory);
        var plan = new SearchPlan
        {
            Branches = [new SearchBranch(0, new TermClause("title", words.Vocabulary[0]))],
            KeyField = ModelDocument.KeyField, Boost = new DocumentBoost(ModelDocument.PopularityField, 1), Count = 10, CountUpTo = 1_000,
        };
        var engine = new ImpactEngine(message => Assert.Fail(message));
        var cold = FirstSearch(warm: false);
        var warm = FirstSearch(warm: true);
        output.WriteLine($"{cold} and {warm} bytes");
        Assert.InRange(warm, 0, cold / 8);

        // Of a reader of its own; what a search works in has been made.
        long FirstSearch(bool warm)
        {
            using (var other = DirectoryReader.Open(directory))
            {
                engine.Search(TestIndex.Searcher(other), plan, default);
            }

            using var reader = DirectoryReader.Open(directory);
            var searcher = TestIndex.Searcher(reader);
            if (warm)
            {
                engine.Warm(searcher, plan.KeyField, plan.Boost);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            engine.Search(searcher, plan, default);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private RandomDocuments Write(RAMDirectory directory)
    {
        var words = new RandomDocuments(TestSeed.New(output), 300);
        using var writer = TestIndex.Writer(directory, new ImpactsCodec(static _ => true));
        for (var i = 0; i < 6_000; i++)
        {
            writer.AddDocument(TestIndex.ToLucene(words.Next($"k{i}")));
        }

        return words;
    }
}
