using System.Text;
using LeapSearch.Import.Lines;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Import.Tests.Lines;

public sealed class LineReaderTests(ITestOutputHelper output)
{
    /// <summary>Behaves as if the whole text were split at line feeds, whatever pieces the stream comes in.</summary>
    [Fact]
    public void LinesAreThoseOfSplit()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(300, 3000, 30_000); round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4) switch
            {
                0 => "\n",
                1 => "\r\n",
                2 => new string('x', random.Next(100_000 >> random.Next(16))),
                _ => "ab",
            }));
            var expected = text.Split('\n').Select(l => l.EndsWith('\r') ? l[..^1] : l).ToList();
            if (expected[^1].Length == 0 && !text.EndsWith('\r'))
            {
                expected.RemoveAt(expected.Count - 1);
            }

            Assert.Equal(expected, ReadAll(text, 1 << 20, random.Next(1, 5000)));
        }
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(5_000_000, true)]
    public void ALineOverTheLimitIsSkippedToItsEnd(int length, bool tooLong)
    {
        var lines = ReadAll($"first\n{new string('x', length)}\nlast", 10, 4096);

        Assert.Equal(["first", tooLong ? "(too long)" : new string('x', length), "last"], lines);
    }

    [Fact]
    public void AHugeLineTakesNoMemory()
    {
        var reader = new LineReader(new ZeroStream(1L << 30), 16 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(reader.Read());

        Assert.True(reader.IsTooLong);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
        Assert.False(reader.Read());
    }

    private static List<string> ReadAll(string text, int limit, int piece)
    {
        var reader = new LineReader(new PieceStream(Encoding.UTF8.GetBytes(text), piece), limit);
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.IsTooLong ? "(too long)" : Encoding.UTF8.GetString(reader.Current.Span));
            Assert.Equal(lines.Count, reader.Line);
        }

        return lines;
    }

    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }

    private sealed class ZeroStream(long length) : MemoryStream
    {
        private long left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(left, count);
            left -= given;
            return given;
        }
    }
}
