using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.SideCars;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Directories;

/// <summary>Damage to an index's files is found: all that Lucene.Net finds, and what it leaves out.</summary>
public sealed class CheckIntegrityTests(ITestOutputHelper output)
{
    private const string BytesField = "bytes";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DamageThatLuceneFindsIsFound(bool compound)
    {
        var random = TestSeed.New(output);
        var (both, oursAlone) = (0, 0);
        for (var round = 0; round < TestTier.Pick(2, 4, 20); round++)
        {
            using var folder = new TemporaryFolder();
            Write(folder.Path, random, compound);
            Assert.Null(Ours(folder.Path));
            for (var i = 0; i < TestTier.Pick(60, 200, 1_000); i++)
            {
                var files = new DirectoryInfo(folder.Path).GetFiles().Where(f => f.Length > 0 && f.Name != IndexFileNames.SEGMENTS_GEN).ToArray();
                var file = files[random.Next(files.Length)].FullName;
                var before = File.ReadAllBytes(file);
                File.WriteAllBytes(file, Damage(before, random));
                var (lucene, ours) = (Lucenes(folder.Path), Ours(folder.Path));
                Assert.True(lucene is null || ours is not null, $"{file}: {lucene}");
                both += lucene is null ? 0 : 1;
                oursAlone += lucene is null && ours is not null ? 1 : 0;

                // What no sum covers is the few bytes at the beginning of a compound file, which Lucene.Net looks at when it opens it.
                Assert.True(ours is not null || compound, file);
                File.WriteAllBytes(file, before);
            }
        }

        Assert.True(both > 0 && oursAlone > 0, $"{both} found by both, {oursAlone} by ours alone");
    }

    [Fact]
    public void EveryFileOfLucenesCodecIsSummedUp()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        Write(folder.Path, random, compound: false);
        foreach (var file in System.IO.Directory.GetFiles(folder.Path, "_*"))
        {
            var bytes = File.ReadAllBytes(file);
            var at = random.Next(bytes.Length);
            bytes[at] ^= 1;
            File.WriteAllBytes(file, bytes);
            var found = Ours(folder.Path);
            Assert.True(found is not null, $"{file}, byte {at}");
            bytes[at] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        Assert.Null(Ours(folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FilesOfOtherCodecsAreLeftToLucene(bool damaged)
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        Write(folder.Path, random, compound: false);

        // Another codec's file, as far as names tell.
        using var directory = IndexDirectory.Open(folder.Path);
        using var reader = DirectoryReader.Open(directory);
        var segment = (SegmentReader)reader.Leaves[0].AtomicReader;
        var name = IndexFileNames.SegmentFileName(segment.SegmentName, "", "other");
        File.WriteAllBytes(folder.File(name), [1, 2, 3]);
        segment.SegmentInfo.Info.AddFile(name);
        if (damaged)
        {
            var file = System.IO.Directory.GetFiles(folder.Path, segment.SegmentName + "_*.doc").Single();
            var bytes = File.ReadAllBytes(file);
            bytes[^20] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        var found = Record.Exception(() => IndexDirectory.CheckIntegrity(reader, null, default));
        Assert.True(damaged ? found is CorruptIndexException : found is null, $"{found}");
    }

    [Fact]
    public void FilesThatAMergeDeletedUnderTheReaderAreStillWhole()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        Write(folder.Path, random, compound: false);
        using var directory = IndexDirectory.Open(folder.Path);
        using var reader = DirectoryReader.Open(directory);
        using (var writer = TestIndex.Writer(directory, new ImpactsCodec()))
        {
            writer.ForceMerge(1);
        }

        Assert.Empty(System.IO.Directory.GetFiles(folder.Path, ((SegmentReader)reader.Leaves[0].AtomicReader).SegmentName + "*"));
        IndexDirectory.CheckIntegrity(reader, null, default);
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        if (random.Next(4) == 0)
        {
            return whole[..random.Next(whole.Length)];
        }

        var bytes = (byte[])whole.Clone();
        for (var i = random.Next(3); i >= 0; i--)
        {
            // Never the same byte back: each adds to it.
            bytes[random.Next(bytes.Length)] += (byte)random.Next(1, 80);
        }

        return bytes;
    }

    private static Exception? Ours(string path) => Checked(path, r => IndexDirectory.CheckIntegrity(r, Bytes.SideCar, default));

    /// <summary>Opened as ours, which keeps Lucene.Net from making arrays of damaged lengths.</summary>
    private static Exception? Lucenes(string path)
        => Checked(path, r =>
        {
            foreach (var leaf in r.Leaves)
            {
                leaf.AtomicReader.CheckIntegrity();
            }
        });

    private static Exception? Checked(string path, Action<DirectoryReader> check)
        => Record.Exception(() =>
        {
            using var directory = IndexDirectory.Open(path);
            using var reader = DirectoryReader.Open(directory);
            check(reader);
        });

    /// <summary>Segments with side-cars, term vectors, stored fields, deleted documents and updated doc values.</summary>
    private static void Write(string path, Random random, bool compound)
    {
        var words = new RandomDocuments(random);
        using var directory = IndexDirectory.Open(path);
        using var writer = TestIndex.Writer(directory, new ImpactsCodec(null, Bytes.SideCar), c =>
        {
            c.UseCompoundFile = compound;
            c.MergePolicy = compound ? NoMergePolicy.COMPOUND_FILES : NoMergePolicy.NO_COMPOUND_FILES;
        });
        var vectors = new FieldType(TextField.TYPE_NOT_STORED) { StoreTermVectors = true };
        for (var segment = 0; segment < 2; segment++)
        {
            for (var i = 0; i < 30; i++)
            {
                var document = TestIndex.ToLucene(words.Next($"d{segment}.{i}"));
                document.Add(new BinaryDocValuesField(BytesField, new BytesRef($"{random.Next()}")));
                document.Add(new NumericDocValuesField("rank", i));
                document.Add(new Field("vectors", new WordStream(["one", "two"]), vectors));
                writer.AddDocument(document);
            }

            writer.Commit();
        }

        writer.DeleteDocuments(TestIndex.KeyTerm("d0.3"));
        writer.UpdateNumericDocValue(TestIndex.KeyTerm("d1.4"), "rank", 77L);
        writer.Commit();
    }

    private sealed class Bytes() : SideCar("byt", BytesField, 1)
    {
        public static readonly Bytes SideCar = new();

        public override void Write(SideCarWriter writer, int maxDoc, BinaryDocValues values, IBits has) => writer.Section<int>([maxDoc]);
    }
}
