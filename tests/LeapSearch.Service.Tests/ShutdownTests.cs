using Google.Rpc;
using Grpc.Core;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

public sealed class ShutdownTests
{
    [Fact]
    public async Task AnOpenStreamEndsUnavailableAtOnce()
    {
        // Often: without the drain about one stop in six tore the connection before the status had left.
        var stops = Enumerable.Range(0, TestTier.Pick(5, 40, 300)).Select(_ => EndWithAnOpenStreamAsync());
        await Task.WhenAll(stops);
    }

    [Fact]
    public async Task AUnaryCallUnderWayIsAnswered()
    {
        await using var service = await FakeService.StartAsync();
        var started = new TaskCompletionSource();
        service.Catalog.Before = async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(400, token);
        };
        var call = new SearchService.SearchServiceClient(service.Channel).SearchAsync(new SearchRequest { Query = "leap" });
        await started.Task;
        var stop = service.StopAsync();
        Assert.Single((await call).Results);
        await stop;
    }

    private static async Task EndWithAnOpenStreamAsync()
    {
        await using var service = await FakeService.StartAsync("--shutdown-timeout", "300");
        using var call = new IndexService.IndexServiceClient(service.Channel).StreamDocuments();
        await call.RequestStream.WriteAsync(new StreamDocumentsRequest { Deletes = { new DocumentReference { Type = DocumentType.Film, Id = "a" } } });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        var stop = service.StopAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(error.StatusCode == StatusCode.Unavailable, error.ToString());
        Assert.Equal("SHUTTING_DOWN", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        await stop.WaitAsync(Patience.Limit);
    }
}
