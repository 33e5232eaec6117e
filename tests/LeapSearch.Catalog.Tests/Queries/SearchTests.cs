using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

public sealed class SearchTests(SmallCatalog small) : IClassFixture<SmallCatalog>
{
    [Theory]
    [InlineData("leap", "film:leap-2020", MatchKind.Exact)]
    [InlineData("LEAP", "film:leap-2020", MatchKind.Exact)]
    [InlineData("夺冠", "film:leap-2020", MatchKind.Exact)]
    [InlineData("奪冠", "film:leap-2020", MatchKind.Exact)]
    [InlineData("zhong guo nu pai", "film:leap-2020", MatchKind.ExactAlias)]
    [InlineData("leap 2020", "film:leap-2020", MatchKind.Exact)]
    [InlineData("       leap 2020 ", "film:leap-2020", MatchKind.Exact)]
    [InlineData("leap 2019", "film:leap-2020", MatchKind.Exact)]
    [InlineData("mother 2009", "film:mother-2009", MatchKind.Exact)]
    [InlineData("mother 2017", "film:mother-2017", MatchKind.Exact)]
    [InlineData("2046", "film:2046-2004", MatchKind.Exact)]
    [InlineData("1987", "film:1987-2017", MatchKind.Exact)]
    [InlineData("peter chan", "person:peter-chan", MatchKind.Exact)]
    [InlineData("gong li", "person:gong-li", MatchKind.Exact)]
    [InlineData("巩俐", "person:gong-li", MatchKind.Exact)]
    [InlineData("bong joon ho", "person:bong-joon-ho", MatchKind.Exact)]
    [InlineData("chan peter", "person:peter-chan", MatchKind.Exact)]
    [InlineData("bong junho", "person:bong-joon-ho", MatchKind.Exact)]
    [InlineData("봉준호", "person:bong-joon-ho", MatchKind.Exact)]
    [InlineData("wujiandao", "film:infernal-affairs-2002", MatchKind.ExactAlias)]
    [InlineData("wjd", "film:infernal-affairs-2002", MatchKind.Sound)]
    [InlineData("infernal", "film:infernal-affairs-2002", MatchKind.Prefix)]
    [InlineData("间道", "film:infernal-affairs-2002", MatchKind.Words)]
    [InlineData("affairs infernal", "film:infernal-affairs-2002", MatchKind.Words)]
    [InlineData("peter chan leap", "film:leap-2020", MatchKind.Words)]
    [InlineData("陳可辛 leap", "film:leap-2020", MatchKind.Words)]
    [InlineData("the godfather", "film:godfather-1972", MatchKind.Exact)]
    [InlineData("korean thriller 2019", "film:parasite-2019", MatchKind.Words)]
    [InlineData("films by bong joon-ho", "film:mother-2009", MatchKind.Words)]
    [InlineData("lost son", "film:dearest-2014", MatchKind.Text)]
    [InlineData("paraiste", "film:parasite-2019", MatchKind.Typo)]
    [InlineData("infernla afairs", "film:infernal-affairs-2002", MatchKind.Typo)]
    [InlineData("laep", "film:leap-2020", MatchKind.Typo)]
    [InlineData("parasite xylophone", "film:parasite-2019", MatchKind.Partial)]
    [InlineData("tickets times", "article:leap-trailer", MatchKind.Text)]
    public async Task TheExpectedStandsFirst(string query, string expected, MatchKind kind)
    {
        var response = await small.Catalog.SearchAsync(new SearchRequest { Query = query });
        Assert.NotEmpty(response.Results);
        Assert.Equal((expected, kind), (Name(response.Results[0].Document), response.Results[0].Match.Kind));
    }

    [Fact]
    public async Task MatchNamesFieldAndValue()
    {
        var match = (await small.Catalog.SearchAsync(new SearchRequest { Query = "奪冠" })).Results[0].Match;
        Assert.Equal(("original_title", "夺冠"), (match.Field, match.Value));
    }

    [Theory]
    [InlineData("chan peter", "name", "Peter Chan")]
    [InlineData("bong junho", "name", "Bong Joon-ho")]
    [InlineData("wujiandao", "original_title", "無間道")]
    public async Task AMatchInAnotherSpellingNamesTheNameThatWasMeant(string query, string field, string value)
    {
        var match = (await small.Catalog.SearchAsync(new SearchRequest { Query = query })).Results[0].Match;
        Assert.Equal((field, value), (match.Field, match.Value));
    }

    [Theory]
    [InlineData("laep", "leap")]
    [InlineData("paraiste", "parasite")]
    [InlineData("parasite xylophone", "parasite")]
    [InlineData("infernla afairs", "infernal affairs")]
    [InlineData("infernalafairs", "infernal affairs")]
    [InlineData("dearset peter", "dearest peter")]
    [InlineData("peter voleyba", "peter volleyball")]
    public async Task CorrectionsAreTold(string query, string corrected)
        => Assert.Equal(corrected, (await small.Catalog.SearchAsync(new SearchRequest { Query = query })).CorrectedQuery);

    [Theory]
    [InlineData("parasite", "parasite-2019")]
    [InlineData("parasite 2019", "parasite-2019")]
    [InlineData("parasiyte", "parasite-2019 parasyte-2014")]
    public async Task SlipsAreLookedForWhereNoTitleIsWhatWasAskedFor(string query, string films)
    {
        var found = await small.Catalog.SearchAsync(new SearchRequest { Query = query, Types_ = { DocumentType.Film } });
        Assert.Equal(films, string.Join(' ', found.Results.Select(r => r.Document.Film.Id).Order(StringComparer.Ordinal)));
        var started = await small.Catalog.SuggestAsync(new SuggestRequest { Prefix = query, Types_ = { DocumentType.Film } });
        Assert.Equal(films, string.Join(' ', started.Suggestions.Select(s => s.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task AMendedWordIsNamedAndMarked()
    {
        var result = (await small.Catalog.SearchAsync(new SearchRequest { Query = "voleyball" })).Results[0];
        Assert.Equal((MatchKind.Typo, "keywords", "volleyball"), (result.Match.Kind, result.Match.Field, result.Match.Value));
        Assert.Contains(result.Highlights, h => h.Html == "<mark>volleyball</mark>");
    }

    [Theory]
    [InlineData("infernl a", "film:infernal-affairs-2002", "<mark>Infernal</mark> <mark>A</mark>ffairs")]
    [InlineData("paras", "film:parasite-2019", "<mark>Paras</mark>ite")]
    [InlineData("parsi", "film:parasite-2019", "<mark>Parasite</mark>")]
    [InlineData("lepa", "film:leap-2020", "<mark>Leap</mark>")]
    public async Task SuggestionsMendSlipsAndShowThem(string typed, string expected, string html)
    {
        var first = (await small.Catalog.SuggestAsync(new SuggestRequest { Prefix = typed })).Suggestions[0];
        Assert.Equal((expected, html), ($"{first.Type.ToString().ToLowerInvariant()}:{first.Id}", first.Highlight));
    }

    [Theory]
    [InlineData("gong lii", "person:gong-li")]
    [InlineData("peter cahn", "person:peter-chan")]
    public async Task ASlipOfOneNameStandsBeforeWordsOfSeveral(string query, string expected)
        => Assert.Equal(expected, Name((await small.Catalog.SearchAsync(new SearchRequest { Query = query })).Results[0].Document));

    [Theory]
    [InlineData("xylophone")]
    [InlineData("zzzz qqqq")]
    public async Task WhatIsNotThereIsNotFound(string query)
        => Assert.Empty((await small.Catalog.SearchAsync(new SearchRequest { Query = query })).Results);

    [Fact]
    public async Task HighlightsAreEscapedTextOfTheBody()
    {
        var response = await small.Catalog.SearchAsync(new SearchRequest { Query = "volleyball", Types_ = { DocumentType.Article } });
        var body = response.Results[0].Highlights.Single(h => h.Field == "body");
        Assert.Contains("<mark>volleyball</mark>", body.Html, StringComparison.Ordinal);
        Assert.Contains("&amp;", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", body.Html, StringComparison.Ordinal);
        var span = Assert.Single(body.Spans);
        Assert.Equal("volleyball", body.Text[span.Start..span.End]);
    }

    [Fact]
    public async Task AnArticleOfTheFutureIsNotAnswered()
    {
        var response = await small.Catalog.SearchAsync(new SearchRequest { Query = "leap returns" });
        Assert.DoesNotContain(response.Results, r => r.Document.Article?.Id == "future");
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => small.Catalog.GetArticleAsync(new GetArticleRequest { ArticleId = "future" }));
        Assert.Equal(StatusCode.NotFound, error.Code);
    }

    [Fact]
    public async Task AFilmCarriesItsNewestArticles()
    {
        var film = (await small.Catalog.SearchAsync(new SearchRequest { Query = "leap" })).Results[0];
        Assert.Equal("leap-trailer", Assert.Single(film.Articles).Id);
        Assert.Empty(film.Articles[0].Body);
    }

    [Fact]
    public async Task QuotesAndMinusAreKept()
    {
        var quoted = await small.Catalog.SearchAsync(new SearchRequest { Query = "\"affairs infernal\"" });
        Assert.Empty(quoted.Results);
        var excluded = await small.Catalog.SearchAsync(new SearchRequest { Query = "mother -thriller", Types_ = { DocumentType.Film } });
        Assert.Equal(["film:mother-2017"], excluded.Results.Select(r => Name(r.Document)));
    }

    [Fact]
    public async Task FiltersFacetsOrderAndPagesBrowse()
    {
        var request = new SearchRequest { Filter = "type = film AND country = (KR OR CN)", OrderBy = "date desc, title", Facets = { "country", "director" }, PageSize = 2 };
        var seen = new List<string>();
        do
        {
            var response = await small.Catalog.SearchAsync(request);
            Assert.Equal(5, response.TotalSize);
            Assert.Equal([("KR", 3), ("CN", 2)], response.Facets[0].Values.Select(v => (v.Value, v.Count)));
            Assert.Contains(response.Facets[1].Values, v => (v.Value, v.Label, v.Count) == ("bong-joon-ho", "Bong Joon-ho", 2));
            seen.AddRange(response.Results.Select(r => r.Document.Film.Id));
            request.PageToken = response.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(["leap-2020", "parasite-2019", "1987-2017", "dearest-2014", "mother-2009"], seen);
    }

    [Fact]
    public async Task PagesOfAQueryJoinToTheWholeOrder()
    {
        var whole = (await small.Catalog.SearchAsync(new SearchRequest { Query = "leap", PageSize = 100 })).Results.Select(r => Name(r.Document)).ToArray();
        var request = new SearchRequest { Query = "leap", PageSize = 1 };
        var pages = new List<string>();
        do
        {
            var response = await small.Catalog.SearchAsync(request);
            pages.AddRange(response.Results.Select(r => Name(r.Document)));
            request.PageToken = response.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(whole, pages);
    }

    public static TheoryData<string, SearchRequest> BadRequests => new()
    {
        { "page_size", new SearchRequest { PageSize = -1 } },
        { "query", new SearchRequest { Query = new string('x', 5_000) } },
        { "types[0]", new SearchRequest { Types_ = { (DocumentType)9 } } },
        { "facets[0]", new SearchRequest { Facets = { "colour" } } },
        { "order_by", new SearchRequest { OrderBy = "beauty" } },
        { "filter", new SearchRequest { Filter = "beauty = 1" } },
        { "page_token", new SearchRequest { PageToken = "x" } },
        { "min_sequence", new SearchRequest { MinSequence = -1 } },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task ABadFieldIsNamed(string field, SearchRequest request)
    {
        var error = await Assert.ThrowsAsync<LeapSearchException>(() => small.Catalog.SearchAsync(request));
        Assert.Equal((StatusCode.InvalidArgument, field), (error.Code, error.Field));
    }

    [Theory]
    [InlineData("le", "film:leap-2020")]
    [InlineData("夺", "film:leap-2020")]
    [InlineData("gon", "person:gong-li")]
    [InlineData("infernal aff", "film:infernal-affairs-2002")]
    [InlineData("godf", "film:godfather-1972")]
    [InlineData("infrnal", "film:infernal-affairs-2002")]
    [InlineData("봉", "person:bong-joon-ho")]
    public async Task SuggestionsComeAsYouType(string prefix, string expected)
    {
        var response = await small.Catalog.SuggestAsync(new SuggestRequest { Prefix = prefix });
        Assert.NotEmpty(response.Suggestions);
        var first = response.Suggestions[0];
        Assert.Equal(expected, $"{first.Type.ToString().ToLowerInvariant()}:{first.Id}");
    }

    [Fact]
    public async Task ASuggestionMarksWhatWasTyped()
    {
        var response = await small.Catalog.SuggestAsync(new SuggestRequest { Prefix = "pet" });
        Assert.Equal(("<mark>Pet</mark>er Chan", "陳可辛"), (response.Suggestions[0].Highlight, response.Suggestions[0].OriginalText));
        Assert.Equal("Dearest (2014)", response.Suggestions[0].Detail);
    }

    private static string Name(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => "film:" + document.Film.Id,
        Document.DocumentOneofCase.Person => "person:" + document.Person.Id,
        _ => "article:" + document.Article.Id,
    };
}
