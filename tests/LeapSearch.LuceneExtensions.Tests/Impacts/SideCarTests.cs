using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.Tests.Impacts;

/// <summary>The side-car says what Lucene's postings say, is one of the segment's files, and no damage to it goes unseen.</summary>
public sealed class SideCarTests(ITestOutputHelper output)
{
    [Fact]
    public void HoldsWhatLuceneHolds()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(6, 60, 300); round++)
        {
            using var folder = new TemporaryFolder();
            using var directory = random.Next(2) == 0 ? IndexDirectory.Open(folder.Path) : new RAMDirectory();
            Fill(directory, random, documents: random.Next(1, 400), compound: random.Next(2) == 0);
            Check(directory, mustBeWritten: true);
        }
    }

    [Fact]
    public void HoldsLargeSegmentsWithManyPairs()
    {
        var random = TestSeed.New(output);
        using var directory = new RAMDirectory();
        var words = new RandomDocuments(random, 400);
        using (var writer = TestIndex.Writer(directory, new ImpactsCodec(static _ => true), c => c.RAMBufferSizeMB = 256))
        {
            for (var i = 0; i < TestTier.Pick(9_000, 20_000, 60_000); i++)
            {
                // Lengths up to 400 words with few different ones: more pairs of frequency and norm than there are codes.
                var document = words.Next($"k{i}");
                if (i % 12 == 0)
                {
                    document = document with
                    {
                        Words = new Dictionary<string, string[]>(document.Words)
                        {
                            ["people"] = Enumerable.Range(0, random.Next(1, 400)).Select(_ => words.Vocabulary[random.Next(12)]).ToArray(),
                        },
                    };
                }

                writer.AddDocument(TestIndex.ToLucene(document));
            }

            writer.ForceMerge(1);
        }

        Check(directory, mustBeWritten: true);
    }

    [Fact]
    public void HoldsLongKeysAndKeysThatBeginAlike()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(3, 20, 100); round++)
        {
            using var directory = new RAMDirectory();
            var words = new RandomDocuments(random);
            var longest = random.Next(2) == 0 ? 20 : 30_000;
            using (var writer = TestIndex.Writer(directory, new ImpactsCodec(static _ => true)))
            {
                // Whole blocks too.
                var documents = random.Next(2) == 0 ? 64 * random.Next(1, 6) : random.Next(1, 400);
                for (var i = 0; i < documents; i++)
                {
                    // The same eight bytes, and more: the leads of many blocks are alike. Long ones: 64 of them are beyond 64 KiB.
                    var beginning = random.Next(4) == 0 ? "" : new string((char)('a' + random.Next(3)), random.Next(random.Next(10) == 0 ? longest : 20));
                    writer.AddDocument(TestIndex.ToLucene(words.Next($"{beginning}{random.Next(100)}:{i}")));
                }

                writer.ForceMerge(1);
            }

            Check(directory, mustBeWritten: true);
        }
    }

    [Fact]
    public void IsBuiltWhereTheSegmentHasNone()
    {
        var random = TestSeed.New(output);
        using var directory = new RAMDirectory();
        var words = new RandomDocuments(random);
        using (var writer = TestIndex.Writer(directory))
        {
            for (var i = 0; i < 100; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"k{i}")));
            }
        }

        Check(directory, mustBeWritten: false);
    }

    [Fact]
    public void EveryFlippedByteAndEveryTruncationIsSeen()
    {
        var random = TestSeed.New(output);
        using var directory = new RAMDirectory();
        Fill(directory, random, documents: 12, compound: false);
        var name = directory.ListAll().First(f => f.EndsWith(".imp", StringComparison.Ordinal));
        var whole = Bytes(directory, name);
        Assert.NotNull(ImpactsReader.Open(NativeBytes.Copy([whole])));
        for (var i = 0; i < whole.Length; i++)
        {
            var before = whole[i];
            whole[i] ^= (byte)(1 << random.Next(8));
            Assert.Throws<InvalidDataException>(() => ImpactsReader.Open(NativeBytes.Copy([whole])));
            Assert.Throws<InvalidDataException>(() => ImpactsReader.Open(NativeBytes.Copy([whole.AsMemory(0, i)])));
            whole[i] = before;
        }
    }

    [Fact]
    public void ADamagedOneIsBuiltAnewAndTold()
    {
        var random = TestSeed.New(output);
        using var directory = new RAMDirectory();
        Fill(directory, random, documents: 50, compound: false);
        foreach (var name in directory.ListAll().Where(f => f.EndsWith(".imp", StringComparison.Ordinal)))
        {
            var bytes = Bytes(directory, name);
            bytes[random.Next(bytes.Length)] ^= 1;
            directory.DeleteFile(name);
            using var file = directory.CreateOutput(name, IOContext.DEFAULT);
            file.WriteBytes(bytes, bytes.Length);
        }

        var told = new List<string>();
        using var reader = DirectoryReader.Open(directory);
        var segments = new ImpactsSegments(told.Add);
        foreach (var leaf in reader.Leaves)
        {
            Compare(leaf.AtomicReader, segments.Of(leaf.AtomicReader));
            Assert.Same(segments.Of(leaf.AtomicReader), segments.Of(leaf.AtomicReader));
        }

        Assert.Equal(reader.Leaves.Count, told.Count);
    }

    [Fact]
    public void AStrangersIsRefused()
    {
        var random = TestSeed.New(output);
        using var one = new RAMDirectory();
        using var other = new RAMDirectory();
        Fill(one, random, documents: 30, compound: false);
        Fill(other, random, documents: 31, compound: false);
        using var reader = DirectoryReader.Open(one);
        using var stranger = DirectoryReader.Open(other);
        foreach (var leaf in reader.Leaves)
        {
            Assert.Throws<InvalidDataException>(
                () => ImpactsSegments.Build(stranger.Leaves[0].AtomicReader).CheckBelongsTo(leaf.AtomicReader));
        }
    }

    private static byte[] Bytes(Directory directory, string name)
    {
        using var input = directory.OpenInput(name, IOContext.DEFAULT);
        var whole = new byte[input.Length];
        input.ReadBytes(whole, 0, whole.Length);
        return whole;
    }

    private static void Fill(Directory directory, Random random, int documents, bool compound)
    {
        var words = new RandomDocuments(random);
        using var writer = TestIndex.Writer(directory, new ImpactsCodec(static _ => true), c =>
        {
            c.UseCompoundFile = compound;
            c.MergePolicy = random.Next(2) == 0 ? NoMergePolicy.COMPOUND_FILES : new TieredMergePolicy { NoCFSRatio = compound ? 1 : 0 };
        });
        for (var i = 0; i < documents; i++)
        {
            writer.AddDocument(TestIndex.ToLucene(words.Next($"k{i}")));
            switch (random.Next(60))
            {
                case 0:
                    writer.Commit();
                    break;
                case 1:
                    writer.DeleteDocuments(TestIndex.KeyTerm($"k{random.Next(i + 1)}"));
                    break;
                case 2:
                    using (writer.GetReader(applyAllDeletes: true))
                    {
                    }

                    break;
            }
        }
    }

    private static void Check(Directory directory, bool mustBeWritten)
    {
        Assert.True(new CheckIndex(directory).DoCheckIndex().Clean);
        using var reader = DirectoryReader.Open(directory);
        var segments = new ImpactsSegments(message => Assert.Fail(message));
        foreach (var leaf in reader.Leaves)
        {
            // A segment none of whose documents has a field with norms is the one that Lucene writes no norms for.
            var hasNorms = leaf.AtomicReader.FieldInfos.HasNorms;
            var files = ((SegmentReader)leaf.AtomicReader).SegmentInfo.GetFiles();
            Assert.Equal(
                mustBeWritten && hasNorms,
                files.Any(f => f.EndsWith(".imp", StringComparison.Ordinal) || (f.EndsWith(".cfs", StringComparison.Ordinal) && mustBeWritten && InCompound(directory, f))));
            Compare(leaf.AtomicReader, segments.Of(leaf.AtomicReader));
        }
    }

    private static bool InCompound(Directory directory, string name)
    {
        using var files = new CompoundFileDirectory(directory, name, IOContext.READ, openForWrite: false);
        return files.ListAll().Any(f => f.EndsWith(".imp", StringComparison.Ordinal));
    }

    private static void Compare(AtomicReader segment, ImpactsReader reader)
    {
        Assert.Equal(segment.Fields.Order(), reader.Fields.Select(f => f.Name).Order());
        foreach (var name in segment.Fields)
        {
            var field = reader.Field(name)!;
            var terms = segment.GetTerms(name).GetEnumerator();
            var number = 0;
            for (; terms.MoveNext(); number++)
            {
                var term = terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length).ToArray();
                Assert.Equal(term, field.Term(number).ToArray());
                Assert.Equal(number, field.Find(term));
                Assert.Equal(-1, field.Find([.. term, 1]));
                Assert.Equal(number, field.LowerBound(term));
                Assert.Equal(number + 1, field.LowerBound([.. term, 0]));
                Assert.Equal(terms.DocFreq, field.DocFreq(number));
                ComparePostings(segment, name, terms, field, number);
            }

            Assert.Equal(number, field.Terms);
        }
    }

    private static void ComparePostings(AtomicReader segment, string name, TermsEnum terms, ImpactsField field, int number)
    {
        var view = field.Postings(number);
        var norms = segment.GetNormValues(name);
        var docs = terms.Docs(null, null, field.HasPositions ? DocsFlags.FREQS : DocsFlags.NONE);
        var positions = field.HasPositions ? terms.DocsAndPositions(null, null) : null;
        Assert.Equal(terms.DocFreq, view.Count);
        for (var window = 0; window < PostingsLayout.Windows(segment.MaxDoc); window++)
        {
            var windowBase = window << PostingsLayout.WindowBits;
            var end = view.WindowOf(window, out var start);
            for (var i = start; i < end; i++)
            {
                var doc = docs.NextDoc();
                Assert.Equal(doc, view.Doc(i, windowBase));
                Assert.Equal(i, view.Find(doc, start, end, windowBase));
                var frequency = field.HasPositions ? docs.Freq : 1;
                Assert.Equal(frequency, view.Frequency(i, field.Pairs));
                var pair = view.Code(i) == PostingsLayout.Escape ? view.Escape(i) : new Pair(field.Pairs[view.Code(i)] >> 8, (byte)field.Pairs[view.Code(i)]);
                Assert.Equal(new Pair(frequency, norms is null ? (byte)0 : (byte)norms.Get(doc)), pair);
                Assert.True(!view.IsWindowed || IsBounded(view.WindowFront(window), pair), "a posting outdoes its window's front");
                if (positions is not null)
                {
                    Assert.Equal(doc, positions.NextDoc());
                    var found = new int[frequency];
                    view.ReadPositions(view.FirstPosition(i, field.Pairs), found);
                    Assert.Equal(Enumerable.Range(0, frequency).Select(_ => positions.NextPosition()), found);
                }
            }
        }

        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, docs.NextDoc());
    }

    private static bool IsBounded(ReadOnlySpan<ushort> front, Pair pair)
    {
        foreach (var of in front)
        {
            if (Math.Min(pair.Frequency, 255) <= of >> 8 && (byte)of <= pair.Norm)
            {
                return true;
            }
        }

        return false;
    }
}
