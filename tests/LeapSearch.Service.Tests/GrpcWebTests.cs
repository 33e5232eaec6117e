using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

public sealed class GrpcWebTests
{
    [Theory]
    [InlineData("application/grpc-web+proto", false)]
    [InlineData("application/grpc-web-text", true)]
    public async Task BothEncodingsAnswer(string contentType, bool text)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.SendAsync(Request("Search", new SearchRequest { Query = "leap" }, contentType, text));
        var bytes = await BodyAsync(answer, text);
        var length = (bytes[3] << 8) + bytes[4];
        var found = SearchResponse.Parser.ParseFrom(bytes, 5, length);
        Assert.Equal("leap-2020", found.Results[0].Document.Film.Id);
        Assert.Contains("grpc-status: 0", Encoding.ASCII.GetString(bytes, 5 + length + 5, bytes.Length - length - 10).Replace(":0", ": 0"));
    }

    [Theory]
    [InlineData("application/grpc-web+proto", false)]
    [InlineData("application/grpc-web-text", true)]
    public async Task ErrorsCarryTheirStatus(string contentType, bool text)
    {
        await using var service = await FakeService.StartAsync();
        using var answer = await service.Http.SendAsync(Request("GetFilm", new GetFilmRequest { FilmId = "no-such" }, contentType, text));
        Assert.Equal("5", Assert.Single(answer.Headers.GetValues("grpc-status")));
        Assert.Contains("no-such", Assert.Single(answer.Headers.GetValues("grpc-message")));
        Assert.True(answer.Headers.Contains("grpc-status-details-bin"));
    }

    [Fact]
    public async Task OtherOriginsAreLetInOnlyWhenNamed()
    {
        await using (var closed = await FakeService.StartAsync())
        {
            using var answer = await closed.Http.SendAsync(Preflight("https://films.example"));
            Assert.False(answer.Headers.Contains("access-control-allow-origin"));
        }

        await using var open = await FakeService.StartAsync("--allowed-origins", "https://films.example");
        using var allowed = await open.Http.SendAsync(Preflight("https://films.example"));
        Assert.Equal("https://films.example", Assert.Single(allowed.Headers.GetValues("access-control-allow-origin")));
        using var refused = await open.Http.SendAsync(Preflight("https://other.example"));
        Assert.False(refused.Headers.Contains("access-control-allow-origin"));

        using var call = Request("GetFilm", new GetFilmRequest { FilmId = "no-such" }, "application/grpc-web", text: false);
        call.Headers.Add("origin", "https://films.example");
        using var error = await open.Http.SendAsync(call);
        var exposed = string.Join(",", error.Headers.GetValues("access-control-expose-headers"));
        Assert.All(["grpc-status", "grpc-message", "grpc-status-details-bin"], header => Assert.Contains(header, exposed));
    }

    private static HttpRequestMessage Preflight(string origin) => new(HttpMethod.Options, "/leapsearch.v1.SearchService/Search")
    {
        Headers = { { "origin", origin }, { "access-control-request-method", "POST" }, { "access-control-request-headers", "content-type,x-grpc-web" } },
    };

    private static HttpRequestMessage Request(string method, IMessage message, string contentType, bool text)
    {
        var body = message.ToByteArray();
        byte[] frame = [0, 0, 0, (byte)(body.Length >> 8), (byte)body.Length, .. body];
        var request = new HttpRequestMessage(HttpMethod.Post, $"/leapsearch.v1.SearchService/{method}")
        {
            Content = new ByteArrayContent(text ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(contentType));
        return request;
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage answer, bool text)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!text)
        {
            return bytes;
        }

        // Each frame is base64 of its own, so padding may stand in the middle.
        var all = new List<byte>();
        var encoded = Encoding.ASCII.GetString(bytes);
        for (var i = 0; i < encoded.Length; i += 4)
        {
            all.AddRange(Convert.FromBase64String(encoded.Substring(i, 4)));
        }

        return [.. all];
    }
}
