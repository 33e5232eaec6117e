using Grpc.Core;
using Grpc.Health.V1;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
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
        await using var service = await FakeService.StartAsync("--shutdown-timeout", "300");
        using var watch = new Grpc.Health.V1.Health.HealthClient(service.Channel).Watch(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await NextAsync(watch));
        service.Catalog.State = IndexState.Rebuilding;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await NextAsync(watch));
        service.Catalog.State = IndexState.Serving;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await NextAsync(watch));

        var stop = service.StopAsync();
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await NextAsync(watch));
        Assert.False(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience.Limit));
        await stop.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task AWatcherOfAnUnknownNameIsToldAndKept()
    {
        await using var service = await FakeService.StartAsync();
        using var watch = new Grpc.Health.V1.Health.HealthClient(service.Channel).Watch(new HealthCheckRequest { Service = "other" });
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.ServiceUnknown, await NextAsync(watch));
        service.Catalog.State = IndexState.Rebuilding;
        var next = watch.ResponseStream.MoveNext(CancellationToken.None);
        Assert.NotSame(next, await Task.WhenAny(next, Task.Delay(1_500)));
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience.Limit));
        return watch.ResponseStream.Current.Status;
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> CheckAsync(FakeService service, string name)
        => (await new Grpc.Health.V1.Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest { Service = name })).Status;
}
