using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Explaining;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;
using BooleanClause = LeapSearch.LuceneExtensions.Search.BooleanClause;

namespace LeapSearch.LuceneExtensions.Tests.Search.Explaining;

/// <summary>What is explained is what the engines answer: tiers, scores, and that a document is not found.</summary>
public sealed class PlanExplainerTests(ITestOutputHelper output)
{
    private readonly ISearchEngine[] engines = [new StockEngine(), new ImpactEngine(message => Assert.Fail(message))];
    private int found;
    private int missed;

    [Fact]
    public void ExplanationsAddUpToTheScoresOfBothEngines()
    {
        var random = TestSeed.New(output);
        foreach (var (history, plans) in RandomRounds.Of(random, TestTier.Pick(4, 60, 300)))
        {
            var searcher = history.Next(random.Next(1, 300));
            for (var i = 0; i < 20; i++)
            {
                Check(searcher, plans.Next() with { Count = 1000 }, random);
            }
        }

        output.WriteLine($"{found} hits and {missed} documents that were not found are explained");
        Assert.True(found > 50 && missed > 50);
    }

    [Fact]
    public void ATermIsExplainedByItsStatistics()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory);
        writer.AddDocument(TestIndex.ToLucene(Document("a", ["leap", "leap", "year"])));
        writer.AddDocument(TestIndex.ToLucene(Document("b", ["year"])));
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var explained = Explain(reader, new TermClause("title", "leap", 2), 0);

        var term = explained.Ranked!.Root.Term!;
        Assert.Equal((2, 2, 3, 2d, 1, 2), (term.Weight, term.Frequency, term.Length, term.AverageLength, term.DocFreqs.Single(), term.DocCount));
        Assert.Equal(Math.Log(2), term.Idf, 6);
        Assert.Equal(2 * Math.Log(2) * 2.2 * 2 / (2 + (1.2 * (0.25 + (0.75 * 3 / 2)))), explained.Score, 6);
    }

    [Fact]
    public void WhatIsLackingIsTold()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory);
        writer.AddDocument(TestIndex.ToLucene(Document("a", ["leap", "year"])));
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var explained = Explain(
            reader,
            new BooleanClause([new TermClause("title", "leap"), new TermClause("title", "frog")], [new TermClause("title", "none")], [new PrefixClause("title", "ye")]),
            0);

        Assert.Null(explained.Ranked);
        Assert.Equal(0, explained.Score);
        Assert.Equal(
            [(ClauseRole.Required, true), (ClauseRole.Required, false), (ClauseRole.Optional, false), (ClauseRole.Excluded, true)],
            explained.Branches.Single().Root.Parts.Select(p => (p.Role, p.Score is not null)));
        Assert.Equal(["year"], explained.Branches.Single().Root.Parts[3].Held);
    }

    [Fact]
    public void WhatCannotBeExplainedIsRefused()
    {
        using var directory = new RAMDirectory();
        using var writer = TestIndex.Writer(directory, configure: c => c.MergePolicy = NoMergePolicy.COMPOUND_FILES);
        writer.AddDocument(TestIndex.ToLucene(Document("a", ["leap"])));
        writer.AddDocument(TestIndex.ToLucene(Document("b", ["leap"])));
        writer.Commit();
        writer.DeleteDocuments(TestIndex.KeyTerm("a"));
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        Assert.Contains("deleted", Assert.Throws<ArgumentException>(() => Explain(reader, new AllClause(), 0)).Message);
        Assert.Contains("no document 2", Assert.Throws<ArgumentException>(() => Explain(reader, new AllClause(), 2)).Message);
        var other = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        Assert.Throws<ArgumentException>(() => PlanExplainer.Explain(other, Plan(new AllClause()), 1, default));
    }

    private static PlanExplanation Explain(IndexReader reader, Clause root, int document)
        => PlanExplainer.Explain(TestIndex.Searcher(reader), Plan(root), document, default);

    private static SearchPlan Plan(Clause root) => new() { Branches = [new SearchBranch(0, root)], KeyField = ModelDocument.KeyField, Count = 10 };

    private static ModelDocument Document(string key, string[] title)
        => new(key, new Dictionary<string, string[]> { ["title"] = title }, null, null, [], null);

    private void Check(IndexSearcher searcher, SearchPlan plan, Random random)
    {
        foreach (var engine in engines)
        {
            var answer = engine.Search(searcher, plan, default);
            var hits = answer.Hits.ToDictionary(h => h.Document);
            foreach (var hit in answer.Hits.Where(_ => random.Next(answer.Hits.Count) < 4))
            {
                var explained = PlanExplainer.Explain(searcher, plan, hit.Document, default);
                string Of() => $"{engine.Name}, {hit}: {explained}, {PlanText.Of(plan)}";
                Assert.True(explained.Ranked?.Branch.Tier == hit.Position.Tier, Of());
                Assert.True(Math.Abs(explained.Score - hit.Position.Score) <= 1e-5 * Math.Max(1e-3, Math.Abs(hit.Position.Score)), Of());
                Assert.True(explained.Ranked!.Index == hit.Branch || NearlyTied(explained, hit.Branch), Of());
                Assert.All(explained.Branches, b => CheckSums(b.Root));
                found++;
            }

            for (var i = 0; i < 3 && searcher.IndexReader.MaxDoc > 0; i++)
            {
                var document = random.Next(searcher.IndexReader.MaxDoc);
                if (!hits.ContainsKey(document) && IsLive(searcher.IndexReader, document))
                {
                    var explained = PlanExplainer.Explain(searcher, plan, document, default);
                    Assert.True(explained.Ranked is null && (!explained.Passes || explained.Branches.All(b => !b.IsEvaluated || b.Root.Score is null)), $"{engine.Name} did not find {document}: {explained}");
                    missed++;
                }
            }
        }
    }

    /// <summary>Rounding may part what the engine has as equal; then either branch is right.</summary>
    private static bool NearlyTied(PlanExplanation explained, int branch)
        => Math.Abs(explained.Branches[branch].Root.Score!.Value - explained.Ranked!.Root.Score!.Value) <= 1e-5 * Math.Max(1, explained.Score);

    private static void CheckSums(ExplainedClause clause)
    {
        if (clause is { Clause: DisMaxClause or BooleanClause, Score: { } score })
        {
            Assert.Equal(score, clause.Parts.Sum(p => (p.Score ?? 0) * p.Share), 1e-9);
        }

        Assert.All(clause.Parts, CheckSums);
    }

    private static bool IsLive(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return leaf.AtomicReader.LiveDocs?.Get(document - leaf.DocBase) ?? true;
    }
}
