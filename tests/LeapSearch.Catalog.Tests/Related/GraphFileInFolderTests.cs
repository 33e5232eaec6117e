using LeapSearch.Catalog.Checks;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>The graph's files in a data folder: written with each commit, checked, and mended at the next start.</summary>
public sealed class GraphFileInFolderTests(ITestOutputHelper output)
{
    [Fact]
    public async Task DamageIsNamedByTheCheckAndMendedAtTheNextStart()
    {
        var random = TestSeed.New(output);
        using var folder = new TemporaryFolder();
        RelatedFilmsResponse expected;
        await using (var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path }))
        {
            var written = await catalog.WriteDocumentsAsync(new WriteDocumentsRequest { Documents = { RandomCatalogue.Films(random, 60) } });
            await catalog.SearchAsync(new SearchRequest { Query = "story", MinSequence = written.Sequence });
            expected = await catalog.RelatedFilmsAsync(new RelatedFilmsRequest { FilmId = "f7" });
        }

        Assert.Empty((await FolderCheck.RunAsync(folder.Path, default)).Problems);
        Damage(folder, random);
        Assert.Contains((await FolderCheck.RunAsync(folder.Path, default)).Problems, p => p.Contains(".grf", StringComparison.Ordinal));
        await using (var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path }))
        {
            for (var waited = 0; catalog.State != IndexState.Serving && waited < 3_000; waited++)
            {
                await Task.Delay(10);
            }

            Assert.Equal(expected, await catalog.RelatedFilmsAsync(new RelatedFilmsRequest { FilmId = "f7" }));
            Assert.Contains(".grf", (await catalog.GetStatusAsync(new GetStatusRequest())).Message, StringComparison.Ordinal);
        }

        Assert.Empty((await FolderCheck.RunAsync(folder.Path, default)).Problems);
    }

    /// <summary>Changes a byte of a section, in whatever file the segment keeps it.</summary>
    private static void Damage(TemporaryFolder folder, Random random)
    {
        foreach (var file in Directory.GetFiles(folder.File("generations/1/index")))
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan().IndexOf("SIDECAR1"u8) is >= 0 and var start)
            {
                bytes[start + 24 + random.Next(1_000)] ^= 1;
                File.WriteAllBytes(file, bytes);
                return;
            }
        }

        Assert.Fail("There is no file of the graph.");
    }
}
