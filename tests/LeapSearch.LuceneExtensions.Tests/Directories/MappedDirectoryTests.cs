using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Directories;

public sealed class MappedDirectoryTests(ITestOutputHelper output)
{
    [Fact]
    public void AfterAFailedSyncNoCommitIsAcknowledged()
    {
        using var folder = new TemporaryFolder();
        var fails = false;
        using var directory = new MappedDirectory(folder.Path, path => _ = fails ? throw new IOException(path) : 0);
        var writer = TestIndex.Writer(directory);
        var words = new RandomDocuments(TestSeed.New(output));
        writer.AddDocument(TestIndex.ToLucene(words.Next("a")));
        writer.Commit();
        fails = true;
        writer.AddDocument(TestIndex.ToLucene(words.Next("b")));
        Assert.ThrowsAny<IOException>(writer.Commit);
        fails = false;
        Assert.ThrowsAny<IOException>(writer.Commit);
        writer.Rollback();
        using var again = new MappedDirectory(folder.Path);
        using var reader = DirectoryReader.Open(again);
        Assert.Equal(1, reader.NumDocs);
    }

    [Fact]
    public void SyncCoversEachFileAndThenTheFolder()
    {
        using var folder = new TemporaryFolder();
        var synced = new List<string>();
        using var directory = new MappedDirectory(folder.Path, synced.Add);
        directory.Sync(["x", "y"]);
        Assert.Equal([Path.Combine(folder.Path, "x"), Path.Combine(folder.Path, "y")], synced.Take(2));
        Assert.Equal(Path.GetFullPath(folder.Path), Path.GetFullPath(Assert.Single(synced.Skip(2))));
    }

    [Fact]
    public void SyncOfAMissingFileFails()
    {
        using var folder = new TemporaryFolder();
        using var directory = new MappedDirectory(folder.Path);
        Assert.ThrowsAny<IOException>(() => directory.Sync(["absent"]));
    }

    [Fact]
    public void ASecondWriterIsRefused()
    {
        using var folder = new TemporaryFolder();
        using var directory = IndexDirectory.Open(folder.Path);
        using var writer = TestIndex.Writer(directory);
        using var other = IndexDirectory.Open(folder.Path);
        Assert.Throws<LockObtainFailedException>(() => TestIndex.Writer(other, configure: c => c.WriteLockTimeout = 10));
    }

    [Fact]
    public async Task AReaderMayBeClosedUnderRunningSearches()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random);
        using var folder = new TemporaryFolder();
        var directory = IndexDirectory.Open(folder.Path);
        using (var writer = TestIndex.Writer(directory))
        {
            for (var i = 0; i < 500; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"d{i}")));
            }
        }

        var reader = DirectoryReader.Open(directory);
        var searcher = TestIndex.Searcher(reader);
        var plans = Enumerable.Range(0, 100).Select(_ => new RandomPlans(random, words).Next()).ToArray();
        var engine = new StockEngine();
        var started = new CountdownEvent(8);
        var searches = Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                if (i == 10)
                {
                    started.Signal();
                }

                try
                {
                    engine.Search(searcher, plans[(i + t) % plans.Length], default);
                }
                catch (Exception e) when (e is ObjectDisposedException or NullReferenceException)
                {
                    // Lucene itself refuses new work on a closed reader, or finds that what it keeps for each thread is gone.
                }
            }
        })).ToArray();
        Assert.True(started.Wait(Patience.Limit));
        reader.Dispose();
        directory.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        await Task.WhenAll(searches);
    }

    [Fact]
    public void EveryFlippedByteIsSeenAtOpen()
    {
        var random = TestSeed.New(output);
        var words = new RandomDocuments(random);
        using var folder = new TemporaryFolder();
        using (var directory = IndexDirectory.Open(folder.Path))
        using (var writer = TestIndex.Writer(directory))
        {
            for (var i = 0; i < 30; i++)
            {
                writer.AddDocument(TestIndex.ToLucene(words.Next($"d{i}")));
            }
        }

        // segments.gen is a hint beside the real commit; write.lock holds nothing.
        var files = System.IO.Directory.GetFiles(folder.Path).Where(f => new FileInfo(f).Length > 0 && !f.EndsWith(".gen", StringComparison.Ordinal)).ToArray();
        for (var i = 0; i < TestTier.Pick(150, 2000, 20000); i++)
        {
            var file = files[random.Next(files.Length)];
            var bytes = File.ReadAllBytes(file);
            var at = random.Next(bytes.Length);
            var before = bytes[at];
            bytes[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, bytes);
            var seen = Record.Exception(() => OpenChecked(folder.Path)) is not null;

            // A compound file's own footer guards nothing: the files in it have theirs, and Lucene reads it at no time.
            var isSpare = file.EndsWith(".cfs", StringComparison.Ordinal) && at >= bytes.Length - CodecUtil.FooterLength();
            Assert.True(seen || isSpare, $"{Path.GetFileName(file)}, byte {at} of {bytes.Length}");
            bytes[at] = before;
            File.WriteAllBytes(file, bytes);
        }

        OpenChecked(folder.Path);
    }

    private static void OpenChecked(string path)
    {
        using var directory = IndexDirectory.Open(path);
        using var reader = DirectoryReader.Open(directory);
        IndexDirectory.CheckIntegrity(reader, null, default);
    }
}
