using System.Collections.Concurrent;
using LeapSearch.Catalog.Checks;
using LeapSearch.Testing;
using LeapSearch.V1;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>The graph's files in a data folder: written with each commit, checked, and done without where they are damaged.</summary>
public sealed class GraphFileInFolderTests(ITestOutputHelper output)
{
    private const string Film = "f7";

    [Fact]
    public async Task WhereAByteIsFlippedThePartIsBuiltFromItsSegmentAndTheIndexStays()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        RelatedFilmsResponse expected;
        await using (var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path }))
        {
            var written = await catalog.WriteDocumentsAsync(new WriteDocumentsRequest { Documents = { RandomCatalogue.Films(random, 60) } });
            await catalog.SearchAsync(new SearchRequest { Query = "story", MinSequence = written.Sequence });
            expected = await catalog.RelatedFilmsAsync(new RelatedFilmsRequest { FilmId = Film });
        }

        Assert.Empty((await FolderCheck.RunAsync(folder.Path, default)).Problems);
        for (var round = 0; round < TestTier.Pick(3, 30, 300); round++)
        {
            var (file, whole, damaged) = Damage(folder, random);
            await File.WriteAllBytesAsync(file, damaged);
            Assert.Contains((await FolderCheck.RunAsync(folder.Path, default)).Problems, p => p.Contains(".grf", StringComparison.Ordinal));
            var log = new CollectedLog();
            await using (var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path, Logging = log }))
            {
                await Patience.UntilAsync(() => catalog.State == IndexState.Serving, () => $"The index is still {catalog.State}");
                Assert.Equal(expected, await catalog.RelatedFilmsAsync(new RelatedFilmsRequest { FilmId = Film }));
                Assert.Equal("", (await catalog.GetStatusAsync(new GetStatusRequest())).Message);
            }

            Assert.Contains(log.Warnings, w => w.Contains("built from the index", StringComparison.Ordinal) && w.Contains(".grf", StringComparison.Ordinal));
            Assert.Equal(damaged, await File.ReadAllBytesAsync(file));
            await File.WriteAllBytesAsync(file, whole);
        }
    }

    /// <summary>The file that holds the graph's of some segment, and the same with a byte of that changed.</summary>
    private static (string File, byte[] Whole, byte[] Damaged) Damage(TemporaryFolder folder, Random random)
    {
        foreach (var file in Directory.GetFiles(folder.File("generations/1/index")))
        {
            var whole = File.ReadAllBytes(file);
            if (whole.AsSpan().IndexOf("SIDECAR1"u8) is >= 0 and var start)
            {
                var damaged = whole.ToArray();
                damaged[start + random.Next(1_000)] ^= (byte)(1 << random.Next(8));
                return (file, whole, damaged);
            }
        }

        throw new InvalidOperationException("There is no file of the graph.");
    }

    private sealed class CollectedLog : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Warnings { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Warnings.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
