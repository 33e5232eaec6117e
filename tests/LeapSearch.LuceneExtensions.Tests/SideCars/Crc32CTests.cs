using System.Numerics;
using System.Text;
using LeapSearch.LuceneExtensions.SideCars;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.SideCars;

/// <summary>Three runs at once give the sum of one byte after the other, however the bytes are cut.</summary>
public sealed class Crc32CTests(ITestOutputHelper output)
{
    // The check value of CRC-32C (RFC 3720, Castagnoli).
    [Fact]
    public void IsTheStandardsOwn() => Assert.Equal(0xE306_9283u, ~Crc32C.Add(Crc32C.Start, Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void IsTheSumOfOneByteAfterTheOther()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(50, 500, 5_000); round++)
        {
            var bytes = new byte[random.Next(40_000)];
            random.NextBytes(bytes);
            var expected = bytes.Aggregate(Crc32C.Start, BitOperations.Crc32C);
            Assert.Equal(expected, Crc32C.Add(Crc32C.Start, bytes));
            var cut = random.Next(bytes.Length + 1);
            Assert.Equal(expected, Crc32C.Add(Crc32C.Add(Crc32C.Start, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
        }
    }
}
