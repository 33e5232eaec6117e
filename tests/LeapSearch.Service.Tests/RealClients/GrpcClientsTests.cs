using System.Text.Json;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>Clients that others wrote, in other languages, against the running service.</summary>
[Collection(SampleService.Collection)]
public sealed class GrpcClientsTests(SampleService service)
{
    [NeedsFact("node", "repo:tests/clients/node_modules/@grpc/grpc-js")]
    public async Task GrpcJsAgrees()
        => Assert.Contains(
            "grpc-js agrees",
            await Processes.RunAsync("node", "grpcjs.mjs", service.GrpcHostAndPort, Processes.Protos, SampleService.FilmId));

    [NeedsFact("/usr/bin/python3", "/usr/lib/python3/dist-packages/grpc", "/usr/lib/python3/dist-packages/google/protobuf")]
    public async Task GrpcioAgrees()
    {
        using var folder = new TemporaryFolder();
        var descriptors = folder.File("protos.binpb");
        await File.WriteAllBytesAsync(descriptors, Descriptors.Set());
        Assert.Contains(
            "grpcio agrees",
            await Processes.RunAsync("/usr/bin/python3", "grpcio_client.py", service.GrpcHostAndPort, descriptors, SampleService.FilmId));
    }

    [NeedsFact("repo:tests/clients/node_modules/.bin/buf")]
    public async Task BufListsTheServicesByReflection()
    {
        var methods = await Processes.RunAsync(
            Processes.Npm("buf"), "curl", "--protocol", "grpc", "--http2-prior-knowledge", "--list-methods", service.GrpcAddress);
        Assert.Contains("leapsearch.v1.SearchService/Search", methods);
        Assert.Contains("leapsearch.v1.RecommendationService/RelatedFilms", methods);
        Assert.Contains("leapsearch.v1.IndexService/Reindex", methods);
        Assert.Contains("grpc.health.v1.Health/Check", methods);
    }

    [NeedsTheory("repo:tests/clients/node_modules/.bin/buf")]
    [InlineData("grpc")]
    [InlineData("grpcweb")]
    public async Task BufSearches(string protocol)
    {
        var (exitCode, output, error) = await CurlAsync(protocol, "SearchService/Search", """{"query":"leap","pageSize":2}""");
        Assert.True(exitCode == 0, error);
        using var answer = JsonDocument.Parse(output);
        var film = answer.RootElement.GetProperty("results")[0].GetProperty("document").GetProperty("film");
        Assert.Equal((SampleService.FilmId, "夺冠"), (film.GetProperty("id").GetString(), film.GetProperty("originalTitle").GetString()));
    }

    [NeedsTheory("repo:tests/clients/node_modules/.bin/buf")]
    [InlineData("grpc")]
    [InlineData("grpcweb")]
    public async Task BufSeesErrors(string protocol)
    {
        var (exitCode, _, error) = await CurlAsync(protocol, "SearchService/GetFilm", """{"filmId":"no-such-film"}""");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("not_found", error);
        Assert.Contains("no-such-film", error);
    }

    private Task<(int ExitCode, string Output, string Error)> CurlAsync(string protocol, string call, string data)
    {
        var web = protocol == "grpcweb";
        string[] args =
        [
            "curl", "--protocol", protocol, .. web ? Array.Empty<string>() : ["--http2-prior-knowledge"],
            .. web ? ["--schema", Processes.Protos] : Array.Empty<string>(),
            "-d", data, $"{(web ? service.HttpAddress : service.GrpcAddress)}/leapsearch.v1.{call}",
        ];
        return Processes.TryRunAsync(Processes.Npm("buf"), args);
    }
}
