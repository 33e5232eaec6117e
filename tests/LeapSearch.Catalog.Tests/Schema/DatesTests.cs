using LeapSearch.Catalog.Schema;
using Xunit;

namespace LeapSearch.Catalog.Tests.Schema;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2020-09-25", 2020_09_25L, 2020_09_25L)]
    [InlineData("2020-09", 2020_09_00L, 2020_09_99L)]
    [InlineData("2020", 2020_00_00L, 2020_99_99L)]
    [InlineData("2020-02-30", null, null)]
    [InlineData("2020-13", null, null)]
    [InlineData("20200925", null, null)]
    [InlineData("abcd", null, null)]
    [InlineData("", null, null)]
    public void PartialDatesAreSpans(string date, long? first, long? last)
    {
        Assert.Equal(first, Dates.ToNumber(date));
        Assert.Equal(last, Dates.ToLastNumber(date));
    }

    [Fact]
    public void PopularityRisesFromZeroToBelowOne()
    {
        double[] scale = [0, 0.1, 1, 19, 100, 1e6, 1e300, double.MaxValue];
        var normalized = scale.Select(PopularityScale.Normalize).ToArray();
        Assert.Equal(0, normalized[0]);
        Assert.Equal(normalized.Order(), normalized);
        Assert.All(normalized, n => Assert.InRange(n, 0, 1));
    }
}
