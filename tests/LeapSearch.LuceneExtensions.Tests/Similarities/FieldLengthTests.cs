using LeapSearch.LuceneExtensions.Similarities;
using Xunit;

namespace LeapSearch.LuceneExtensions.Tests.Similarities;

public sealed class FieldLengthTests
{
    [Fact]
    public void LengthsOfTitlesAndNamesAreExact()
    {
        Assert.All(Enumerable.Range(0, 41), length => Assert.Equal(length, FieldLength.Decode(FieldLength.Encode(length))));
    }

    [Fact]
    public void LongerOnesAreWithinSixPercentAndMonotone()
    {
        var previous = 0;
        for (var length = 0; length < 20_000_000; length += 1 + (length / 1000))
        {
            var decoded = FieldLength.Decode(FieldLength.Encode(length));
            Assert.InRange(decoded, previous, length);
            Assert.True(length > 15_000_000 || decoded >= length * 0.94, $"{length} became {decoded}");
            previous = decoded;
        }

        Assert.Equal(255, FieldLength.Encode(int.MaxValue));
        Assert.Equal(0, FieldLength.Encode(-1));
    }
}
