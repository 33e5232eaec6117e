using Google.Rpc;
using Grpc.Core;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

public sealed class GrpcErrorsTests
{
    [Fact]
    public async Task AnUnknownIdIsNotFoundWithItsReason()
    {
        await using var service = await FakeService.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => Search(service).GetFilmAsync(new GetFilmRequest { FilmId = "no-such" }).ResponseAsync);
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal("There is no film with the id 'no-such'.", error.Status.Detail);
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal(("leapsearch", "NOT_FOUND"), (info.Domain, info.Reason));
    }

    [Fact]
    public async Task AWrongFieldIsNamed()
    {
        await using var service = await FakeService.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => Search(service).SearchAsync(new SearchRequest { PageSize = -1 }).ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        var violation = Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(("page_size", "is negative"), (violation.Field, violation.Description));
    }

    [Fact]
    public async Task ARebuildingIndexIsUnavailableWithAHintToRetry()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.State = IndexState.Rebuilding;
        var error = await Assert.ThrowsAsync<RpcException>(() => Search(service).SearchAsync(new SearchRequest()).ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Equal(1, error.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds);
    }

    [Fact]
    public async Task AnUnexpectedErrorKeepsItsTextInTheLog()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.Before = (_, _) => throw new InvalidOperationException("secret path /etc/x");
        var error = await Assert.ThrowsAsync<RpcException>(() => Search(service).SearchAsync(new SearchRequest()).ResponseAsync);
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.DoesNotContain("secret", error.Status.Detail);
        var reference = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["reference"];
        Assert.Contains(reference, error.Status.Detail);
        Assert.Contains(service.Log.Warnings, line => line.Contains(reference) && line.Contains("secret path"));
    }

    [Fact]
    public async Task AMessageInAHeaderStaysShortAndWhole()
    {
        await using var service = await FakeService.StartAsync();
        var id = string.Concat(Enumerable.Repeat("😀", 200_000));
        var error = await Assert.ThrowsAsync<RpcException>(() => Search(service).GetFilmAsync(new GetFilmRequest { FilmId = id }).ResponseAsync);
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.InRange(error.Status.Detail.Length, 900, 1_001);
        Assert.EndsWith("😀…", error.Status.Detail);
    }

    [Fact]
    public async Task TheServersDeadlineBoundsACallWithoutOne()
    {
        await using var service = await FakeService.StartAsync("--read-deadline", "0.3");
        service.Catalog.Before = (_, _) => Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None);
        var error = await Assert.ThrowsAsync<RpcException>(() => Search(service).SearchAsync(new SearchRequest()).ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.Equal("DEADLINE_EXCEEDED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task ACancelledCallCancelsTheWork()
    {
        await using var service = await FakeService.StartAsync();
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        service.Catalog.Before = async (_, token) =>
        {
            started.SetResult();
            await using var registration = token.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, token);
        };
        using var source = new CancellationTokenSource();
        var call = Search(service).SearchAsync(new SearchRequest(), cancellationToken: source.Token);
        await started.Task;
        await source.CancelAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        await cancelled.Task.WaitAsync(Patience.Limit);
        Assert.Empty(service.Log.Warnings);
    }

    [Fact]
    public async Task AMessageAboveTheLimitIsResourceExhausted()
    {
        await using var service = await FakeService.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(
            () => Search(service).SearchAsync(new SearchRequest { Query = new string('x', 5_000_000) }).ResponseAsync);
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task WhatIsNotOfferedYetIsUnimplemented()
    {
        await using var service = await FakeService.StartAsync();
        var index = new IndexService.IndexServiceClient(service.Channel);
        using var backup = index.Backup(new BackupRequest());
        var error = await Assert.ThrowsAsync<RpcException>(() => backup.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
        Assert.Contains("Backup", error.Status.Detail);
    }

    private static SearchService.SearchServiceClient Search(FakeService service) => new(service.Channel);
}
