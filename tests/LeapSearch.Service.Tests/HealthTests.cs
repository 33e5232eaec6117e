using Grpc.Core;
using Grpc.Health.V1;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

public sealed class HealthTests
{
    [Theory]
    [InlineData("")]
    [InlineData("leapsearch.v1.SearchService")]
    [InlineData("leapsearch.v1.RecommendationService")]
    public async Task SearchHealthFollowsTheIndex(string name)
    {
        await using var service = await FakeService.StartAsync();
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await CheckAsync(service, name));
        service.Catalog.State = IndexState.Rebuilding;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await CheckAsync(service, name));
    }

    [Fact]
    public async Task WritesAreServedWhileTheIndexIsRebuilt()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.State = IndexState.Rebuilding;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await CheckAsync(service, "leapsearch.v1.IndexService"));
        service.Catalog.State = IndexState.Failed;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await CheckAsync(service, "leapsearch.v1.IndexService"));
    }

    [Fact]
    public async Task AnUnknownNameIsNotFound()
    {
        await using var service = await FakeService.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => CheckAsync(service, "other"));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task AWatcherSeesChangesAndTheEnd()
    {
        await using var service = await FakeService.StartAsync();
        using var watch = new Grpc.Health.V1.Health.HealthClient(service.Channel).Watch(new HealthCheckRequest());
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, watch.ResponseStream.Current.Status);

        // Watchers hear of what the publisher, once a second, finds changed since its own last look; let it see SERVING first.
        await Task.Delay(1_500);
        service.Catalog.State = IndexState.Rebuilding;
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
        }
        while (watch.ResponseStream.Current.Status != HealthCheckResponse.Types.ServingStatus.NotServing);

        await service.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> CheckAsync(FakeService service, string name)
        => (await new Grpc.Health.V1.Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest { Service = name })).Status;
}
