using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Schema;
using LeapSearch.Testing;
using LeapSearch.V1;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Xunit;
using Xunit.Abstractions;
using static LeapSearch.Catalog.Tests.Generations.Catalogue;

namespace LeapSearch.Catalog.Tests.Generations;

/// <summary>An index that is missing, damaged, of another schema or of another history is built anew, and answers the same.</summary>
public sealed class RepairTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string IndexPath => folder.File("generations/1/index");

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task ADeletedIndexIsBuiltAnew() => BuiltAnewAfter(() => Directory.Delete(IndexPath, recursive: true));

    [Fact]
    public Task AnIndexWithoutItsSegmentsFileIsBuiltAnew()
        => BuiltAnewAfter(() => Array.ForEach(Directory.GetFiles(IndexPath, "segments*"), File.Delete));

    [Fact]
    public Task AnIndexWithoutAFileIsBuiltAnew()
        => BuiltAnewAfter(() => File.Delete(CommittedFiles().First(f => Path.GetFileName(f).StartsWith('_'))));

    [Fact]
    public Task AnIndexOfAnotherSchemaIsBuiltAnew()
        => BuiltAnewAfter(() => Recommit(d => d with { Schema = IndexFields.SchemaVersion + 1 }), "schema");

    [Fact]
    public Task AnIndexOfAnotherHistoryIsBuiltAnew() => BuiltAnewAfter(() => Recommit(d => d with { Epoch = "other" }), "history");

    [Fact]
    public Task AnIndexAheadOfTheStoreIsBuiltAnew() => BuiltAnewAfter(() => Recommit(d => d with { Sequence = d.Sequence + 1 }), "ahead");

    [Fact]
    public Task AnIndexThatSaysNothingOfItselfIsBuiltAnew() => BuiltAnewAfter(() => Recommit(_ => null), "never finished");

    [Fact]
    public async Task AnIndexBehindTheStoreGoesOn()
    {
        await FillAsync();
        Recommit(d => d with { Sequence = d.Sequence - 7 });
        await using var host = await OpenAsync(folder.Path);
        var status = await host.LevelAsync();
        Assert.Equal("", status.Message);
        Assert.Equal(host.Stored(), host.Indexed());
    }

    [Fact]
    public async Task AChangedByteIsFoundAtTheNextStart()
    {
        var random = TestSeed.New(output);
        var expected = await FillAsync();
        for (var trial = 0; trial < TestTier.Pick(6, 60, 1000); trial++)
        {
            var files = CommittedFiles();
            var file = files[random.Next(files.Length)];
            var bytes = await File.ReadAllBytesAsync(file);

            // A compound file's own footer is spare: every file inside has one, and those are what is checked.
            var at = random.Next(bytes.Length - (file.EndsWith(".cfs", StringComparison.Ordinal) ? CodecUtil.FooterLength() : 0));
            bytes[at] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(file, bytes);
            output.WriteLine($"{Path.GetFileName(file)} byte {at} of {bytes.Length}");
            await RebuiltAsync(expected, "built anew");
        }
    }

    [Fact]
    public async Task ATruncatedFileIsFoundAtTheNextStart()
    {
        var random = TestSeed.New(output);
        var expected = await FillAsync();
        for (var trial = 0; trial < TestTier.Pick(4, 40, 400); trial++)
        {
            var files = CommittedFiles();
            var file = files[random.Next(files.Length)];
            await using (var cut = File.OpenWrite(file))
            {
                cut.SetLength(random.NextInt64(cut.Length / 2));
                output.WriteLine($"{Path.GetFileName(file)} cut to {cut.Length} bytes");
            }

            await RebuiltAsync(expected, "built anew");
        }
    }

    [Fact]
    public Task AFlippedBitOfACommitIsFoundByTheFilesName() => BuiltAnewAfter(
        () =>
        {
            var commit = Assert.Single(Directory.GetFiles(IndexPath, "segments_*"));
            var bytes = File.ReadAllBytes(commit);
            bytes[bytes.Length / 2] ^= 0x40;
            File.WriteAllBytes(commit, bytes);
        },
        "'segments_");

    [Fact]
    public async Task ADamagedRowIsReportedAndNotServed()
    {
        await FillAsync();
        Directory.Delete(IndexPath, recursive: true);
        var database = folder.File("generations/1/catalog.db");
        var bytes = await File.ReadAllBytesAsync(database);
        bytes[bytes.AsSpan().IndexOf("needle in"u8)] ^= 1;
        await File.WriteAllBytesAsync(database, bytes);

        await using var host = await OpenAsync(folder.Path);
        var status = await host.LevelAsync();
        Assert.Contains("1:needle", status.Message);
        Assert.False(host.Indexed().ContainsKey("1:needle"));
        Assert.Contains(await host.VerifyAsync(), p => p.Contains("1:needle"));
        await Assert.ThrowsAsync<Contracts.LeapSearchException>(() => host.ReindexAsync(new ReindexOptions { Rebuild = true }));

        await host.WriteVisiblyAsync(Put(Film("needle", "written anew")));
        Assert.Equal("written anew", host.Indexed()["1:needle"].Film.Title);
    }

    private async Task BuiltAnewAfter(Action damage, string reason = "built anew")
    {
        var expected = await FillAsync();
        damage();
        await RebuiltAsync(expected, reason);
    }

    private async Task RebuiltAsync((SortedDictionary<string, Document> Documents, List<string> Found) expected, string reason)
    {
        await using (var host = await OpenAsync(folder.Path))
        {
            var status = await host.LevelAsync();
            Assert.Contains(reason, status.Message);
            Assert.Equal(expected.Documents, host.Indexed());
            Assert.Equal(expected.Found, host.Search("words", "common").Order(StringComparer.Ordinal));
        }

        await using (var host = await OpenAsync(folder.Path))
        {
            Assert.Equal("", (await host.LevelAsync()).Message);
            Assert.Empty(await host.VerifyAsync());
        }
    }

    private async Task<(SortedDictionary<string, Document> Documents, List<string> Found)> FillAsync()
    {
        await using var host = await OpenAsync(folder.Path);
        for (var i = 0; i < 5; i++)
        {
            await host.WriteVisiblyAsync([.. Enumerable.Range(i * 5, 10).Select(n => Put(Film($"f{n}", $"common {n} {i}"))), Put(Person($"p{i}", "common name"))]);
        }

        await host.WriteVisiblyAsync(Put(Film("needle", "needle in a haystack")), Remove(DocumentType.Film, "f3"));
        return (host.Indexed(), [.. host.Search("words", "common").Order(StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The files of the last commit. Others may lie beside them: what a merge replaced while a reader still used it stays until the
    /// next start, which deletes it unread.
    /// </summary>
    private string[] CommittedFiles()
    {
        using var directory = IndexFiles.Open(IndexPath);
        using var reader = DirectoryReader.Open(directory);
        return [.. reader.IndexCommit.FileNames.Order(StringComparer.Ordinal).Select(f => Path.Combine(IndexPath, f))];
    }

    private void Recommit(Func<CommitData, CommitData?> change)
    {
        using var directory = IndexFiles.Open(IndexPath);
        CommitData data;
        using (var reader = DirectoryReader.Open(directory))
        {
            data = CommitData.FromUserData(reader.IndexCommit.UserData)!;
        }

        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)));
        writer.SetCommitData(change(data)?.ToUserData() ?? new() { ["seq"] = "none" });
        writer.Commit();
    }
}
