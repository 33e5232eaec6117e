using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

public sealed class JsonTests
{
    [Theory]
    [InlineData("/v1/search?query=leap&pageSize=5")]
    [InlineData("/v1/search?query=leap&page_size=5&types=DOCUMENT_TYPE_FILM&types=2")]
    [InlineData("/v1/suggest?prefix=le")]
    [InlineData("/v1/films/leap-2020")]
    [InlineData("/v1/people/peter-chan")]
    [InlineData("/v1/articles/leap-trailer")]
    [InlineData("/v1/films/leap-2020/related?pageSize=3")]
    [InlineData("/v1/people/peter-chan/related")]
    [InlineData("/v1/films/leap-2020/articles")]
    [InlineData("/v1/people/peter-chan/articles")]
    [InlineData("/v1/articles/leap-trailer/related")]
    [InlineData("/v1/status")]
    public async Task EveryGetRouteAnswers(string path)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/v1/search", """{"query":"leap","pageSize":5}""")]
    [InlineData("/v1/suggest", """{"prefix":"le"}""")]
    [InlineData("/v1/related/films", """{"filmId":"leap-2020","weights":{"director":2}}""")]
    [InlineData("/v1/related/films:batch", """{"requests":[{"filmId":"leap-2020"}]}""")]
    [InlineData("/v1/related/people", """{"personId":"peter-chan"}""")]
    [InlineData("/v1/related/articles", """{"filmId":"leap-2020"}""")]
    [InlineData("/v1/documents", """{"documents":[{"film":{"id":"a","title":"A"}}],"deletes":[{"type":"DOCUMENT_TYPE_FILM","id":"b"}]}""")]
    public async Task EveryPostRouteAnswers(string path, string body)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.PostAsync(path, Json(body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task LongNumbersAreStringsAndDefaultsAreLeftOut()
    {
        await using var service = await FakeService.StartAsync();
        var answer = await service.Http.GetStringAsync("/v1/search?query=leap");
        Assert.Contains("\"totalSize\":\"9007199254740993\"", answer.Replace(" ", ""));
        Assert.DoesNotContain("runtimeMinutes", answer);
        Assert.Contains("夺冠", JsonDocument.Parse(answer).RootElement.GetProperty("results")[0].GetProperty("document").GetProperty("film").GetProperty("originalTitle").GetString());
    }

    [Theory]
    [InlineData("/v1/search?qeury=leap", "qeury")]
    [InlineData("/v1/search?Query=leap", "Query")]
    [InlineData("/v1/search?query=a&Query=b", "Query")]
    [InlineData("/v1/search?query.x=leap", "query.x")]
    [InlineData("/v1/films/leap-2020/related?weights=1", "weights")]
    [InlineData("/v1/films/leap-2020/related?weights.director=1", "weights")]
    [InlineData("/v1/films/leap-2020/related?filmId=other", "film_id")]
    [InlineData("/v1/status?verbose=1", "verbose")]
    public async Task AWrongQueryParameterIsNamed(string path, string field)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.GetAsync(path);
        var status = await StatusAsync(answer, HttpStatusCode.BadRequest, 3);
        Assert.Equal(field, Detail(status, "BadRequest").GetProperty("fieldViolations")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task AQueryBesideABodyIsRefused()
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.PostAsync("/v1/search?query=leap", Json("{}"));
        await StatusAsync(answer, HttpStatusCode.BadRequest, 3);
    }

    [Theory]
    [InlineData("/v1/search?pageSize=-1", HttpStatusCode.BadRequest, 3, "INVALID_FIELD")]
    [InlineData("/v1/films/no-such", HttpStatusCode.NotFound, 5, "NOT_FOUND")]
    [InlineData("/v1/nothing", HttpStatusCode.NotFound, 5, "NO_SUCH_ROUTE")]
    [InlineData("/v1/documents", HttpStatusCode.NotFound, 5, "NO_SUCH_ROUTE")]
    public async Task ErrorsAreStatusesWithTheirReason(string path, HttpStatusCode http, int code, string reason)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.GetAsync(path);
        var status = await StatusAsync(answer, http, code);
        var info = Detail(status, "ErrorInfo");
        Assert.Equal((reason, "leapsearch"), (info.GetProperty("reason").GetString(), info.GetProperty("domain").GetString()));
        Assert.NotEmpty(status.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task ARebuildingIndexIs503WithAHintToRetry()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.State = IndexState.Rebuilding;
        using var answer = await service.Http.GetAsync("/v1/search?query=leap");
        var status = await StatusAsync(answer, HttpStatusCode.ServiceUnavailable, 14);
        Assert.Equal("1s", Detail(status, "RetryInfo").GetProperty("retryDelay").GetString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"pageSize":"many"}""")]
    [InlineData("[]")]
    public async Task BrokenJsonIsInvalidArgument(string body)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.PostAsync("/v1/search", Json(body));
        await StatusAsync(answer, HttpStatusCode.BadRequest, 3);
        Assert.Empty(service.Log.Warnings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABodyAboveTheLimitIsTooLarge(bool lengthKnown)
    {
        await using var service = await FakeService.StartAsync();
        var bytes = Encoding.UTF8.GetBytes($$"""{"query":"{{new string('x', 5_000_000)}}"}""");
        HttpContent body = lengthKnown ? new ByteArrayContent(bytes) : new StreamContent(new UnknownLength(bytes));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await service.Http.PostAsync("/v1/search", body);
        await StatusAsync(answer, HttpStatusCode.RequestEntityTooLarge, 8);
    }

    [Fact]
    public async Task ABodyOfUnknownLengthIsRead()
    {
        await using var service = await FakeService.StartAsync();
        var body = new StreamContent(new UnknownLength("""{"query":"leap"}"""u8.ToArray()));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await service.Http.PostAsync("/v1/search", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task TheServersDeadlineAndTheCallersBothHold()
    {
        await using var service = await FakeService.StartAsync("--read-deadline", "0.4");
        service.Catalog.Before = (_, _) => Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None);
        using var servers = await service.Http.GetAsync("/v1/search?query=leap");
        await StatusAsync(servers, HttpStatusCode.GatewayTimeout, 4);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?query=leap") { Headers = { { "grpc-timeout", "50m" } } };
        using var callers = await service.Http.SendAsync(request);
        await StatusAsync(callers, HttpStatusCode.GatewayTimeout, 4);
    }

    [Fact]
    public async Task ALongQueryReachesTheCatalogue()
    {
        await using var service = await FakeService.StartAsync();
        var seen = 0;
        service.Catalog.Before = (request, _) =>
        {
            seen = ((SearchRequest)request).Query.Length;
            return Task.CompletedTask;
        };
        using var answer = await service.Http.GetAsync("/v1/search?query=" + Uri.EscapeDataString(new string('夺', 1_365)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1_365, seen);
    }

    [Fact]
    public async Task AnswersAreCompressedWhereTheCallerTakesIt()
    {
        await using var service = await FakeService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?query=leap") { Headers = { { "accept-encoding", "gzip" } } };
        using var answer = await service.Http.SendAsync(request);
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> StatusAsync(HttpResponseMessage answer, HttpStatusCode http, int code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == http, $"{answer.StatusCode}: {body}");
        var status = JsonDocument.Parse(body).RootElement;
        Assert.Equal(code, status.GetProperty("code").GetInt32());
        return status;
    }

    private static JsonElement Detail(JsonElement status, string type)
        => status.GetProperty("details").EnumerateArray().Single(d => d.GetProperty("@type").GetString() == $"type.googleapis.com/google.rpc.{type}");

    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
