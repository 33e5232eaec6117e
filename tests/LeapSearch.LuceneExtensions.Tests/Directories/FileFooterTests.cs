using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.Testing;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Xunit;
using Xunit.Abstractions;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.Tests.Directories;

/// <summary>A file is whole by our sum where it is by Lucene.Net's.</summary>
public sealed class FileFooterTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SaysWhatLuceneSays(bool mapped)
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        using Directory directory = mapped ? IndexDirectory.Open(folder.Path) : new NIOFSDirectory(folder.Path);
        var (whole, damaged) = (0, 0);
        for (var round = 0; round < TestTier.Pick(300, 3_000, 20_000); round++)
        {
            // Around the lengths at which sums go over to another way, and beyond one piece.
            var content = new byte[random.Next(20) == 0 ? random.Next(300_000) : random.Next(600)];
            random.NextBytes(content);
            var name = $"f{round}.dat";
            using (var file = directory.CreateOutput(name, IOContext.DEFAULT))
            {
                file.WriteBytes(content, content.Length);
                CodecUtil.WriteFooter(file);
            }

            Damage(folder.File(name), random);
            using var input = directory.OpenInput(name, IOContext.DEFAULT);
            var position = random.Next((int)input.Length + 1);
            input.Seek(position);
            var lucene = Record.Exception(() => CodecUtil.ChecksumEntireFile(input));
            var ours = Record.Exception(() => FileFooter.Check(name, input));
            Assert.True((lucene is null) == (ours is null), $"round {round}: {lucene} and {ours}");
            Assert.Equal(position, input.Position);
            if (ours is null)
            {
                whole++;
                continue;
            }

            damaged++;
            Assert.IsType<CorruptIndexException>(ours);
            Assert.Contains($"'{name}'", ours.Message, StringComparison.Ordinal);
        }

        Assert.True(whole > 0 && damaged > 0, $"{whole} whole, {damaged} damaged");
    }

    private static void Damage(string path, Random random)
    {
        var bytes = File.ReadAllBytes(path);
        switch (random.Next(5))
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[^random.Next(1, CodecUtil.FooterLength() + 1)] = (byte)random.Next(256);
                break;
            case 2:
                bytes = bytes[..random.Next(bytes.Length + 1)];
                break;
            case 3:
                bytes = [.. bytes, .. new byte[random.Next(3)]];
                break;
        }

        File.WriteAllBytes(path, bytes);
    }
}
