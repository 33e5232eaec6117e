using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Explaining;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Search.Explaining;

/// <summary>What a search tells of itself is so, and changes nothing.</summary>
public sealed class SearchTraceTests(ITestOutputHelper output)
{
    private readonly ImpactEngine engine = new(message => Assert.Fail(message));

    [Fact]
    public void TracesChangeNoAnswerAndTheirBoundsHold()
    {
        var random = TestSeed.New(output);
        foreach (var (history, plans) in RandomRounds.Of(random, TestTier.Pick(5, 50, 200)))
        {
            var searcher = history.Next(random.Next(1, 300));
            for (var i = 0; i < 20; i++)
            {
                var plan = plans.Next();
                var trace = new SearchTrace();
                var (expected, actual) = (engine.Search(searcher, plan, default), engine.Search(searcher, plan with { Trace = trace }, default));
                Assert.Equal(Text(expected), Text(actual));
                var told = Assert.Single(trace.Plans);
                CheckCounts(told, actual);
                foreach (var hit in actual.Hits.Take(3))
                {
                    var explained = PlanExplainer.Explain(searcher, plan, hit.Document, default);
                    Assert.All(explained.Branches.Where(b => b.IsEvaluated && b.Branch.Tier <= hit.Position.Tier), b => CheckBounds(told, b.Root, plan));
                }
            }
        }
    }

    [Fact]
    public void WindowsThatCannotChangeTheAnswerAreSkipped()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory, new ImpactsCodec());
        for (var i = 0; i < 20_000; i++)
        {
            // The first window alone has short titles.
            string[] title = i < 20 ? ["leap"] : ["leap", "of", "faith"];
            writer.AddDocument(TestIndex.ToLucene(new ModelDocument($"k{i:D5}", new Dictionary<string, string[]> { ["title"] = title }, null, null, [], null)));
        }

        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var plan = new SearchPlan { Branches = [new SearchBranch(0, new TermClause("title", "leap"))], KeyField = ModelDocument.KeyField, Count = 10, CountUpTo = 0 };
        var some = Trace(reader, plan);
        Assert.Equal((5, 1), (some.Windows, some.Visited));
        Assert.InRange(some.Scored, 10, 4_096);
        Assert.InRange(some.Postings, 20, 3 * 4_096);

        // The dictionary says how many hold one word; of two, every window must be counted.
        var counted = Trace(reader, plan with { CountUpTo = int.MaxValue });
        Assert.Equal((5, 1, 4), (counted.Windows, counted.Visited, counted.Skipped));
        var two = new BooleanClause([], [new TermClause("title", "leap"), new TermClause("title", "faith")], []);
        var all = Trace(reader, plan with { Branches = [new SearchBranch(0, two)], CountUpTo = int.MaxValue });
        Assert.Equal((5, 5, 0), (all.Windows, all.Visited, all.Skipped));
        Assert.InRange(all.Postings, 40_000, 120_000);
    }

    /// <summary>What better tiers leave no room for is counted once, by the widest of its tiers.</summary>
    [Fact]
    public void TiersThatAreOnlyCountedAreCountedTogether()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory, new ImpactsCodec());
        for (var i = 0; i < 100; i++)
        {
            var words = new Dictionary<string, string[]> { ["title"] = i < 10 ? ["leap"] : i < 40 ? ["leap", "faith"] : ["faith"], ["plot"] = ["year", "leap"] };
            writer.AddDocument(TestIndex.ToLucene(new ModelDocument($"k{i:D5}", words, null, null, [], null)));
        }

        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var (leap, faith) = (new TermClause("title", "leap"), new TermClause("title", "faith"));
        var trace = new SearchTrace();
        var plan = new SearchPlan
        {
            Branches =
            [
                new SearchBranch(0, leap), new SearchBranch(1, new BooleanClause([leap, faith], [], [])), new SearchBranch(2, faith),
                new SearchBranch(3, new FuzzyClause("title", "fait", 1), 50), new SearchBranch(4, new TermClause("plot", "year")),
            ],
            KeyField = ModelDocument.KeyField,
            Count = 10,
            Trace = trace,
        };
        var answer = engine.Search(TestIndex.Searcher(reader), plan, default);
        Assert.Equal(100, answer.Total);
        Assert.All(answer.Hits, h => Assert.Equal(0, h.Position.Tier));

        // Forty are known before the third tier: whether slips are wanted is told only after it.
        Assert.Equal([(0, null), (1, null), (2, 1), (4, null)], Assert.Single(trace.Plans).Tiers.Select(t => (t.Tier, t.CountedWith)));
        Assert.Equal(0, trace.Plans[0].Tiers.Skip(1).Sum(t => t.Scored));
    }

    [Fact]
    public void StockQueriesTellTheirNameAlone()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory);
        writer.AddDocument(TestIndex.ToLucene(new ModelDocument("a", new Dictionary<string, string[]> { ["title"] = ["leap"] }, null, null, [], null)));
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var trace = new SearchTrace();
        var plan = new SearchPlan { Branches = [new SearchBranch(0, new AllClause())], KeyField = ModelDocument.KeyField, Count = 1, Trace = trace };
        new StockEngine().Search(TestIndex.Searcher(reader), plan, default);
        var told = Assert.Single(trace.Plans);
        Assert.Equal("stock", told.Engine);
        Assert.Empty(told.Tiers);
        Assert.Empty(told.Bounds);
    }

    [Fact]
    public void ExpansionsAreCountedByTheDictionary()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory, configure: c => c.MergePolicy = NoMergePolicy.COMPOUND_FILES);
        foreach (var word in new[] { "leap", "leaps", "lead", "leap" })
        {
            writer.AddDocument(TestIndex.ToLucene(new ModelDocument(word, new Dictionary<string, string[]> { ["title"] = [word] }, null, null, [], null)));
            writer.Commit();
        }

        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var outliner = new PlanOutliner(reader, default);
        var outline = outliner.Outline(new DisMaxClause(
        [
            new TermClause("title", "leap"), new PrefixClause("title", "lea"), new FuzzyClause("title", "leap", 1, MaxExpansions: 2), new PrefixClause("nowhere", "lea"),
            new PhraseClause("title", ["leap", "year"]),
        ]));
        Assert.Equal(
            [(null, null, 2L), (3, null, null), (2, 2, null), (0, null, null), (1, 2, 0L)],
            outline.Parts.Select(p => (p.Terms, p.Limit, p.Documents)).ToArray<(int?, int?, long?)>());
    }

    private TierTrace Trace(IndexReader reader, SearchPlan plan)
    {
        var trace = new SearchTrace();
        engine.Search(TestIndex.Searcher(reader), plan with { Trace = trace }, default);
        return Assert.Single(Assert.Single(trace.Plans).Tiers);
    }

    private static void CheckCounts(PlanTrace told, SearchAnswer answer)
    {
        Assert.All(told.Tiers, t => Assert.True(t.Visited >= 0 && t.Skipped >= 0 && t.Postings >= 0 && t.Scored >= 0, $"{t}"));
        Assert.Equal(told.Tiers.Select(t => t.Tier).Order().Distinct(), told.Tiers.Select(t => t.Tier));
        if (told.Engine == "impacts" && told.Plan.Sort.Count == 0)
        {
            Assert.All(answer.Hits, h => Assert.Contains(told.Tiers, t => t.Tier == h.Position.Tier && t.Visited > 0));
            Assert.True(told.Tiers.Sum(t => t.Scored) >= answer.Hits.Count);
        }
    }

    /// <summary>No clause scores more for any document than the bound that the engine skips by.</summary>
    private static void CheckBounds(PlanTrace told, ExplainedClause clause, SearchPlan plan)
    {
        if (clause.Score is { } score && told.Bounds.TryGetValue(clause.Clause, out var bound))
        {
            Assert.True(score <= (bound * 1.00001) + 1e-6, $"{clause} scores {score} above its bound {bound} in {PlanText.Of(plan)}");
        }

        Assert.All(clause.Parts, p => CheckBounds(told, p, plan));
    }

    private static string Text(SearchAnswer answer)
        => $"{answer.Total} {answer.TotalIsExact}: " + string.Join(", ", answer.Hits.Select(h => $"{h.Position.Key} {h.Position.Tier} {h.Position.Score:R} {h.Branch}"));
}
