using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Search;

/// <summary>Orders and counts over the whole matching set: both engines as a loop over documents has them, without a stored field read.</summary>
public sealed class SortsAndFacetsTests(ITestOutputHelper output)
{
    private static readonly SortKey[][] Sorts =
    [
        [new(ModelDocument.YearField, SortKeyKind.Long, true)],
        [new(ModelDocument.YearField, SortKeyKind.Long, false), new(ModelDocument.TitleField, SortKeyKind.Text, true)],
        [new(ModelDocument.TitleField, SortKeyKind.Text, false), new(ModelDocument.YearField, SortKeyKind.Long, true)],
        [new("nowhere", SortKeyKind.Long, false), new(ModelDocument.TitleField, SortKeyKind.Text, true)],
        [],
    ];

    [Fact]
    public void BothEnginesOrderAndCountAsTheNaiveModel()
    {
        var random = TestSeed.New(output);
        ISearchEngine[] engines = [new StockEngine(), new ImpactEngine(message => Assert.Fail(message))];
        for (var round = 0; round < TestTier.Pick(4, 40, 200); round++)
        {
            var words = new RandomDocuments(random);
            using var directory = new RAMDirectory();
            using var writer = TestIndex.Writer(directory, new ImpactsCodec(), c => c.MergePolicy = NoMergePolicy.NO_COMPOUND_FILES);
            var documents = Enumerable.Range(0, random.Next(1, 250)).Select(i => words.Next($"k{i}")).ToList();
            foreach (var document in documents)
            {
                writer.AddDocument(TestIndex.ToLucene(document));
                if (random.Next(60) == 0)
                {
                    writer.Commit();
                }
            }

            using var reader = new NothingStored(DirectoryReader.Open(writer, applyAllDeletes: true));
            Assert.Throws<InvalidOperationException>(() => reader.Document(0));
            var plans = new RandomPlans(random, words);
            for (var i = 0; i < 25; i++)
            {
                var plan = plans.Next() with { Sort = Sorts[random.Next(Sorts.Length)], Facets = [ModelDocument.TagField, "nowhere"], FacetValues = random.Next(1, 10), Count = random.Next(40) };
                var model = new NaiveModel(documents).Search(plan);
                foreach (var engine in engines)
                {
                    Check(plan, model, engine.Search(TestIndex.Searcher(reader), plan, default), engine.Name);
                }
            }
        }
    }

    private static void Check(
        SearchPlan plan,
        (List<(ModelDocument Document, int Tier, double Score, int Branch)> Ranked, long Total, Dictionary<string, long> Tags) model,
        SearchAnswer answer,
        string engine)
    {
        string Of() => $"{engine}: {PlanText.Of(plan)}";
        Assert.True(answer.TotalIsExact && answer.Total == model.Total, $"{answer.Total} matched, not {model.Total}, by {Of()}");
        Assert.Equal([ModelDocument.TagField, "nowhere"], answer.Facets.Select(f => f.Field));
        Assert.Equal(
            model.Tags.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(plan.FacetValues),
            answer.Facets[0].Values);
        Assert.Empty(answer.Facets[1].Values);
        Assert.Equal(Math.Min(plan.Count, model.Total), answer.Hits.Count);
        if (plan.Sort.Count > 0)
        {
            Assert.True(model.Ranked.Take(plan.Count).Select(h => h.Document.Key).SequenceEqual(answer.Hits.Select(h => h.Position.Key)), Of());
        }
    }

    /// <summary>A reader that has no stored fields to give.</summary>
    private sealed class NothingStored(DirectoryReader reader) : FilterDirectoryReader(reader, new Wrapper())
    {
        protected override DirectoryReader DoWrapDirectoryReader(DirectoryReader reader) => new NothingStored(reader);

        private sealed class Wrapper : SubReaderWrapper
        {
            public override AtomicReader Wrap(AtomicReader reader) => new Segment(reader);
        }

        private sealed class Segment(AtomicReader reader) : FilterAtomicReader(reader)
        {
            public override void Document(int docID, StoredFieldVisitor visitor) => throw new InvalidOperationException("A stored field is read.");
        }
    }
}
