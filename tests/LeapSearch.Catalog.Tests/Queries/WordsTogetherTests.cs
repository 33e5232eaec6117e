using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>Several words: in one title, in a row in a text, or strewn over a document; and what the little ones among them say.</summary>
public sealed class WordsTogetherTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private LeapCatalog catalog = null!;

    public async Task InitializeAsync()
    {
        catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await catalog.WriteVisiblyAsync(
        [
            Film("royale", "Bad Times at the El Royale"), Film("ronald", "Bad Ronald", f => f.Popularity = 90),
            Film("woman", "The Woman Who Came Back"), Article("review", "Review: The Woman Who Came Back", ""),
            Film("doctor", "The Doctor"), Film("up", "The Balloon", f => f.Directors.Add(new Credit { Name = "Pete Docter" })),
            Film("heist", "The Heist", f =>
            {
                f.Synopsis = "The lamp of the title is stolen, and its mystery grows.";
                f.Keywords.Add(["unravel", "lamp mystery", "the end of the line"]);
            }),
            Film("gun", "Top Gun"), Film("maverick", "Top Gun: Maverick"), Film("desk", "Desk", f => f.Synopsis = "A gun on top of a desk."),
            Article("second", "Top Gun: Maverick, a second look", "Of the sequel.", "maverick"), Article("notes", "Notes", "We saw Top Gun again.", "gun"),
            Article("trailer", "Trailer: Top Gun", "At last.", "gun"),
            Article("lamp", "What we watched", "They set out to unravel the mystery of the lamp."),
        ]);
    }

    public async Task DisposeAsync()
    {
        await catalog.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("bad royale", "royale", MatchKind.Words)]
    [InlineData("woman back", "woman", MatchKind.Words)]
    [InlineData("the docter", "doctor", MatchKind.Typo)]
    [InlineData("films by docter", "up", MatchKind.Words)]
    [InlineData("unravel the mystery of", "lamp", MatchKind.Text)]
    [InlineData("unravel mystery lamp", "heist", MatchKind.Words)]
    public async Task WhatHoldsTheWordsTogetherStandsFirst(string query, string id, MatchKind kind)
    {
        var first = (await catalog.SearchAsync(new SearchRequest { Query = query })).Results[0];
        Assert.Equal((id, kind), (first.Document.Film?.Id ?? first.Document.Article?.Id, first.Match.Kind));
    }

    [Fact]
    public async Task ArticlesOfTheFilmThatIsCalledSoStandBeforeThoseWithItsWords()
    {
        var request = new SearchRequest { Query = "top gun" };
        Assert.Equal(["gun", "maverick"], (await Ids(request)).Take(2));
        Assert.Equal(["trailer", "notes", "desk"], (await Ids(request)).Where(id => id is "notes" or "trailer" or "desk"));
        request.Types_.Add(DocumentType.Article);
        Assert.Equal(["trailer", "notes", "second"], await Ids(request));
    }

    private async Task<IReadOnlyList<string>> Ids(SearchRequest request)
        => [.. (await catalog.SearchAsync(request)).Results.Select(r => r.Document.Film?.Id ?? r.Document.Article?.Id ?? "")];

    private static Document Film(string id, string title, Action<Film>? more = null)
    {
        var film = new Film { Id = id, Title = title };
        more?.Invoke(film);
        return new Document { Film = film };
    }

    private static Document Article(string id, string title, string body, params string[] films)
        => new() { Article = new Article { Id = id, Title = title, Body = body, FilmIds = { films }, PublishedAt = "2020-08-14T09:00:00Z" } };
}
