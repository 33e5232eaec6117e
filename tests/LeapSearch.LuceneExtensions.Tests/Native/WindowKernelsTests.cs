using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Native;

public sealed class WindowKernelsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheLoopsDoWhatTheirSlowFormsDo()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random, 80);
        using var directory = new RAMDirectory();
        using (var writer = TestIndex.Writer(directory, configure: c => c.RAMBufferSizeMB = 256))
        {
            for (var i = 0; i < 5_000; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"k{i}")));
            }

            writer.ForceMerge(1);
        }

        using var reader = DirectoryReader.Open(directory);
        var sideCar = ImpactsSegments.Build((AtomicReader)reader.Leaves[0].Reader);
        var table = Enumerable.Range(0, 256).Select(_ => random.NextSingle()).ToArray();
        foreach (var field in sideCar.Fields)
        {
            for (var number = 0; number < Math.Min(field.Terms, TestTier.Pick(25, 100, 100)); number++)
            {
                for (var window = 0; window < PostingsLayout.Windows(sideCar.MaxDoc); window++)
                {
                    var view = field.Postings(number);
                    var end = view.WindowOf(window, out var start);
                    CheckWindow(in view, start, random.Next(3) == 0 ? random.Next(start, end + 1) : end, window, table, random.NextSingle());
                }
            }
        }

        GC.KeepAlive(sideCar);
    }

    [Fact]
    public void NothingIsWrittenBeyondAWindow()
    {
        var view = default(PostingsView);
        Assert.Throws<ArgumentException>(() => WindowKernels.Mark(in view, 0, 1, new ulong[64]));
        Assert.Throws<ArgumentException>(() => WindowKernels.Mark(in view, -1, 0, new ulong[64]));
        Assert.Throws<ArgumentException>(() => WindowKernels.Mark(in view, 0, 0, new ulong[63]));
        Assert.Throws<ArgumentException>(() => WindowKernels.MarkFrom(in view, 0, 0, new float[255], 0, new ulong[64], new ushort[4096], true));
        Assert.ThrowsAny<ArgumentException>(() => WindowKernels.MarkFrom(in view, 0, 0, new float[256], 0, new ulong[64], new ushort[4095], true));
        Assert.Throws<ArgumentException>(() => WindowKernels.Add(in view, 0, 0, new float[256], new float[4095]));
        Assert.Throws<ArgumentException>(() => WindowKernels.Add(in view, 0, 1, new float[256], new float[4096]));
        Assert.Throws<ArgumentException>(() => WindowKernels.Reach(new float[4095], 0, new ulong[64]));
        Assert.Throws<ArgumentException>(() => WindowKernels.Reach(new byte[4097], 0, new ulong[64]));
        Assert.Throws<ArgumentException>(() => WindowKernels.FillTable(1, new float[256], new float[255], 3, new float[256]));
        Assert.Throws<ArgumentException>(() => PhraseKernels.CountPairs(in view, 0, in view, 0, 1, new ushort[256]));
    }

    [Fact]
    public void LevelsThatReachAreMarked()
    {
        var random = TestSeed.New(output);
        var levels = new byte[4096];
        random.NextBytes(levels);
        foreach (var least in new byte[] { 0, 1, 127, 128, 200, 255 })
        {
            var bits = new ulong[64];
            WindowKernels.Reach(levels, least, bits);
            Assert.All(Enumerable.Range(0, 4096), x => Assert.Equal(levels[x] >= least, (bits[x >> 6] >> x & 1) != 0));
        }
    }

    private static void CheckWindow(in PostingsView view, int start, int end, int window, float[] table, float least)
    {
        var (marked, from, reached) = (new ulong[64], new ulong[64], new ulong[64]);
        var (sums, expected, places) = (new float[4096], new float[4096], new ushort[4096]);
        WindowKernels.Mark(in view, start, end, marked);
        WindowKernels.MarkFrom(in view, start, end, table, least, from, places, true);
        WindowKernels.Add(in view, start, end, table, sums);
        Assert.Equal(Enumerable.Range(0, 4096).Count(x => sums[x] >= least), WindowKernels.Reach(sums, least, reached));
        var present = new bool[4096];
        for (var i = start; i < end; i++)
        {
            var x = view.Doc(i, window << 12) & 4095;
            present[x] = true;
            expected[x] += table[view.Code(i)];
        }

        Assert.Equal(expected, sums);
        Assert.Equal(expected.Max(), WindowKernels.Highest(sums));
        for (var x = 0; x < 4096; x++)
        {
            Assert.Equal(present[x], (marked[x >> 6] >> x & 1) != 0);
            Assert.Equal(present[x] && expected[x] >= least, (from[x >> 6] >> x & 1) != 0);
            Assert.Equal(expected[x] >= least, (reached[x >> 6] >> x & 1) != 0);

            // Where all of a term's postings are alike, nothing is noted.
            if ((from[x >> 6] >> x & 1) != 0 && Array.Exists(places, p => p != 0))
            {
                Assert.Equal(x, view.Doc(start + places[x], window << 12) & 4095);
            }
        }
    }
}
