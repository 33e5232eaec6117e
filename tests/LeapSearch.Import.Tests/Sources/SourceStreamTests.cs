using System.Text;
using Xunit;

namespace LeapSearch.Import.Tests.Sources;

public sealed class SourceStreamTests : IDisposable
{
    private readonly Input input = new();

    public void Dispose() => input.Dispose();

    private static byte[] Films(int count)
        => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, count).Select(n => Input.Film($"film-{n}", $"Title {n * 7919 % 104729}") + "\n")));

    [Fact]
    public async Task GzipIsUnpacked() => Assert.Equal(500, (await Input.ReadAll(input.Write("a.jsonl.gz", Input.Pack(Films(500))))).Count);

    [Fact]
    public async Task GzipFilesJoinedAreOneFile()
        => Assert.Equal(
            2,
            (await Input.ReadAll(input.Write(
                "a.jsonl.gz",
                [.. Input.Pack(Encoding.UTF8.GetBytes(Input.Film("a") + "\n")), .. Input.Pack(Encoding.UTF8.GetBytes(Input.Film("b") + "\n"))]))).Count);

    [Fact]
    public async Task AGzipFileCutOffAnywhereIsRefused()
    {
        var packed = Input.Pack(Films(500));
        for (var length = 18; length < packed.Length; length += packed.Length / 40)
        {
            var failure = await Input.Failure(new ImportOptions { MaxBadShare = 1 }, input.Write("a.jsonl.gz", packed[..length]));
            Assert.Contains("a.jsonl.gz:", failure.Message);
        }
    }

    [Fact]
    public async Task AGzipFileWithAWrongByteIsRefused()
    {
        var packed = Input.Pack(Films(500));
        packed[packed.Length / 2] ^= 0x10;
        await Input.Failure(new ImportOptions { MaxBadShare = 1 }, input.Write("a.jsonl.gz", packed));
    }

    [Fact]
    public async Task AGzipFileMadeToFillADiskIsStoppedEarly()
    {
        var failure = await Input.Failure(input.Write("bomb.jsonl.gz", Input.Pack(new byte[100 * 1024 * 1024])));

        Assert.Contains("more than 200 times its size", failure.Message);
    }

    [Fact]
    public async Task TheUnpackedSizeIsLimited()
    {
        var failure = await Input.Failure(new ImportOptions { MaxUnpackedBytes = 10_000 }, input.Write("a.jsonl.gz", Input.Pack(Films(500))));

        Assert.Contains("unpacks to more than 10,000 bytes", failure.Message);
    }

    [Fact]
    public async Task APlainFileNamedGzIsRefused()
        => Assert.Contains("is not a gzip file", (await Input.Failure(input.Write("a.jsonl.gz", Films(1)))).Message);

    [Fact]
    public async Task StandardInputIsReadPackedOrPlain()
    {
        foreach (var bytes in new[] { Films(3), Input.Pack(Films(3)) })
        {
            var reader = new DocumentReader(ImportSources.Find(["-"]), new ImportOptions { StandardInput = new MemoryStream(bytes) });
            Assert.All(await Input.ReadAll(reader), d => Assert.Equal("standard input", d.File));
            Assert.Equal(3, reader.Documents);
        }
    }
}
