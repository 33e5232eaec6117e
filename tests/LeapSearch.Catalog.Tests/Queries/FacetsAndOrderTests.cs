using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>Facets and orders are those of a loop over the matching documents, with both scorers, over films, people and articles.</summary>
public sealed class FacetsAndOrderTests(ITestOutputHelper output)
{
    private static readonly string[] Facets =
        ["type", "genre", "keyword", "country", "language", "year", "decade", "category", "tag", "profession", "director", "cast", "writer", "person"];

    private static readonly string[] Orders =
        ["date desc", "date asc, title", "title", "title desc", "popularity desc", "popularity, date desc, title desc", "date desc, popularity asc"];

    private static readonly (string Filter, Func<Document, bool> Passes)[] Filters =
    [
        ("", _ => true),
        ("type = film", d => d.Film is not null),
        ("country = (KR OR CN) AND year >= 1980", d => d.Film is { Year: >= 1980 } f && (f.Countries.Contains("KR") || f.Countries.Contains("CN"))),
        ("genre = horror", d => d.Film?.Genres.Contains("Horror") == true),
        ("type = (person OR article)", d => d.Film is null),
        ("NOT language = zh", d => !(d.Film?.Languages.Contains("zh") ?? d.Article?.Language == "zh")),
    ];

    [Fact]
    public async Task BothScorersCountAndOrderAsTheNaiveModel()
    {
        var random = TestSeed.New(output);
        for (var round = 0; round < TestTier.Pick(1, 5, 20); round++)
        {
            using var folder = new TemporaryFolder();
            var documents = await WriteAsync(folder.Path, random);
            await using var impacts = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path, ReadOnly = true });
            await using var stock = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path, ReadOnly = true, Scorer = "stock" });
            foreach (var (filter, passes) in Filters)
            {
                await CheckAsync(impacts, stock, new SearchRequest { Filter = filter }, documents.Where(passes), random);
            }

            foreach (var query in new[] { "story", "story 2", "person 1", "column", "drama", "\"word1\"" })
            {
                var request = new SearchRequest { Query = query };
                var found = (await AllAsync(stock, request)).ToHashSet();
                Assert.NotEmpty(found);
                await CheckAsync(impacts, stock, request, documents.Where(d => found.Contains(DocumentKey.Of(d))), random);
            }
        }
    }

    /// <summary>Writes a catalogue in batches, with deletes and updates between, so that its index has several segments; returns what is left.</summary>
    private static async Task<List<Document>> WriteAsync(string folder, Random random)
    {
        var documents = CountedCatalogue.Documents(random, TestTier.Pick(300, 600, 1200));
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder });
        foreach (var batch in documents.Chunk(documents.Count / 5))
        {
            await catalog.WriteVisiblyAsync(batch);
        }

        var gone = documents.Where(d => d.Person is null && random.Next(8) == 0).ToHashSet();
        await catalog.WriteDocumentsAsync(new WriteDocumentsRequest
        {
            Deletes = { gone.Select(DocumentKey.Of).Select(k => new DocumentReference { Type = k.Type, Id = k.Id }) },
        });
        return [.. documents.Where(d => !gone.Contains(d))];
    }

    private static async Task CheckAsync(LeapCatalog impacts, LeapCatalog stock, SearchRequest request, IEnumerable<Document> matching, Random random)
    {
        var expected = matching.ToList();
        request.Facets.AddRange(Facets);
        request.OrderBy = Orders[random.Next(Orders.Length)];
        var order = CountedCatalogue.Sorted(expected, request.OrderBy).Select(DocumentKey.Of).ToList();
        foreach (var catalog in new[] { impacts, stock })
        {
            var answer = await catalog.SearchAsync(request);
            Assert.True((answer.TotalSize, answer.TotalSizeIsExact) == (expected.Count, true), $"{answer.TotalSize}, not {expected.Count}: {request}");
            foreach (var facet in answer.Facets)
            {
                Assert.True(
                    CountedCatalogue.Facet(expected, facet.Name).SequenceEqual(facet.Values.Select(v => (v.Value, v.Count))),
                    $"{facet.Name}: {string.Join(", ", facet.Values.Select(v => (v.Value, v.Count)))}, not {string.Join(", ", CountedCatalogue.Facet(expected, facet.Name))}: {request}");
            }

            Assert.True(order.SequenceEqual(await AllAsync(catalog, request)), $"{request}");
        }
    }

    private static async Task<List<DocumentKey>> AllAsync(LeapCatalog catalog, SearchRequest request)
    {
        var page = new SearchRequest(request) { PageSize = 100, PageToken = "" };
        page.Facets.Clear();
        var keys = new List<DocumentKey>();
        do
        {
            var answer = await catalog.SearchAsync(page);
            keys.AddRange(answer.Results.Select(r => DocumentKey.Of(r.Document)));
            page.PageToken = answer.NextPageToken;
        }
        while (page.PageToken.Length > 0);
        return keys;
    }
}
