using LeapSearch.Service.Calls;
using Xunit;

namespace LeapSearch.Service.Tests.Calls;

public sealed class DeadlinesTests
{
    [Theory]
    [InlineData("1H", 3_600_000)]
    [InlineData("2M", 120_000)]
    [InlineData("3S", 3_000)]
    [InlineData("50m", 50)]
    [InlineData("5000u", 5)]
    [InlineData("7000000n", 7)]
    [InlineData("99999999H", 86_400_000)]
    public void AHeaderIsRead(string header, long milliseconds) => Assert.Equal(milliseconds, Deadlines.Parse(header)!.Value.TotalMilliseconds);

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("5")]
    [InlineData("-5S")]
    [InlineData("1.5S")]
    [InlineData("5s")]
    [InlineData("5 S")]
    [InlineData("123456789S")]
    [InlineData("٣S")]
    public void AnythingElseIsIgnored(string header) => Assert.Null(Deadlines.Parse(header));
}
