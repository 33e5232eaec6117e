using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using Microsoft.Playwright;
using Xunit;

namespace LeapSearch.Service.Tests.RealClients;

/// <summary>connect-web's gRPC-Web transport from Chromium.</summary>
[Collection(SampleService.Collection)]
public sealed class GrpcWebBrowserTests(SampleService service)
{
    [NeedsFact("/usr/bin/chromium", "node", "repo:tests/clients/node_modules/.bin/esbuild", "repo:tests/clients/node_modules/@connectrpc/connect-web")]
    public async Task ConnectWebAgrees()
    {
        using var folder = new TemporaryFolder();
        var bundle = folder.File("web-check.js");
        await Processes.RunAsync(Processes.Npm("esbuild"), "web-check.mjs", "--bundle", "--format=iife", "--log-level=error", $"--outfile={bundle}");
        var script = await File.ReadAllTextAsync(bundle);
        var settings = $$"""window.check = { baseUrl: "{{service.HttpAddress}}", descriptors: "{{Convert.ToBase64String(Descriptors.Set())}}", filmId: "{{SampleService.FilmId}}" };""";

        await using var browser = await Browser.OpenAsync();
        await browser.Page.RouteAsync("**/web-check.html", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8", Body = "<!doctype html><title>check</title>",
        }));
        await browser.Page.GotoAsync(service.HttpAddress + "/web-check.html");
        await browser.Page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = settings });
        await browser.Page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = script });
        await browser.Page.WaitForFunctionAsync("window.outcome !== ''");
        Assert.Equal("agrees", await browser.Page.EvaluateAsync<string>("window.outcome"));
    }
}
