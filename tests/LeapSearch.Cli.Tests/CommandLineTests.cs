using Grpc.Core;
using LeapSearch.Cli.Tests.Harness;
using LeapSearch.Contracts;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Unrecognized command or argument 'frob'", "frob")]
    [InlineData("Required command was not provided")]
    [InlineData("--limit 0 is out of range: 1 to 100", "search", "leap", "--limit", "0")]
    [InlineData("--limit 'x' is not a number", "search", "leap", "--limit", "x")]
    [InlineData("there is no option '--scorer' here", "reindex", "a.jsonl", "--scorer", "stock")]
    [InlineData("there is no option '--frob' here", "search", "leap", "--frob")]
    [InlineData("'song'", "search", "leap", "--type", "song")]
    [InlineData("'fast'", "search", "leap", "--scorer", "fast")]
    [InlineData("--server 'nope' is not an address", "search", "leap", "--server", "nope")]
    [InlineData("exclude each other", "status", "--server", "http://a:1", "--data-dir", "d")]
    [InlineData("--scorer is for a data folder", "search", "leap", "--server", "http://a:1", "--scorer", "stock")]
    [InlineData("--frob", "status", "--frob")]
    [InlineData("--max-bad '5' is not a share", "reindex", "a.jsonl", "--max-bad", "5")]
    [InlineData("--as-of 'soon' is not a time", "reindex", "a.jsonl", "--as-of", "soon")]
    [InlineData("--replace-all is about sources", "reindex", "--replace-all")]
    [InlineData("'csv'", "reindex", "a.csv", "--format", "csv")]
    [InlineData("argument", "related")]
    [InlineData("'song'", "delete", "song", "a")]
    public async Task WrongUsageIsToldAndNothingIsTried(string problem, params string[] args)
    {
        var fake = new FakeLeapSearch();

        (await TheCommand.On(fake).Run(args)).Exits(2).Says(problem).PrintsNothing();

        Assert.Empty(fake.Opened);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("reindex", "--help")]
    [InlineData("--version")]
    public async Task HelpAndVersionAreAnswers(params string[] args) => (await TheCommand.On(new FakeLeapSearch()).Run(args)).Exits(0).SaysNothing();

    [Fact]
    public async Task AFailedCallIsOneLineAndNoAnswer()
        => (await TheCommand.On(new FakeLeapSearch().Failing(LeapSearchException.NotFound("film", "nope"))).Run("related", "nope", "--json"))
            .Exits(1)
            .Says("There is no film with the id 'nope'.")
            .PrintsNothing();

    [Fact]
    public async Task AServiceThatDoesNotAnswerIsNamed()
        => (await TheCommand.On(new FakeLeapSearch().Failing(new LeapSearchException(StatusCode.Unavailable, "UNAVAILABLE", "connection refused")))
                .Run("status", "--server", "http://127.0.0.1:9"))
            .Exits(1)
            .Says("http://127.0.0.1:9: connection refused");

    [Fact]
    public async Task AServiceThatIsNotThereIsToldInWords()
    {
        // A port that was free a moment ago.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        (await TheCommand.Real.Run("status", "--server", $"http://127.0.0.1:{port}"))
            .Exits(1)
            .Says($"http://127.0.0.1:{port}: The service cannot be reached: Connection refused");
    }

    [Fact]
    public async Task WhatLooksLikeAnOptionIsSearchedForAfterTheDashes()
    {
        var fake = new FakeLeapSearch().Answering(new SearchResponse());

        (await TheCommand.On(fake).Run("search", "--", "--frob")).Exits(0);

        Assert.Equal("--frob", Assert.IsType<SearchRequest>(fake.Requests.Single()).Query);
    }

    [Fact]
    public async Task ControlCharactersOfAnAnswerDoNotReachTheTerminal()
    {
        var film = new Film { Id = "a", Title = "Evil \e]0;owned\a title\r\nline" };
        var answer = new SearchResponse { Results = { new SearchResult { Document = new Document { Film = film } } } };

        var run = (await TheCommand.On(new FakeLeapSearch().Answering(answer)).Run("search", "evil")).Exits(0);

        Assert.DoesNotContain(run.Out, c => char.IsControl(c) && c != '\n');
        run.Prints("Evil  ]0;owned  title  line · film a");
    }
}
