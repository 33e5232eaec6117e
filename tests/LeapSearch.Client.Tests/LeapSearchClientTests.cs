using Xunit;

namespace LeapSearch.Client.Tests;

/// <summary>What a client refuses before it calls; its calls are shown on a running service, in the service's tests.</summary>
public sealed class LeapSearchClientTests
{
    [Theory]
    [InlineData("ftp://127.0.0.1:1")]
    [InlineData("unix:/tmp/x")]
    public void AnAddressMustBeHttp(string address) => Assert.Throws<ArgumentException>(() => new LeapSearchClient(address));

    [Fact]
    public void OptionsAreChecked()
    {
        Uri[] one = [new("http://127.0.0.1:1")];
        Assert.Throws<ArgumentException>(() => new LeapSearchClient(new LeapSearchClientOptions { Addresses = [] }));
        Assert.Throws<ArgumentException>(() => new LeapSearchClient(new LeapSearchClientOptions { Addresses = [one[0], new("https://127.0.0.1:2")] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeapSearchClient(new LeapSearchClientOptions { Addresses = one, MaxAttempts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeapSearchClient(new LeapSearchClientOptions { Addresses = one, ReadDeadline = TimeSpan.Zero }));
    }
}
