using LeapSearch.Contracts;
using LeapSearch.Service.Startup;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

public sealed class StartTests
{
    private static readonly string[] FreePorts = ["--grpc-url", "http://127.0.0.1:0", "--http-url", "http://127.0.0.1:0"];

    [Fact]
    public async Task APortInUseIsToldInOneLine()
    {
        await using var first = await FakeService.StartAsync();
        await using var second = RunningService.Create(
            ["--grpc-url", first.GrpcAddress, "--http-url", "http://127.0.0.1:0"], (_, _) => throw new InvalidOperationException("must not be opened"));
        var error = await Assert.ThrowsAsync<StartException>(second.StartAsync);
        Assert.Contains(first.GrpcAddress, error.Message);
        Assert.Contains("in use", error.Message);
        Assert.Contains("--grpc-url", error.Message);
    }

    [Fact]
    public async Task ACatalogueThatCannotBeOpenedIsTold()
    {
        await using var service = RunningService.Create(
            FreePorts, (_, _) => throw new LeapSearchException(Grpc.Core.StatusCode.FailedPrecondition, "FOLDER_HELD", "The folder is held by process 7."));
        var error = await Assert.ThrowsAsync<StartException>(service.StartAsync);
        Assert.Equal("The folder is held by process 7.", error.Message);
    }

    [Fact]
    public async Task UntilTheCatalogueIsOpenCallsAreUnavailable()
    {
        var opening = new TaskCompletionSource<OpenCatalog>();
        var address = new TaskCompletionSource<string>();
        await using var service = RunningService.Create(FreePorts, (grpc, _) =>
        {
            address.SetResult(grpc);
            return opening.Task;
        });
        var start = service.StartAsync();
        var client = new Client.LeapSearchClient(new Client.LeapSearchClientOptions { Addresses = [new Uri(await address.Task)], MaxAttempts = 1 });
        await using (client)
        {
            var error = await Assert.ThrowsAsync<LeapSearchException>(() => client.SearchAsync(new SearchRequest()));
            Assert.Equal((Grpc.Core.StatusCode.Unavailable, "INDEX_REBUILDING"), (error.Code, error.Reason));
            var catalog = new FakeCatalog();
            opening.SetResult(new OpenCatalog(catalog, () => catalog.State));
            await start;
            Assert.Single((await client.SearchAsync(new SearchRequest())).Results);
        }
    }
}
