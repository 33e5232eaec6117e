using System.Text;
using LeapSearch.Testing;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Store.Tests;

public sealed class SqliteDocumentStoreTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string DatabasePath => folder.File("catalog.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ANewStoreIsEmpty()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        Assert.Equal(0, store.LastSequence);
        Assert.Empty(store.CountsByType());
        Assert.Null(store.Get(1, "a"));
        Assert.True(store.ReadChanges(0, long.MaxValue, 10).IsEmpty);
        Assert.Equal(0, await store.WriteAsync([]));
        Assert.Equal(new StoreHealth(true, "", store.Health.LogBytes), store.Health);
    }

    [Fact]
    public async Task WritesAndDeletesAreNumberedAndFollowed()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        Assert.Equal(3, await store.WriteAsync([Put(1, "a", "x"), Put(2, "a", "y"), Put(1, "b", "z")]));
        Assert.Equal(5, await store.WriteAsync([Put(1, "a", "x2"), Delete(1, "b")]));

        Assert.Equal("x2", Text(store.Get(1, "a")));
        Assert.Null(store.Get(1, "b"));
        Assert.Equal(new Dictionary<int, long> { [1] = 1, [2] = 1 }, store.CountsByType());

        var page = store.ReadChanges(0, long.MaxValue, 10);
        Assert.Equal([(2L, 2, "a", false), (4L, 1, "a", false), (5L, 1, "b", true)], page.Rows.Select(r => (r.Sequence, r.Type, r.Id, r.IsDeleted)));
        Assert.Equal(5, page.LastSequence);
        Assert.Equal([4L], store.ReadChanges(2, 4, 10).Rows.Select(r => r.Sequence));
        Assert.True(store.ReadChanges(5, long.MaxValue, 10).IsEmpty);
    }

    [Fact]
    public async Task DeletingWhatIsNotThereIsRemembered()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        Assert.Equal(1, await store.WriteAsync([Delete(1, "a")]));
        Assert.Equal(0, store.CountsByType().GetValueOrDefault(1));
        Assert.Single(store.ReadChanges(0, long.MaxValue, 10).Rows);
    }

    [Fact]
    public async Task WhatIsWrittenIsThereAfterReopening()
    {
        string epoch;
        await using (var store = SqliteDocumentStore.Create(DatabasePath))
        {
            epoch = store.Epoch;
            await store.WriteAsync([Put(1, "a", "x"), Put(1, "b", "y")]);
            await store.RaiseSequenceAsync(100);
            await store.RaiseSequenceAsync(50);
        }

        await using (var store = SqliteDocumentStore.Open(DatabasePath))
        {
            Assert.Equal(epoch, store.Epoch);
            Assert.Equal(100, store.LastSequence);
            Assert.Equal("y", Text(store.Get(1, "b")));
            Assert.Equal(101, await store.WriteAsync([Put(1, "a", "z")]));
        }

        await using var reader = SqliteDocumentStore.OpenReadOnly(DatabasePath);
        Assert.Equal(101, reader.LastSequence);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.WriteAsync([Put(1, "a", "")]));
    }

    [Fact]
    public async Task SourcesMayNameADocumentOnce()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        Assert.Equal(2, await store.LoadAsync([Put(1, "a", "x"), Put(1, "b", "y")]));
        var error = await Assert.ThrowsAsync<DuplicateDocumentException>(() => store.LoadAsync([Put(1, "c", "z"), Put(1, "a", "x")]));
        Assert.Equal((1, "a"), (error.Type, error.Id));
        Assert.Null(store.Get(1, "c"));
        Assert.Equal(2, store.LastSequence);
        Assert.Null(store.Get(1, "a")!.WrittenAt);
    }

    [Fact]
    public async Task CopiesKeepTheirWriteTimes()
    {
        var time = new FixedTime { Now = DateTimeOffset.FromUnixTimeSeconds(1_600_000_000) };
        await using var store = SqliteDocumentStore.Create(DatabasePath, new SqliteStoreOptions { Time = time });
        await store.WriteAsync([Put(1, "a", "x"), Delete(1, "b")]);
        var rows = store.ReadChanges(0, 9, 9).Rows;
        Assert.All(rows, r => Assert.Equal(time.Now, r.WrittenAt));

        time.Now = time.Now.AddDays(1);
        await using var other = SqliteDocumentStore.Create(folder.File("other.db"), new SqliteStoreOptions { Time = time });
        await other.LoadAsync([Put(1, "b", "loaded")]);
        await other.CopyAsync(rows);
        Assert.Equal(rows.Select(r => r with { Body = null }), other.ReadChanges(1, 9, 9).Rows.Select(r => r with { Sequence = r.Sequence - 1, Body = null }));
        Assert.Equal(new Dictionary<int, long> { [1] = 1 }, other.CountsByType());
    }

    [Fact]
    public async Task ATypeIsReadInOrderOfIds()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        string[] ids = ["b", "a:2", "Z", "a-1", "10", "9", "a"];
        await store.WriteAsync([.. ids.Select(i => Put(1, i, i)), Put(2, "other", "")]);
        var read = new List<string>();
        for (var page = store.ReadType(1, "", 2); !page.IsEmpty; page = store.ReadType(1, page.LastId, 2))
        {
            read.AddRange(page.Rows.Select(r => r.Id));
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public async Task PagesOfLargeRowsAreShort()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        var body = new byte[6 << 20];
        await store.WriteAsync([.. Enumerable.Range(0, 5).Select(i => new DocumentChange(1, $"{i}", body))]);
        var page = store.ReadChanges(0, 9, 100);
        Assert.Equal(3, page.Rows.Count);
        Assert.Equal(2, store.ReadChanges(page.LastSequence, 9, 100).Rows.Count);
    }

    [Fact]
    public async Task AFullDiskFailsTheCallAndNothingElse()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath, new SqliteStoreOptions { MaxPages = 40 });
        var acknowledged = new List<string>();
        StoreException? full = null;
        for (var i = 0; full is null; i++)
        {
            try
            {
                await store.WriteAsync([new DocumentChange(1, $"{i}", new byte[9000])]);
                acknowledged.Add($"{i}");
            }
            catch (StoreException e)
            {
                full = e;
            }
        }

        Assert.Equal(StoreError.Full, full.Error);
        Assert.True(store.Health.Writable);
        Assert.All(acknowledged, id => Assert.NotNull(store.Get(1, id)));
        await store.WriteAsync([Delete(1, "0"), Delete(1, "1")]);
        await store.WriteAsync([new DocumentChange(1, "again", new byte[9000])]);
    }

    [Fact]
    public async Task ADamagedRowIsNamedAndNotGivenOut()
    {
        await using (var store = SqliteDocumentStore.Create(DatabasePath))
        {
            await store.WriteAsync([Put(1, "a", "first"), Put(1, "b", "needle-needle"), Put(1, "c", "third")]);
        }

        var bytes = await File.ReadAllBytesAsync(DatabasePath);
        var at = bytes.AsSpan().IndexOf("needle-needle"u8);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(DatabasePath, bytes);

        await using (var store = SqliteDocumentStore.Open(DatabasePath))
        {
            var page = store.ReadChanges(0, 9, 9);
            Assert.Equal(["a", "c"], page.Rows.Select(r => r.Id));
            Assert.Equal([new DamagedRow(1, "b", 2)], page.Damaged);
            Assert.Equal(page.Damaged, store.ReadType(1, "", 9).Damaged);
            var error = Assert.Throws<StoreException>(() => store.Get(1, "b"));
            Assert.Equal(StoreError.Damaged, error.Error);
            Assert.Contains("1:b", error.Message);
            Assert.Equal(4, await store.WriteAsync([Put(1, "b", "written anew")]));
            Assert.Equal("written anew", Text(store.Get(1, "b")));
        }
    }

    [Fact]
    public async Task EverySingleByteChangedIsFoundOrHarmless()
    {
        var random = TestSeed.New(output);
        await using (var store = SqliteDocumentStore.Create(DatabasePath))
        {
            await store.WriteAsync([.. Enumerable.Range(0, 40).Select(i => Put(1 + (i % 3), $"id-{i}", $"body of {i}, long enough to be told from others"))]);
        }

        var sound = await File.ReadAllBytesAsync(DatabasePath);
        var truth = await ReadAll(DatabasePath);
        await using (var store = SqliteDocumentStore.Open(DatabasePath))
        {
            Assert.Empty(store.Verify());
        }

        Assert.Equal(40, truth.Count);
        var copy = folder.File("copy.db");
        var (refused, reported, same) = (0, 0, 0);
        for (var trial = 0; trial < TestTier.Pick(150, 2_000, sound.Length); trial++)
        {
            var bytes = sound.ToArray();
            var at = TestTier.Name == "release" ? trial : random.Next(bytes.Length);
            bytes[at] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(copy, bytes);
            File.Delete(copy + "-wal");
            File.Delete(copy + "-shm");
            try
            {
                var read = await ReadAll(copy);
                Assert.All(read, r => Assert.True(truth.TryGetValue(r.Key, out var body) && body == r.Value, $"byte {at}: wrong row {r.Key} given out"));
                if (read.Count == truth.Count)
                {
                    same++;
                }
                else
                {
                    await using var damaged = SqliteDocumentStore.Open(copy);
                    Assert.NotEmpty(damaged.Verify());
                    reported++;
                }
            }
            catch (StoreException)
            {
                refused++;
            }
        }

        output.WriteLine($"{refused} refused, {reported} with rows missing or reported, {same} the same");
    }

    [Fact]
    public async Task OtherDatabasesAreRefused()
    {
        Assert.Equal(StoreError.Missing, Assert.Throws<StoreException>(() => SqliteDocumentStore.Open(DatabasePath)).Error);
        await File.WriteAllTextAsync(DatabasePath, new string('x', 5000));
        Assert.Equal(StoreError.Damaged, Assert.Throws<StoreException>(() => SqliteDocumentStore.Open(DatabasePath)).Error);
        File.Delete(DatabasePath);

        await SqliteDocumentStore.Create(DatabasePath).DisposeAsync();
        Execute("pragma user_version=99");
        var error = Assert.Throws<StoreException>(() => SqliteDocumentStore.Open(DatabasePath));
        Assert.Equal(StoreError.Format, error.Error);
        Assert.Contains("99", error.Message);
        Assert.Contains("1", error.Message);
        Execute("pragma user_version=1; pragma application_id=1");
        Assert.Equal(StoreError.Format, Assert.Throws<StoreException>(() => SqliteDocumentStore.OpenReadOnly(DatabasePath)).Error);
        Assert.Equal(StoreError.Missing, Assert.Throws<StoreException>(() => SqliteDocumentStore.Create(DatabasePath)).Error);
    }

    [Fact]
    public async Task TheLogIsBroughtIntoTheDatabase()
    {
        await using var store = SqliteDocumentStore.Create(DatabasePath, new SqliteStoreOptions { CheckpointBytes = 100_000, TruncateLogAbove = 200_000 });
        for (var i = 0; i < 100; i++)
        {
            await store.WriteAsync([new DocumentChange(1, $"{i % 7}", new byte[20_000])]);
        }

        Assert.InRange(store.Health.LogBytes, 0, 600_000);
    }

    [Fact]
    public async Task ConcurrentCallsAgreeWithTheirNumbers()
    {
        var random = TestSeed.New(output);
        await using var store = SqliteDocumentStore.Create(DatabasePath);
        var seeds = Enumerable.Range(0, 8).Select(_ => random.Next()).ToArray();
        var written = new System.Collections.Concurrent.ConcurrentBag<(string Id, long Sequence, string? Body)>();
        await Task.WhenAll(seeds.Select(seed => Task.Run(async () =>
        {
            var own = new Random(seed);
            for (var i = 0; i < 50; i++)
            {
                var (id, body) = ($"{own.Next(30)}", own.Next(5) == 0 ? null : $"{seed} {i}");
                var sequence = await store.WriteAsync([new DocumentChange(1, id, body is null ? null : Encoding.UTF8.GetBytes(body))]);
                Assert.True(store.LastSequence >= sequence);
                written.Add((id, sequence, body));
            }
        })));

        Assert.Equal(400, store.LastSequence);
        Assert.Equal(400, written.Select(w => w.Sequence).Distinct().Count());
        foreach (var last in written.GroupBy(w => w.Id).Select(g => g.MaxBy(w => w.Sequence)))
        {
            Assert.Equal(last.Body, store.Get(1, last.Id) is { } row ? Text(row) : null);
        }
    }

    [Fact]
    public async Task AClosedStoreTakesNothing()
    {
        var store = SqliteDocumentStore.Create(DatabasePath);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.WriteAsync([Put(1, "a", "")]));
        Assert.Throws<ObjectDisposedException>(() => store.Get(1, "a"));
        Assert.False(File.Exists(DatabasePath + "-wal"));
    }

    private static DocumentChange Put(int type, string id, string body) => new(type, id, Encoding.UTF8.GetBytes(body));

    private static DocumentChange Delete(int type, string id) => new(type, id, null);

    private static string? Text(StoredDocument? row) => row?.Body is { } body ? Encoding.UTF8.GetString(body) : null;

    private static async Task<Dictionary<(int, string), string>> ReadAll(string path)
    {
        await using var store = SqliteDocumentStore.Open(path);
        var rows = new Dictionary<(int, string), string>();
        for (var page = store.ReadChanges(0, long.MaxValue, 7); !page.IsEmpty; page = store.ReadChanges(page.LastSequence, long.MaxValue, 7))
        {
            foreach (var row in page.Rows)
            {
                rows[(row.Type, row.Id)] = Text(row)!;
            }
        }

        return rows;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class FixedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
