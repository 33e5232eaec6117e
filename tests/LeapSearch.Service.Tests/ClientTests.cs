using Grpc.Core;
using LeapSearch.Client;
using LeapSearch.Contracts;
using LeapSearch.Service.Tests.Hosting;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Service.Tests;

/// <summary>The client on real sockets: errors come back as they were thrown, retries, several addresses, batches, streams.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task EveryCallGoesThrough()
    {
        await using var service = await FakeService.StartAsync();
        await using var client = new LeapSearchClient(service.GrpcAddress);
        Assert.Single((await client.SearchAsync(new SearchRequest { Query = "leap" })).Results);
        Assert.Single((await client.SuggestAsync(new SuggestRequest { Prefix = "le" })).Suggestions);
        Assert.Equal("Leap", (await client.GetFilmAsync(new GetFilmRequest { FilmId = "leap-2020" })).Title);
        Assert.Equal("peter-chan", (await client.GetPersonAsync(new GetPersonRequest { PersonId = "peter-chan" })).Id);
        Assert.Equal("a", (await client.GetArticleAsync(new GetArticleRequest { ArticleId = "a" })).Id);
        Assert.Single((await client.RelatedFilmsAsync(new RelatedFilmsRequest { FilmId = "leap-2020" })).Results);
        Assert.NotNull(await client.RelatedArticlesAsync(new RelatedArticlesRequest()));
        Assert.NotNull(await client.RelatedPeopleAsync(new RelatedPeopleRequest()));
        Assert.NotNull(await client.BatchRelatedFilmsAsync(new BatchRelatedFilmsRequest()));
        Assert.Equal(IndexState.Serving, (await client.GetStatusAsync(new GetStatusRequest())).State);
        Assert.Equal("1", (await client.RollbackAsync(new RollbackRequest())).Generation);
        Assert.Equal("leap-2020", Assert.Single(client.ExportAsync(new ExportRequest()).ToBlockingEnumerable()).Documents.Single().Film.Id);
        Assert.True((await client.WriteDocumentsAsync(new WriteDocumentsRequest())).Sequence > 0);
    }

    [Fact]
    public async Task AnErrorComesBackAsItWasThrown()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.Before = (_, _) => throw new LeapSearchException(
            StatusCode.FailedPrecondition, "TOO_MANY_VANISH", "7 % would vanish — 夺冠", "options.max_vanish", TimeSpan.FromSeconds(1.5));
        await using var client = new LeapSearchClient(service.GrpcAddress);
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => client.SearchAsync(new SearchRequest()));
        Assert.Equal(
            (StatusCode.FailedPrecondition, "TOO_MANY_VANISH", "7 % would vanish — 夺冠", "options.max_vanish", TimeSpan.FromSeconds(1.5)),
            (error.Code, error.Reason, error.Message, error.Field, error.RetryAfter!.Value));
    }

    [Fact]
    public async Task OnlyUnavailableIsTriedAgain()
    {
        await using var service = await FakeService.StartAsync();
        var tries = 0;
        service.Catalog.Before = (_, _) => ++tries < 3 ? throw LeapSearchException.Rebuilding("soon") : Task.CompletedTask;
        await using var client = new LeapSearchClient(service.GrpcAddress);
        await client.SearchAsync(new SearchRequest());
        Assert.Equal(3, tries);

        tries = 0;
        service.Catalog.Before = (_, _) => throw new LeapSearchException(StatusCode.Internal, $"TRY_{++tries}", "broken");
        await Assert.ThrowsAsync<LeapSearchException>(() => client.SearchAsync(new SearchRequest()));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task ADeadPortIsUnavailable()
    {
        await using var client = new LeapSearchClient("http://127.0.0.1:1");
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => client.SearchAsync(new SearchRequest()));
        Assert.Equal((StatusCode.Unavailable, "UNAVAILABLE"), (error.Code, error.Reason));
    }

    [Fact]
    public async Task SeveralAddressesShareTheCallsAndOneMayBeDown()
    {
        await using var first = await FakeService.StartAsync();
        await using var second = await FakeService.StartAsync();
        var calls = new int[2];
        first.Catalog.Before = (_, _) => Task.FromResult(Interlocked.Increment(ref calls[0]));
        second.Catalog.Before = (_, _) => Task.FromResult(Interlocked.Increment(ref calls[1]));
        await using var client = new LeapSearchClient(new LeapSearchClientOptions
        {
            Addresses = [new Uri(first.GrpcAddress), new Uri(second.GrpcAddress)],
        });
        for (var i = 0; i < 40 || (i < 2_000 && calls.Contains(0)); i++)
        {
            await client.SearchAsync(new SearchRequest());
        }

        Assert.All(calls, count => Assert.NotEqual(0, count));
        await second.StopAsync();
        for (var i = 0; i < 40; i++)
        {
            await client.SearchAsync(new SearchRequest());
        }
    }

    [Fact]
    public async Task ACancelledCallIsAnOperationCanceled()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.Before = (_, token) => Task.Delay(Timeout.Infinite, token);
        await using var client = new LeapSearchClient(service.GrpcAddress);
        using var source = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SearchAsync(new SearchRequest(), source.Token));
    }

    [Fact]
    public async Task TheClientsDeadlineIsDeadlineExceeded()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.Before = (_, token) => Task.Delay(Timeout.Infinite, token);
        await using var client = new LeapSearchClient(new LeapSearchClientOptions
        {
            Addresses = [new Uri(service.GrpcAddress)], ReadDeadline = TimeSpan.FromMilliseconds(100),
        });
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => client.SearchAsync(new SearchRequest()));
        Assert.Equal(StatusCode.DeadlineExceeded, error.Code);
    }

    [Fact]
    public async Task BigWritesGoInBatches()
    {
        await using var service = await FakeService.StartAsync();
        await using var client = new LeapSearchClient(service.GrpcAddress);
        var request = new WriteDocumentsRequest();
        request.Documents.AddRange(Enumerable.Range(0, 2_500).Select(i => new Document { Film = new Film { Id = $"f{i}", Title = "T" } }));
        await client.WriteDocumentsAsync(request);
        Assert.Equal([1_000, 1_000, 500], service.Catalog.Writes.Select(w => w.Documents.Count));
    }

    [Fact]
    public async Task AReindexStreamsBothWays()
    {
        await using var service = await FakeService.StartAsync();
        await using var client = new LeapSearchClient(service.GrpcAddress);
        var answers = new List<ReindexResponse>();
        await foreach (var answer in client.ReindexAsync(Requests()))
        {
            answers.Add(answer);
        }

        Assert.Equal(ReindexPhase.Done, answers[^1].Phase);
        Assert.Equal(3_000, answers[^1].DocumentsRead);

        static async IAsyncEnumerable<ReindexRequest> Requests()
        {
            yield return new ReindexRequest { Options = new ReindexOptions() };
            await Task.Yield();
            var batch = new DocumentBatch();
            batch.Documents.AddRange(Enumerable.Range(0, 3_000).Select(i => new Document { Film = new Film { Id = $"f{i}", Title = "T" } }));
            yield return new ReindexRequest { Batch = batch };
        }
    }

    [Fact]
    public async Task AFailingSourceEndsTheReindexWithItsOwnError()
    {
        await using var service = await FakeService.StartAsync();
        await using var client = new LeapSearchClient(service.GrpcAddress);
        var error = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var answer in client.ReindexAsync(Requests()))
            {
                Assert.NotEqual(ReindexPhase.Done, answer.Phase);
            }
        });
        Assert.Equal("films.jsonl:7: broken", error.Message);

        static async IAsyncEnumerable<ReindexRequest> Requests()
        {
            yield return new ReindexRequest { Options = new ReindexOptions() };
            await Task.Delay(50);
            throw new FormatException("films.jsonl:7: broken");
        }
    }

    [Fact]
    public async Task AnErrorOfTheServiceEndsTheReindex()
    {
        await using var service = await FakeService.StartAsync();
        service.Catalog.Before = (_, _) => throw LeapSearchException.InvalidArgument("batch.documents[0].film.id", "is missing");
        await using var client = new LeapSearchClient(service.GrpcAddress);
        var error = await Assert.ThrowsAsync<LeapSearchException>(async () =>
        {
            await foreach (var _ in client.ReindexAsync(Endless()))
            {
            }
        });
        Assert.Equal((StatusCode.InvalidArgument, "batch.documents[0].film.id"), (error.Code, error.Field));

        static async IAsyncEnumerable<ReindexRequest> Endless()
        {
            for (var i = 0; ; i++)
            {
                yield return new ReindexRequest { Batch = new DocumentBatch { Documents = { new Document { Film = new Film { Id = $"f{i}" } } } } };
                await Task.Delay(1);
            }
        }
    }

    [Fact]
    public async Task AnAbandonedReindexIsCancelledAtTheService()
    {
        await using var service = await FakeService.StartAsync();
        var cancelled = new TaskCompletionSource();
        service.Catalog.Before = (_, token) =>
        {
            token.Register(() => cancelled.TrySetResult());
            return Task.CompletedTask;
        };
        await using var client = new LeapSearchClient(service.GrpcAddress);
        await foreach (var _ in client.ReindexAsync(Waiting()))
        {
            break;
        }

        await cancelled.Task.WaitAsync(Patience.Limit);

        static async IAsyncEnumerable<ReindexRequest> Waiting([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
        {
            yield return new ReindexRequest { Options = new ReindexOptions() };
            await Task.Delay(Timeout.Infinite, token);
        }
    }
}
