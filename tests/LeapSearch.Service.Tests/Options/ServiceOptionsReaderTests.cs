using LeapSearch.Service.Options;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace LeapSearch.Service.Tests.Options;

public sealed class ServiceOptionsReaderTests
{
    [Fact]
    public void DefaultsAreThoseOfTheContract()
    {
        var options = Read([]);
        Assert.Equal("http://127.0.0.1:5081/", options.GrpcUrl.ToString());
        Assert.Equal("http://127.0.0.1:5080/", options.HttpUrl.ToString());
        Assert.Null(options.DataDir);
    }

    [Fact]
    public void TheCommandLineWinsOverTheEnvironmentAndThatOverTheFile()
    {
        var file = new Dictionary<string, string?> { ["data-dir"] = "file", ["scorer"] = "stock", ["http-url"] = "http://127.0.0.1:1" };
        var environment = new Dictionary<string, string?> { ["LEAPSEARCH_DATA_DIR"] = "environment", ["LEAPSEARCH_SCORER"] = "impacts" };
        var options = Read(["--data-dir", "line"], file, environment);
        Assert.Equal(("line", "impacts", 1), (options.DataDir, options.Scorer, options.HttpUrl.Port));
    }

    [Theory]
    [InlineData("--nope", "unknown option --nope")]
    [InlineData("stray", "unexpected argument 'stray'")]
    [InlineData("--data-dir", "--data-dir needs a value")]
    [InlineData("--data-dir=", "--data-dir needs a value")]
    [InlineData("--grpc-url=5081", "--grpc-url: '5081' is no address")]
    [InlineData("--grpc-url=http://example.org:1", "has a host name")]
    [InlineData("--http-url=https://127.0.0.1:1", "TLS")]
    [InlineData("--http-url=http://127.0.0.1:5081", "a port each")]
    [InlineData("--scorer=best", "is neither impacts nor stock")]
    [InlineData("--read-deadline=-1", "seconds")]
    [InlineData("--read-deadline=0", "seconds")]
    [InlineData("--max-connections=0", "whole number")]
    [InlineData("--allowed-origins=*", "no origin")]
    [InlineData("--allowed-origins=https://a.example/path", "no origin")]
    public void AWrongOptionIsToldInOneLine(string arg, string said)
    {
        var error = Assert.Throws<UsageException>(() => Read([arg]));
        Assert.Contains(said, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void AnUnknownSettingOfTheFileIsTold()
        => Assert.Contains("datadir", Assert.Throws<UsageException>(() => Read([], new() { ["datadir"] = "x" })).Message);

    [Fact]
    public void AWrongValueNamesItsSource()
    {
        var error = Assert.Throws<UsageException>(() => Read([], [], new() { ["LEAPSEARCH_SCORER"] = "best" }));
        Assert.StartsWith("LEAPSEARCH_SCORER: 'best'", error.Message);
    }

    private static ServiceOptions Read(string[] args, Dictionary<string, string?>? file = null, Dictionary<string, string?>? environment = null)
        => ServiceOptionsReader.Read(
            args, new ConfigurationBuilder().AddInMemoryCollection(file ?? []).Build(), name => environment?.GetValueOrDefault(name));
}
