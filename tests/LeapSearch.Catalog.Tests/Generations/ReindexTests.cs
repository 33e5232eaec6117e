using Grpc.Core;
using LeapSearch.Catalog.Generations;
using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using static LeapSearch.Catalog.Tests.Generations.Catalogue;

namespace LeapSearch.Catalog.Tests.Generations;

public sealed class ReindexTests : IDisposable
{
    private const string Early = "2000-01-01T00:00:00Z";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheFirstReindexFillsAnEmptyFolder()
    {
        await using var host = await OpenAsync(folder.Path);
        var reports = await host.ReindexAsync(new ReindexOptions(), [Film("a", "one"), Person("p", "two")], [Article("x", "three")]);
        Assert.Equal(["1:a", "2:p", "3:x"], host.Indexed().Keys);
        Assert.Equal(host.Stored(), host.Indexed());
        var last = reports[^1];
        Assert.Equal((ReindexPhase.Done, 3, 3, 3), (last.Phase, last.DocumentsRead, last.DocumentsIndexed, last.DocumentsTotal));
        Assert.Equal("1", last.Summary.Generation);
        Assert.All(last.Summary.Changes, c => Assert.Equal(1, c.Added));
        Assert.Equal([1L, 2L, 3L], last.Summary.Changes.Select(c => (long)c.Type));
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task ChangesAreCountedByType()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one"), Film("b", "two"), Film("c", "three"), Person("p", "kept")]);
        var reports = await host.ReindexAsync(new ReindexOptions { MaxVanish = 0.5 }, [Film("a", "one"), Film("b", "changed"), Film("d", "new")]);
        Assert.Equal(
            [
                new TypeChange { Type = DocumentType.Film, Added = 1, Changed = 1, Unchanged = 1, Removed = 1 },
                new TypeChange { Type = DocumentType.Person, Kept = 1 },
            ],
            reports[^1].Summary.Changes);
        Assert.Equal(["1:a", "1:b", "1:d", "2:p"], host.Indexed().Keys);
        Assert.Equal("2", host.Status().Generation);
    }

    [Fact]
    public async Task TypesNotSentAreEmptiedWhenAskedTo()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one"), Person("p", "gone")]);
        var reports = await host.ReindexAsync(new ReindexOptions { ReplaceAll = true }, [Film("a", "one")]);
        Assert.Equal(1, reports[^1].Summary.Changes.Single(c => c.Type == DocumentType.Person).Removed);
        Assert.Equal(["1:a"], host.Indexed().Keys);
    }

    [Fact]
    public async Task WhatWasWrittenLiveAfterTheSourcesTimeIsKept()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "source"), Film("b", "source"), Film("c", "source")]);
        await host.WriteAsync([Put(Film("a", "live")), Remove(DocumentType.Film, "b"), Put(Film("new", "live"))]);

        for (var i = 0; i < 2; i++)
        {
            var reports = await host.ReindexAsync(new ReindexOptions { AsOf = Early }, [Film("a", "source"), Film("b", "source"), Film("c", "source 2")]);
            Assert.Equal(["1:a", "1:c", "1:new"], host.Indexed().Keys);
            Assert.Equal("live", host.Indexed()["1:a"].Film.Title);
            Assert.Equal(2, reports[^1].Summary.Changes.Single().Kept);
        }

        await host.ReindexAsync(new ReindexOptions { MaxVanish = 1 }, [Film("a", "source"), Film("b", "source")]);
        Assert.Equal(["1:a", "1:b"], host.Indexed().Keys);
        Assert.Equal("source", host.Indexed()["1:a"].Film.Title);
    }

    [Fact]
    public async Task ADryRunChangesNothing()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one"), Person("p", "kept")]);
        var reports = await host.ReindexAsync(new ReindexOptions { DryRun = true, MaxVanish = 1 }, [Film("b", "two")]);
        var summary = reports[^1].Summary;
        Assert.True(summary.DryRun);
        Assert.Equal("1", summary.Generation);
        Assert.Equal(new TypeChange { Type = DocumentType.Film, Added = 1, Removed = 1 }, summary.Changes[0]);
        Assert.Equal(["1:a", "2:p"], host.Indexed().Keys);
        Assert.Single(host.Status().Generations);
        Assert.Single(Directory.GetDirectories(folder.File("generations")));
    }

    [Fact]
    public async Task ARebuildTakesWhatIsStored()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one"), Person("p", "two")]);
        await host.WriteAsync([Put(Film("b", "live")), Remove(DocumentType.Person, "p")]);
        var before = host.Stored();
        var reports = await host.ReindexAsync(new ReindexOptions { Rebuild = true });
        Assert.Equal("2", reports[^1].Summary.Generation);
        Assert.Equal(before, host.Indexed());
        Assert.Equal(before, host.Stored());
    }

    [Fact]
    public async Task TooManyVanishingDocumentsAreRefused()
    {
        await using var host = await OpenAsync(folder.Path);
        var films = Enumerable.Range(0, 100).Select(i => Film($"{i}", "film")).ToArray();
        await host.ReindexAsync(new ReindexOptions(), films);
        await host.ReindexAsync(new ReindexOptions(), films[..95]);
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => host.ReindexAsync(new ReindexOptions(), films[..90]));
        Assert.Equal((StatusCode.FailedPrecondition, "TOO_MANY_VANISH"), (error.Code, error.Reason));
        Assert.Contains("5 of 95", error.Message);
        await LiveIsUntouchedAsync(host, 95);
        await host.ReindexAsync(new ReindexOptions { MaxVanish = 0.06 }, films[..90]);
        await LiveIsUntouchedAsync(host, 90);
    }

    [Fact]
    public async Task BadRequestsAreRefusedAndTheLiveGenerationStays()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one")]);

        await Refused("documents[1]", new ReindexOptions(), [Film("b", "x"), Film("b", "y")]);
        await Refused("documents[0]", new ReindexOptions(), [Film("b", "x")], [Film("b", "y")]);
        await Refused("documents[1]", new ReindexOptions(), [Film("b", "x"), new Document()]);
        await Refused("as_of", new ReindexOptions { AsOf = "yesterday" }, [Film("b", "x")]);
        await Refused("max_vanish", new ReindexOptions { MaxVanish = 2 }, [Film("b", "x")]);
        await Refused("rebuild", new ReindexOptions { Rebuild = true }, [Film("b", "x")]);
        await Refused("", new ReindexOptions());
        await LiveIsUntouchedAsync(host, 1);

        async Task Refused(string field, ReindexOptions options, params Document[][] batches)
        {
            var error = await Assert.ThrowsAsync<LeapSearchException>(() => host.ReindexAsync(options, batches));
            Assert.Equal(StatusCode.InvalidArgument, error.Code);
            Assert.EndsWith(field, error.Field ?? "");
        }
    }

    [Fact]
    public async Task OneReindexRunsAtATime()
    {
        await using var host = await OpenAsync(folder.Path);
        var first = host.ReindexAsync(Requests(new ReindexOptions(), [Film("a", "one")], [Film("b", "two")])).GetAsyncEnumerator();
        Assert.True(await first.MoveNextAsync());
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => host.ReindexAsync(new ReindexOptions { Rebuild = true }));
        Assert.Equal(StatusCode.Aborted, error.Code);
        await first.DisposeAsync();
        await host.ReindexAsync(new ReindexOptions { MaxVanish = 1 }, [Film("c", "three")]);
        Assert.Equal(["1:c"], host.Indexed().Keys);
    }

    [Fact]
    public async Task AnAbandonedReindexLeavesNothing()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one")]);
        await foreach (var report in host.ReindexAsync(Endless()))
        {
            if (report.DocumentsRead >= 3)
            {
                break;
            }
        }

        await LiveIsUntouchedAsync(host, 1);

        static async IAsyncEnumerable<ReindexRequest> Endless()
        {
            yield return new ReindexRequest { Options = new ReindexOptions() };
            for (var i = 0; ; i++)
            {
                await Task.Delay(1);
                yield return new ReindexRequest { Batch = new DocumentBatch { Documents = { Film($"{i}", "endless") } } };
            }
        }
    }

    [Fact]
    public async Task WritesGoOnDuringAReindexAndNoneIsLost()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [.. Enumerable.Range(0, 300).Select(i => Film($"{i}", "source 0"))]);
        using var stop = new CancellationTokenSource();
        var acknowledged = new Dictionary<string, string>();
        var searches = 0;
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await host.WriteAsync([Put(Film($"{i % 50}", $"live {i}"))]);
                acknowledged[$"1:{i % 50}"] = $"live {i}";
            }
        });
        var searcher = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.NotEmpty(host.Indexed());
                searches++;
            }
        });
        for (var round = 1; round <= TestTier.Pick(3, 10, 50); round++)
        {
            await host.ReindexAsync(new ReindexOptions { AsOf = Early }, [.. Enumerable.Range(0, 300).Select(i => Film($"{i}", $"source {round}"))]);
        }

        await stop.CancelAsync();
        await writer;
        await searcher;
        await host.LevelAsync();
        Assert.True(searches > 0);
        var indexed = host.Indexed();
        Assert.Equal(300, indexed.Count);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, indexed[a.Key].Film.Title));
        Assert.Equal(host.Stored(), indexed);
        Assert.Equal(2, host.Status().Generations.Count);
        Assert.Empty(await host.VerifyAsync());
    }

    [Fact]
    public async Task SequencesNeverGoBack()
    {
        await using var host = await OpenAsync(folder.Path);
        long last = 0;
        for (var i = 0; i < 30; i++)
        {
            last = await host.WriteAsync([Put(Film("a", $"{i}"))]);
        }

        await host.ReindexAsync(new ReindexOptions(), [Film("a", "source")]);
        Assert.True(host.Status().SearchableSequence >= last);
        Assert.True(await host.WriteAsync([Put(Film("a", "later"))]) > last);
    }

    [Fact]
    public async Task GoingBackTakesAlongWhatWasWrittenSince()
    {
        await using var host = await OpenAsync(folder.Path);
        var none = await Assert.ThrowsAsync<LeapSearchException>(() => host.RollbackAsync(""));
        Assert.Equal(StatusCode.FailedPrecondition, none.Code);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "first"), Film("b", "first")]);
        await host.ReindexAsync(new ReindexOptions { MaxVanish = 1 }, [Film("a", "second"), Film("c", "second")]);
        await host.WriteAsync([Put(Film("live", "live"))]);

        Assert.Equal("1", await host.RollbackAsync(""));
        Assert.Equal(["1:a", "1:b", "1:live"], host.Indexed().Keys);
        Assert.Equal("first", host.Indexed()["1:a"].Film.Title);
        await host.WriteAsync([Put(Film("live", "again"))]);
        Assert.Equal("2", await host.RollbackAsync("2"));
        Assert.Equal(["1:a", "1:c", "1:live"], host.Indexed().Keys);
        Assert.Equal("again", host.Indexed()["1:live"].Film.Title);
        Assert.Equal(host.Stored(), host.Indexed());
    }

    [Fact]
    public async Task AFailureAtAnyStepLeavesTheLiveGenerationServing()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one")]);
        foreach (var step in Enum.GetValues<SwapStep>().Where(s => s < SwapStep.Current))
        {
            host.OnStep = s => _ = s == step ? throw new IOException($"failed at {step}") : 0;
            await Assert.ThrowsAsync<LeapSearchException>(() => host.ReindexAsync(new ReindexOptions { MaxVanish = 1 }, [Film("b", "two")]));
            host.OnStep = _ => { };
            await LiveIsUntouchedAsync(host, 1);
        }
    }

    private async Task LiveIsUntouchedAsync(CatalogHost host, int documents)
    {
        Assert.Equal(documents, host.Indexed().Count);
        var live = host.Status().Generation;
        var unfinished = Directory.GetFiles(folder.Path, "BUILDING", SearchOption.AllDirectories);
        Assert.Empty(unfinished);
        await host.WriteVisiblyAsync(Put(Film("probe", "probe")));
        await host.WriteVisiblyAsync(Remove(DocumentType.Film, "probe"));
        Assert.Equal(live, host.Status().Generation);
    }
}
