using System.Text;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.LuceneExtensions.Tests.Models;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.LuceneExtensions.Tests.Search.Expansion;

public sealed class EditDistanceTests(ITestOutputHelper output)
{
    [Fact]
    public void AgreesWithTheWholeMatrix()
    {
        var random = TestSeed.New(output);
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = (Word(random), Word(random));
            var limit = random.Next(4);
            Assert.Equal(Math.Min(limit + 1, NaiveScores.Distance(a, b)), EditDistance.Bounded(a, b, limit, isPrefix: false));
            var nearest = Enumerable.Range(0, b.Length + 1).Min(n => NaiveScores.Distance(a, b[..n]));
            Assert.Equal(Math.Min(limit + 1, nearest), EditDistance.Bounded(a, b, limit, isPrefix: true));
        }
    }

    [Fact]
    public void CodePointsAreDecodedWhole()
    {
        int[] buffer = [];
        var count = EditDistance.Decode(Encoding.UTF8.GetBytes("aé林𠀋"), ref buffer);
        Assert.Equal(['a', 'é', '林', 0x2000B], buffer[..count]);
    }

    private static int[] Word(Random random) => Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(3)).ToArray();
}
