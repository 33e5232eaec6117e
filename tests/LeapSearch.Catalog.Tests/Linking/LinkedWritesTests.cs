using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Linking;

/// <summary>What is written later completes what was written before.</summary>
public sealed class LinkedWritesTests
{
    [Fact]
    public async Task AFilmAndAPersonWrittenLaterAreFoundByWhatNamesThem()
    {
        using var folder = new TemporaryFolder();
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await Write(new Document { Article = new Article { Id = "news", Title = "News", Body = "Peter Chan on Leap (2020)." } });
        await Write(new Document { Film = new Film { Id = "leap-2020", Title = "Leap", Year = 2020, Directors = { new Credit { Name = "Peter Chan" } } } });
        var sequence = await Write(new Document { Person = new Person { Id = "peter-chan", Name = "Peter Chan", OriginalName = "陳可辛" } });

        // The film is credited by name alone; its person gives it a second name to be found under.
        await Eventually(async () => (await Search("陳可辛 leap")).Results.FirstOrDefault()?.Document.Film?.Id == "leap-2020");
        await Eventually(async () => (await Search("", "film = leap-2020")).Results.Any(r => r.Document.Article?.Id == "news"));
        await Eventually(async () => (await Search("", "person = peter-chan AND type = article")).Results.Count == 1);

        async Task<long> Write(Document document)
            => (await catalog.WriteDocumentsAsync(new WriteDocumentsRequest { Documents = { document } })).Sequence;

        Task<SearchResponse> Search(string query, string filter = "")
            => catalog.SearchAsync(new SearchRequest { Query = query, Filter = filter, MinSequence = sequence });
    }

    private static Task Eventually(Func<Task<bool>> holds) => Patience.UntilAsync(holds, () => "It has not come true");
}
