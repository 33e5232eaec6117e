using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Snapshots;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Xunit;

namespace LeapSearch.Catalog.Tests.Snapshots;

public sealed class SnapshotSourceTests
{
    [Fact]
    public void NothingIsGivenOutBeforeTheFirstAndAfterTheEnd()
    {
        var source = new SnapshotSource();
        Assert.Null(source.TryAcquire());
        Assert.Equal(-1, source.Sequence);
        var reader = Publish(source, 5);
        source.TryAcquire()!.Dispose();
        source.Dispose();
        Assert.Null(source.TryAcquire());
        Assert.Equal(0, reader.RefCount);
        source.Dispose();
    }

    [Fact]
    public void ALeaseKeepsItsReaderOpen()
    {
        using var source = new SnapshotSource();
        var first = Publish(source, 1);
        var lease = source.TryAcquire()!;
        Publish(source, 2);
        Assert.Equal(1, first.RefCount);
        Assert.Equal(1, lease.Snapshot.Sequence);
        lease.Dispose();
        lease.Dispose();
        Assert.Equal(0, first.RefCount);
    }

    [Fact]
    public async Task WaitersAreWokenBySequence()
    {
        var source = new SnapshotSource();
        Publish(source, 1);
        Assert.True(await source.WaitAsync(1, default));
        var (three, five) = (source.WaitAsync(3, default), source.WaitAsync(5, default));
        Publish(source, 4);
        Assert.True(await three);
        Assert.False(five.IsCompleted);
        source.Dispose();
        Assert.False(await five);
        Assert.False(await source.WaitAsync(9, default));
    }

    [Fact]
    public async Task LeasesAreGoodWhileOthersPublish()
    {
        var source = new SnapshotSource();
        Publish(source, 0);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            long last = 0;
            while (!stop.IsCancellationRequested)
            {
                using var lease = source.TryAcquire()!;
                Assert.True(lease.Snapshot.Searcher.IndexReader.RefCount > 0);
                Assert.True(lease.Snapshot.Sequence >= last);
                last = lease.Snapshot.Sequence;
            }
        })).ToArray();
        var published = Enumerable.Range(1, 3000).Select(i => Publish(source, i)).ToList();
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        source.Dispose();
        Assert.All(published, r => Assert.Equal(0, r.RefCount));
    }

    private static IndexReader Publish(SnapshotSource source, long sequence)
    {
        var reader = new MultiReader();
        source.Publish(new Snapshot(new IndexSearcher(reader), FilmGraph.Build(reader, null, _ => { }), "1", sequence));
        reader.DecRef();
        return reader;
    }
}
