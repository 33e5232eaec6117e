using System.Text.Json;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>JSON by curl.</summary>
[Collection(SampleService.Collection)]
public sealed class CurlTests(SampleService service)
{
    [NeedsFact("curl")]
    public async Task CurlAgrees()
    {
        var (status, found) = await GetAsync("/v1/search?query=leap&pageSize=2");
        Assert.Equal(200, status);
        var first = found.GetProperty("results")[0].GetProperty("document").GetProperty("film");
        Assert.Equal((SampleService.FilmId, "夺冠"), (first.GetProperty("id").GetString(), first.GetProperty("originalTitle").GetString()));

        Assert.NotEqual(0, (await GetAsync("/v1/suggest?prefix=lea")).Body.GetProperty("suggestions").GetArrayLength());
        Assert.Equal("Leap", (await GetAsync($"/v1/films/{SampleService.FilmId}")).Body.GetProperty("title").GetString());
        Assert.NotEqual(0, (await GetAsync($"/v1/films/{SampleService.FilmId}/related")).Body.GetProperty("results").GetArrayLength());
        Assert.Equal("INDEX_STATE_SERVING", (await GetAsync("/v1/status")).Body.GetProperty("state").GetString());
    }

    [NeedsFact("curl")]
    public async Task CurlSeesErrors()
    {
        var (status, missing) = await GetAsync("/v1/films/no-such-film");
        Assert.Equal((404, 5), (status, missing.GetProperty("code").GetInt32()));
        Assert.Contains("no-such-film", missing.GetProperty("message").GetString());
        Assert.Equal(400, (await GetAsync("/v1/search?pageSize=-1")).Status);

        using var folder = new TemporaryFolder();
        var body = folder.File("query.json");
        await File.WriteAllTextAsync(body, $$"""{"query":"{{new string('x', 1_000_000)}}"}""");
        var (tooLong, error) = await CurlAsync("-H", "content-type: application/json", "-d", "@" + body, service.HttpAddress + "/v1/search");
        Assert.Equal((400, 3), (tooLong, error.GetProperty("code").GetInt32()));
    }

    private Task<(int Status, JsonElement Body)> GetAsync(string path) => CurlAsync(service.HttpAddress + path);

    private static async Task<(int Status, JsonElement Body)> CurlAsync(params string[] args)
    {
        var output = await Processes.RunAsync("curl", ["-s", "-w", "\n%{http_code}", .. args]);
        var end = output.LastIndexOf('\n');
        return (int.Parse(output[(end + 1)..], System.Globalization.CultureInfo.InvariantCulture), JsonDocument.Parse(output[..end]).RootElement);
    }
}
