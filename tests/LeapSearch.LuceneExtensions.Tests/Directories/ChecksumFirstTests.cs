using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Index;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Directories;

/// <summary>A damaged file that Lucene.Net would believe is refused by name before anything is made of what it states.</summary>
public sealed class ChecksumFirstTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Of opening and checking the tests' index: 0.2 MB where it is whole, 0.6 at most where Lucene throws.</summary>
    private const long MostAllocated = 2 << 20;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryFlippedBitOfACommitIsSeenBeforeItIsRead() => FlipEach(Write(compound: true), "segments_*", apart: 1);

    [Fact]
    public void EveryTruncationOfACommitIsSeenBeforeItIsRead()
    {
        Write(compound: true);
        var commit = Path.Combine(folder.Path, SegmentInfosName());
        var whole = File.ReadAllBytes(commit);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(commit, whole[..length]);
            AssertRefused(Path.GetFileName(commit), $"cut off at {length}");
        }
    }

    [Theory]
    [InlineData(".si")]
    [InlineData(".fnm")]
    [InlineData(".del")]
    [InlineData(".nvm")]
    [InlineData(".dvm")]
    public void FlippedBitsOfWhatASegmentSaysOfItselfAreSeenBeforeTheyAreRead(string extension)
        => FlipEach(Write(compound: false), "*" + extension, apart: TestTier.Pick(12, 1, 1));

    [Fact]
    public void FlippedBitsOfTheListOfACompoundFileAreSeenBeforeTheyAreRead()
        => FlipEach(Write(compound: true), "*.cfe", apart: TestTier.Pick(12, 1, 1));

    [Fact]
    public void WithinACompoundFileToo()
    {
        var random = Write(compound: true);
        var file = Assert.Single(System.IO.Directory.GetFiles(folder.Path, "*.cfs"));
        var bytes = File.ReadAllBytes(file);
        for (var i = 0; i < TestTier.Pick(100, 1_000, 10_000); i++)
        {
            var (at, mask) = (random.Next(bytes.Length), (byte)(1 << random.Next(8)));
            bytes[at] ^= mask;
            File.WriteAllBytes(file, bytes);
            var allocated = Allocated(out _);
            Assert.True(allocated < MostAllocated, $"{Path.GetFileName(file)}, byte {at}: {allocated} bytes");
            bytes[at] ^= mask;
        }
    }

    private static long Allocated(Action open)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        open();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private long Allocated(out Exception? refused)
    {
        Exception? thrown = null;
        var allocated = Allocated(() => thrown = Record.Exception(() =>
        {
            using var directory = IndexDirectory.Open(folder.Path);
            using var reader = DirectoryReader.Open(directory);
            IndexDirectory.CheckIntegrity(reader, null, default);
        }));
        refused = thrown;
        return refused is OutOfMemoryException ? long.MaxValue : allocated;
    }

    private void FlipEach(Random random, string pattern, int apart)
    {
        var names = System.IO.Directory.GetFiles(folder.Path, pattern).Select(f => Path.GetFileName(f)).ToArray();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var file = Path.Combine(folder.Path, name);
            var bytes = File.ReadAllBytes(file);
            for (var at = random.Next(apart); at < bytes.Length; at += apart)
            {
                // Each bit in the heavier tiers; in the quick one a bit of each byte.
                var bits = TestTier.Pick(1, 8, 8);
                for (var bit = 0; bit < bits; bit++)
                {
                    var mask = (byte)(1 << (bits == 1 ? random.Next(8) : bit));
                    bytes[at] ^= mask;
                    File.WriteAllBytes(file, bytes);
                    AssertRefused(name, $"byte {at} of {bytes.Length}, bits {mask}");
                    bytes[at] ^= mask;
                }
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.True(Allocated(out var refused) < MostAllocated);
        Assert.Null(refused);
    }

    private void AssertRefused(string name, string damage)
    {
        var allocated = Allocated(out var refused);
        Assert.True(refused is CorruptIndexException, $"{name}, {damage}: {refused}");
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.True(allocated < MostAllocated, $"{name}, {damage}: {allocated} bytes");
    }

    private string SegmentInfosName()
        => Path.GetFileName(Assert.Single(System.IO.Directory.GetFiles(folder.Path, "segments_*")));

    private Random Write(bool compound)
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random);
        using var directory = IndexDirectory.Open(folder.Path);
        using var writer = TestIndex.Writer(directory, new ImpactsCodec(), c =>
        {
            c.UseCompoundFile = compound;
            c.MergePolicy = compound ? NoMergePolicy.COMPOUND_FILES : NoMergePolicy.NO_COMPOUND_FILES;
        });
        for (var i = 0; i < 30; i++)
        {
            writer.AddDocument(TestIndex.ToLucene(words.Next($"d{i}")));
        }

        writer.Commit();
        writer.DeleteDocuments(TestIndex.KeyTerm("d3"));
        writer.SetCommitData(new Dictionary<string, string> { ["sequence"] = "12", ["epoch"] = "e" });
        writer.Commit();
        return random;
    }
}
