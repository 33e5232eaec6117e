using LeapSearch.Catalog.Queries.Planning;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

public sealed class LikelySlipsTests
{
    [Theory]
    [InlineData("arcri", "arcti")]
    [InlineData("saaiya", "saiya")]
    [InlineData("pyas", "pyaas")]
    [InlineData("bamana", "banana")]
    [InlineData("arcvti", "arcti")]
    [InlineData("actri", "arcti", false)]
    [InlineData("acrti", "arcti")]
    [InlineData("qrcti", "arcti", false)]
    [InlineData("arczi", "arcti", false)]
    public void FingersSlipToKeysBeside(string typed, string meant, bool isLikely = true) => Assert.Equal(isLikely, LikelySlips.Of(typed).Contains(meant));

    [Theory]
    [InlineData("霸王别姬")]
    [InlineData("amélie")]
    [InlineData("")]
    [InlineData("a")]
    public void OtherLettersHaveNone(string typed) => Assert.Empty(LikelySlips.Of(typed));

    [Fact]
    public void TheyAreFewAndNoneIsWhatWasTyped()
    {
        var slips = LikelySlips.Of("gggggggggggg").Concat(LikelySlips.Of("mississippi1")).ToArray();
        Assert.InRange(slips.Length, 1, 2 * 12 * 9);
        Assert.DoesNotContain(slips, s => s is "gggggggggggg" or "mississippi1" || (s[0] != 'g' && s[0] != 'm'));
    }
}
