using LeapSearch.Catalog.Generations;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using LeapSearch.Catalog.Tests.Generations;
using static LeapSearch.Catalog.Tests.Generations.Catalogue;

namespace LeapSearch.Catalog.Tests.Indexing;

public sealed class IndexFollowerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private volatile int failures;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AfterAFailedCommitItGoesOnFromTheLastOne()
    {
        await using (var host = await OpenAsync())
        {
            await host.WriteVisiblyAsync(Put(Film("a", "one")));
            failures = 1;
            await host.WriteVisiblyAsync(Put(Film("b", "two")));
            await UntilAsync(() => host.Status() is { CommittedSequence: 2, State: IndexState.Serving });
            Assert.Contains("the disk is full", host.Status().Message);
            await host.WriteVisiblyAsync(Put(Film("c", "three")));
            Assert.Equal(["1:a", "1:b", "1:c"], host.Indexed().Keys);
        }

        await CheckAsync();
    }

    [Fact]
    public async Task OnAFullDiskItSaysSoServesAndRecoversByItself()
    {
        await using (var host = await OpenAsync())
        {
            await host.WriteVisiblyAsync(Put(Film("a", "one")));
            await UntilAsync(() => host.Status().CommittedSequence == 1);
            failures = int.MaxValue;
            await host.WriteVisiblyAsync(Put(Film("b", "two")));
            await UntilAsync(() => host.State == IndexState.Failed);
            Assert.Equal(["1:a", "1:b"], host.Indexed().Keys);
            await host.WriteAsync([Put(Film("c", "three"))]);

            failures = 0;
            await UntilAsync(() => host.Status() is { State: IndexState.Serving, SearchableSequence: 3 });
            Assert.Equal(["1:a", "1:b", "1:c"], host.Indexed().Keys);
        }

        await CheckAsync();
    }

    [Fact]
    public async Task AReindexOnAFullDiskFailsAndTheLiveGenerationStays()
    {
        await using (var host = await OpenAsync())
        {
            await host.WriteVisiblyAsync(Put(Film("a", "one")));
            await UntilAsync(() => host.Status().CommittedSequence == 1);
            failures = int.MaxValue;
            await Assert.ThrowsAsync<Contracts.LeapSearchException>(() => host.ReindexAsync(new ReindexOptions { MaxVanish = 1 }, [Film("b", "two")]));
            Assert.Equal(["1:a"], host.Indexed().Keys);
            Assert.Equal("1", host.Status().Generation);
            Assert.Single(Directory.GetDirectories(folder.File("generations")));
            failures = 0;
        }

        await CheckAsync();
    }

    [Fact]
    public async Task AWriterThatIsFasterThanTheIndexWaits()
    {
        await using var host = await CatalogHost.OpenAsync(Options() with { RefreshInterval = TimeSpan.FromMilliseconds(300) }, () => new TestIndexer());
        host.MaxBacklog = 20;

        // While an index is built, writes are taken without a bound.
        await host.WriteAsync([Put(Film("first", "film"))]);
        await UntilAsync(() => host.Status() is { State: IndexState.Serving, SearchableSequence: 1 });
        for (var i = 0; i < 60; i++)
        {
            await host.WriteAsync([Put(Film($"{i}", "film"))]);
            var status = host.Status();
            Assert.InRange(status.DurableSequence - status.SearchableSequence, 0, host.MaxBacklog + 1);
        }
    }

    private static Task UntilAsync(Func<bool> condition) => Patience.UntilAsync(condition, () => "It has not come true");

    private CatalogOptions Options() => new()
    {
        DataDir = folder.Path,
        RefreshInterval = TimeSpan.FromMilliseconds(10),
        CommitInterval = TimeSpan.FromMilliseconds(50),
        RetryInterval = TimeSpan.FromMilliseconds(100),
        OpenDirectory = path => new FailingDirectory(IndexDirectory.Open(path), Fails),
    };

    private bool Fails()
    {
        if (failures == 0)
        {
            return false;
        }

        failures--;
        return true;
    }

    private Task<CatalogHost> OpenAsync() => CatalogHost.OpenAsync(Options(), () => new TestIndexer());

    private async Task CheckAsync()
    {
        await using var host = await Catalogue.OpenAsync(folder.Path);
        Assert.Equal("", (await host.LevelAsync()).Message);
        Assert.Equal(host.Stored(), host.Indexed());
        Assert.Empty(await host.VerifyAsync());
    }
}
