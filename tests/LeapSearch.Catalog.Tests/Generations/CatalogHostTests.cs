using Grpc.Core;
using LeapSearch.Catalog.Tests.Indexing;
using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using static LeapSearch.Catalog.Tests.Generations.Catalogue;

namespace LeapSearch.Catalog.Tests.Generations;

public sealed class CatalogHostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnEmptyFolderSaysSoAndTakesWrites()
    {
        await using var host = await OpenAsync(folder.Path);
        Assert.Equal(IndexState.Empty, host.State);
        Assert.Equal("", host.Status().Generation);
        Assert.Equal(StatusCode.Unavailable, Assert.Throws<LeapSearchException>(host.Acquire).Code);

        await host.WriteVisiblyAsync(Put(Film("leap", "Leap")));
        Assert.Equal(IndexState.Serving, host.State);
        Assert.Equal(["1:leap"], host.Search("words", "Leap"));
        var status = host.Status();
        Assert.Equal("1", status.Generation);
        Assert.Equal((1, 1), (status.DurableSequence, status.SearchableSequence));
        Assert.Equal([new TypeCount { Type = DocumentType.Film, Count = 1 }], status.Counts);
        Assert.True(status.Generations.Single().Live);
        Assert.Equal("", status.Message);
    }

    [Fact]
    public async Task WritesReplaceAndDeletesRemove()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.WriteVisiblyAsync(Put(Film("a", "one")), Put(Person("a", "one")), Put(Article("b", "two")));
        Assert.Equal(["1:a", "2:a", "3:b"], host.Indexed().Keys);
        await host.WriteVisiblyAsync(Put(Film("a", "three")), Remove(DocumentType.Person, "a"), Remove(DocumentType.Person, "absent"));
        Assert.Equal(["1:a", "3:b"], host.Indexed().Keys);
        Assert.Equal(["1:a"], host.Search("words", "three"));
        Assert.Empty(host.Search("words", "one"));
    }

    [Fact]
    public async Task PeopleAreIndexedBeforeTheFilmsThatNameThem()
    {
        await using (var host = await OpenAsync(folder.Path))
        {
            await host.WriteVisiblyAsync(Put(Film("leap", "Leap", "peter-chan")), Put(Person("peter-chan", "Peter Chan")));
            Assert.Equal(["1:leap"], host.Search("director", "peter-chan"));
        }

        Directory.Delete(folder.File("generations/1/index"), recursive: true);
        var indexer = new TestIndexer();
        await using (var host = await OpenAsync(folder.Path, indexer: () => indexer))
        {
            await host.LevelAsync();
            Assert.Equal(["1:leap"], host.Search("director", "peter-chan"));
            lock (indexer.Batches)
            {
                Assert.Equal([DocumentType.Person, DocumentType.Film, DocumentType.Article], indexer.Batches.Take(3));
            }
        }
    }

    [Fact]
    public async Task ALeaseSeesOneStateWhateverIsWritten()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.WriteVisiblyAsync(Put(Film("a", "one")));
        using var lease = host.Acquire();
        await host.WriteVisiblyAsync(Put(Film("a", "two")), Put(Film("b", "two")));
        await host.ReindexAsync(new ReindexOptions { MaxVanish = 1 }, [Film("c", "three")]);
        Assert.Equal("one", Indexed(lease).Single().Value.Film.Title);
        Assert.Equal("three", host.Indexed().Single().Value.Film.Title);
    }

    [Fact]
    public async Task WhatWasWrittenIsThereAfterAnotherStart()
    {
        long sequence;
        await using (var host = await OpenAsync(folder.Path))
        {
            // Closing in the middle of the first build leaves it to the next start; after it, closing applies and commits what is durable.
            await host.WriteVisiblyAsync(Put(Film("a", "one")));
            sequence = await host.WriteAsync([Put(Film("b", "two"))]);
        }

        await using (var host = await OpenAsync(folder.Path))
        {
            var status = await host.LevelAsync();
            Assert.Equal(sequence, status.CommittedSequence);
            Assert.Equal("", status.Message);
            Assert.Equal(["1:a", "1:b"], host.Indexed().Keys);
            Assert.Empty(await host.VerifyAsync());
        }
    }

    [Fact]
    public async Task ASecondWriterIsRefusedAndAReaderIsNot()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.WriteVisiblyAsync(Put(Film("a", "one")));
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => OpenAsync(folder.Path));
        Assert.Equal(StatusCode.FailedPrecondition, error.Code);
        Assert.Contains(folder.Path, error.Message);

        await host.ReindexAsync(new ReindexOptions { Rebuild = true });
        await using var reader = await OpenAsync(folder.Path, readOnly: true);
        Assert.Equal(["1:a"], reader.Indexed().Keys);
        Assert.Equal(IndexState.Serving, reader.Status().State);
        error = await Assert.ThrowsAsync<LeapSearchException>(() => reader.WriteAsync([Put(Film("b", ""))]));
        Assert.Equal(StatusCode.FailedPrecondition, error.Code);
    }

    [Fact]
    public async Task AReaderFollowsCommitsAndSwaps()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.ReindexAsync(new ReindexOptions(), [Film("a", "one")]);
        await using var reader = await OpenAsync(folder.Path, readOnly: true);
        Assert.Equal("1", reader.Status().Generation);
        await host.WriteAsync([Put(Film("b", "two"))]);
        await host.ReindexAsync(new ReindexOptions { AsOf = "2000-01-01T00:00:00Z" }, [Film("a", "three")]);
        await Patience.UntilAsync(() => reader.Status().Generation == "2", () => "The reader stays on the old generation");

        Assert.Equal(["1:a", "1:b"], reader.Indexed().Keys);
    }

    [Fact]
    public async Task WaitingForASequenceEndsWithItsCall()
    {
        await using var host = await OpenAsync(folder.Path);
        await host.WriteVisiblyAsync(Put(Film("a", "one")));
        using var cancel = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.WaitForSequenceAsync(1000, cancel.Token));
    }

    [Fact]
    public async Task ADocumentThatCannotBeIndexedIsNamedAndKeepsNoOtherFromBeingFound()
    {
        await using var host = await OpenAsync(folder.Path, indexer: () => new TestIndexer { Refuses = "bad" });
        await host.WriteVisiblyAsync(Put(Film("a", "one")), Put(Film("bad", "one")), Put(Film("c", "one")));
        Assert.Equal(["1:a", "1:c"], host.Indexed().Keys);
        Assert.Contains("1:bad", host.Status().Message);
        Assert.Equal(IndexState.Serving, host.State);
    }
}
