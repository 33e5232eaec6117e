using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;
using BooleanClause = LeapSearch.LuceneExtensions.Search.BooleanClause;

namespace LeapSearch.LuceneExtensions.Tests.Search.Impacts;

/// <summary>Where a field has more pairs of frequency and length than codes: common words in texts of many lengths.</summary>
public sealed class ManyPairsTests : IDisposable
{
    private const string Text = "people";
    private readonly RAMDirectory directory = new();
    private readonly Random random;
    private readonly string[] common;

    public ManyPairsTests(ITestOutputHelper output)
    {
        random = TestSeed.New(output);
        var words = new RandomDocuments(random, 400);
        common = [.. words.Vocabulary.Take(6)];
        using var writer = TestIndex.Writer(directory, new ImpactsCodec(), c => c.RAMBufferSizeMB = 256);
        for (var i = 0; i < 9_000; i++)
        {
            // A half, a quarter, an eighth … of each text is the common words, as far as chance lets it.
            var text = Enumerable.Range(0, random.Next(1, 400)).Select(_ => Common() ?? words.Vocabulary[random.Next(words.Vocabulary.Length)]);
            var texts = new Dictionary<string, string[]> { [Text] = [.. text] };
            writer.AddDocument(TestIndex.ToLucene(new ModelDocument($"k{random.Next(1_000_000)}-{i}", texts, null, null, [], null)));
        }

        writer.ForceMerge(1);
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public void PostingsWithoutACodeAreFoundInTheirList()
    {
        using var reader = DirectoryReader.Open(directory);
        var sideCar = ImpactsSegments.Build((AtomicReader)reader.Leaves[0].Reader);
        var field = sideCar.Field(Text)!;
        var factors = Enumerable.Range(0, 256).Select(_ => 0.3f + random.NextSingle()).ToArray();
        var escapes = 0;
        for (var number = 0; number < field.Terms; number++)
        {
            var view = field.Postings(number);
            for (var window = 0; window < PostingsLayout.Windows(sideCar.MaxDoc); window++)
            {
                var (end, least) = (view.WindowOf(window, out var start), random.NextSingle());
                var (bits, places) = (new ulong[64], new ushort[4096]);
                var looked = EscapeKernels.MarkFrom(in view, start, end, 1, factors, least, bits, places);
                for (var i = start; i < end; i++)
                {
                    var isEscape = view.Code(i) == PostingsLayout.Escape;
                    looked -= isEscape ? 1 : 0;
                    escapes += isEscape ? 1 : 0;
                    var pair = isEscape ? view.Escape(i) : default;
                    var isMarked = isEscape && pair.Frequency / (pair.Frequency + factors[pair.Norm]) >= least;
                    var place = view.Doc(i, window << 12) & 4095;
                    Assert.Equal(isMarked, (bits[place >> 6] >> place & 1) != 0);
                    Assert.True(!isMarked || places[place] == i - start);
                }

                Assert.Equal(0, looked);
            }
        }

        Assert.True(escapes > 1_000, $"{escapes}");
        var any = default(PostingsView);
        Assert.Throws<ArgumentException>(() => EscapeKernels.MarkFrom(in any, 0, 1, 1, factors, 0, new ulong[64], new ushort[4096]));
        Assert.Throws<ArgumentException>(() => EscapeKernels.MarkFrom(in any, -1, 0, 1, factors, 0, new ulong[64], new ushort[4096]));
        Assert.Throws<ArgumentException>(() => EscapeKernels.MarkFrom(in any, 0, 0, 1, new float[255], 0, new ulong[64], new ushort[4096]));
        Assert.Throws<ArgumentException>(() => EscapeKernels.MarkFrom(in any, 0, 0, 1, factors, 0, new ulong[63], new ushort[4096]));
        Assert.Throws<ArgumentException>(() => EscapeKernels.MarkFrom(in any, 0, 0, 1, factors, 0, new ulong[64], new ushort[4095]));
        GC.KeepAlive(sideCar);
    }

    [Fact]
    public void TheyRankAsStockRanksThem()
    {
        using var reader = DirectoryReader.Open(directory);
        var searcher = TestIndex.Searcher(reader);
        var (stock, engine, same) = (new StockEngine(), new ImpactEngine(message => Assert.Fail(message)), new SameAnswers());
        for (var round = 0; round < TestTier.Pick(60, 300, 3_000); round++)
        {
            Clause[] terms = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new TermClause(Text, common[random.Next(common.Length)]))];
            var plan = new SearchPlan
            {
                Branches = [new SearchBranch(0, terms.Length == 1 ? terms[0] : random.Next(2) == 0 ? new BooleanClause(terms, [], []) : new BooleanClause([], terms, []))],
                KeyField = ModelDocument.KeyField,
                Count = random.Next(1, 30),
                CountUpTo = random.Next(2) == 0 ? 0 : int.MaxValue,
            };
            same.Check(plan, stock.Search(searcher, plan, default), engine.Search(searcher, plan, default));
        }
    }

    private string? Common()
    {
        for (var i = 0; i < common.Length; i++)
        {
            if (random.Next(2) == 0)
            {
                return common[i];
            }
        }

        return null;
    }
}
