using LeapSearch.Catalog;
using LeapSearch.Contracts;
using LeapSearch.Import;
using LeapSearch.Testing;
using LeapSearch.Testing.Films;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Cli.Tests.RealInput;

/// <summary>
/// Lucene.Net's CheckIndex finds every index clean, the store agrees with it, and an index built anew from its store answers the same.
/// </summary>
public sealed class LuceneAgreesTests(ITestOutputHelper output)
{
    private static readonly int Queries = TestTier.Pick(25, 500, 500);

    private static readonly int FilmCount = TestTier.Pick(1_000, int.MaxValue, int.MaxValue);

    [Fact]
    public async Task OnTheSample()
    {
        using var folder = new TemporaryFolder();
        await ReindexAsync(folder.File("store"), Path.Combine(Repository.Root, "index-data", "catalog"));
        await SameAfterRebuildAsync(folder.File("store"));
    }

    [NeedsFact("data:" + FilmData.WikipediaUsFilms)]
    public async Task OnThirtySixThousandFilms()
    {
        using var folder = new TemporaryFolder();
        FilmDataConverter.Write(FilmDataConverter.Documents(FilmData.WikipediaUsFilms).Take(FilmCount), folder.File("films.jsonl"));
        await ReindexAsync(folder.File("store"), folder.File("films.jsonl"));
        await SameAfterRebuildAsync(folder.File("store"));
    }

    [NeedsFact("data:" + FilmData.TmdbFilms)]
    public async Task OnManySegmentsAndDeletes()
    {
        using var folder = new TemporaryFolder();
        var random = TestSeed.New(output);
        var documents = FilmDataConverter.Documents(FilmData.TmdbFilms).Take(TestTier.Pick(600, 6_000, 6_512)).ToArray();
        await using (var catalog = await OpenAsync(folder.File("store")))
        {
            foreach (var batch in documents.Chunk(60))
            {
                var request = new WriteDocumentsRequest { Documents = { batch } };
                var sequence = (await catalog.WriteDocumentsAsync(request)).Sequence;
                var gone = batch.Where(_ => random.Next(4) == 0).Select(d => new DocumentReference { Type = DocumentType.Film, Id = d.Film.Id }).ToArray();
                if (gone.Length > 0)
                {
                    sequence = (await catalog.WriteDocumentsAsync(new WriteDocumentsRequest { Deletes = { gone } })).Sequence;
                }

                // A refresh a batch makes a segment a batch.
                await catalog.SearchAsync(new SearchRequest { MinSequence = sequence });
            }
        }

        await CheckAsync(folder.File("store"));
        await SameAfterRebuildAsync(folder.File("store"), mergeDeletes: true);
    }

    private static Task<LeapCatalog> OpenAsync(string dataDir) => LeapCatalog.OpenAsync(new CatalogOptions { DataDir = dataDir });

    private static async Task ReindexAsync(string dataDir, string source)
    {
        await using var catalog = await OpenAsync(dataDir);
        var reader = new DocumentReader(ImportSources.Find([source]), new ImportOptions { MaxBadShare = 0 });
        await foreach (var _ in catalog.ReindexAsync(ReindexRequests.FromAsync(reader, new ReindexOptions())))
        {
        }
    }

    private async Task CheckAsync(string dataDir)
    {
        var check = await CatalogCheck.RunAsync(dataDir);
        Assert.Empty(check.Problems);
        Assert.True(check.Documents > 0);
        output.WriteLine($"{check.Documents:N0} documents are sound");
    }

    /// <summary>Compares answers before and after the index is deleted and built anew.</summary>
    private async Task SameAfterRebuildAsync(string dataDir, bool mergeDeletes = false)
    {
        await CheckAsync(dataDir);
        if (mergeDeletes)
        {
            // Deleted documents count in a term's frequency until they are merged away; an index built anew has none.
            await RebuildAsync(dataDir);
        }

        var queries = await QueriesAsync(dataDir, TestSeed.New(output));
        var before = await AnswersAsync(dataDir, queries);
        await RebuildAsync(dataDir);
        await CheckAsync(dataDir);
        var after = await AnswersAsync(dataDir, queries);
        Assert.Equal(before, after);
        Assert.Equal(Queries, queries.Count);
        Assert.True(before.Count(a => a.Length > 0) > Queries / 2, "Most queries should find something.");
    }

    private static async Task RebuildAsync(string dataDir)
    {
        foreach (var index in Directory.GetDirectories(Path.Combine(dataDir, "generations"), "index", SearchOption.AllDirectories))
        {
            Directory.Delete(index, recursive: true);
        }

        await using var catalog = await OpenAsync(dataDir);
        for (var i = 0; catalog.State != IndexState.Serving; i++)
        {
            Assert.True(i < 6_000, $"The index is still {catalog.State} after ten minutes.");
            await Task.Delay(100);
        }
    }

    /// <summary>Titles, words of titles, names, slips and filters, drawn from what is there.</summary>
    private static async Task<List<string>> QueriesAsync(string dataDir, Random random)
    {
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = dataDir, ReadOnly = true });
        var films = new List<Film>();
        var request = new SearchRequest { Filter = "type = film", OrderBy = "title", PageSize = 100, View = DocumentView.Full };
        do
        {
            var page = await catalog.SearchAsync(request);
            films.AddRange(page.Results.Select(r => r.Document.Film));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && films.Count < 2_000);

        var queries = new List<string>();
        while (queries.Count < Queries)
        {
            var film = films[random.Next(films.Count)];
            var words = film.Title.Split(' ');
            queries.Add(random.Next(6) switch
            {
                0 => film.Title,
                1 => words[random.Next(words.Length)],
                2 => $"{film.Title} {film.Year}",
                3 when film.Cast.Count > 0 => film.Cast[0].Name,
                4 when film.Title.Length > 5 => film.Title.Remove(3, 1),
                _ => string.Join(' ', film.Synopsis.Split(' ').Skip(3).Take(3)) is { Length: > 0 } text ? text : film.Title,
            });
        }

        return queries;
    }

    private static async Task<List<string>> AnswersAsync(string dataDir, List<string> queries)
    {
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = dataDir, ReadOnly = true });
        var answers = new List<string>();
        foreach (var query in queries)
        {
            ILeapSearch search = catalog;
            var response = await search.SearchAsync(new SearchRequest { Query = query });
            answers.Add(string.Join(' ', response.Results.Select(r => $"{r.Document.Film?.Id}{r.Document.Person?.Id}{r.Document.Article?.Id}={r.Match.Kind}:{r.Score:F4}")));
        }

        return answers;
    }
}
