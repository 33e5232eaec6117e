using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries.Editors;

public sealed class ResultTests(EditedCatalog edited) : IClassFixture<EditedCatalog>
{
    [Theory]
    [InlineData("thriller", "leap-trailer it parasite-2019", 2)]
    [InlineData("THRILLER!", "leap-trailer it parasite-2019", 2)]
    [InlineData("스릴러", "leap-trailer it parasite-2019", 2)]
    [InlineData("korean thriller", "mother-2009 parasite-2019", 0)]
    [InlineData("films for new year", "leap-2020", 1)]
    [InlineData("春节电影推荐", "leap-2020", 1)]
    [InlineData("new yearly", "", 0)]
    [InlineData("dearest", "dearest-2014", 0)]
    [InlineData("gong li", "gong-li", 0)]
    public async Task WhatIsPinnedStandsFirstInItsOrder(string query, string first, int pinned)
    {
        foreach (var catalog in new[] { edited.Catalog, edited.Stock })
        {
            var results = (await catalog.SearchAsync(new SearchRequest { Query = query })).Results;
            var expected = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(expected, results.Take(expected.Length).Select(Id));
            Assert.Equal(pinned, results.Count(r => r.Match.Kind == MatchKind.Pinned));
            Assert.Equal(results.Count, results.Select(Id).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("parasite", "it parasite-2019")]
    [InlineData("parasiyte", "it parasite-2019 parasyte-2014")]
    [InlineData("laep", "it leap-2020")]
    public async Task WhatIsPinnedIsNotWhatWasAskedForWhereSlipsAreMended(string query, string films)
    {
        foreach (var catalog in new[] { edited.Catalog, edited.Stock })
        {
            var found = await catalog.SearchAsync(new SearchRequest { Query = query, Types_ = { DocumentType.Film } });
            Assert.Equal(films, string.Join(' ', found.Results.Select(Id).Take(1).Concat(found.Results.Skip(1).Select(Id).Order(StringComparer.Ordinal))));
            var started = await catalog.SuggestAsync(new SuggestRequest { Prefix = query, Types_ = { DocumentType.Film } });
            Assert.Equal(films, string.Join(' ', started.Suggestions.Select(s => s.Id).Take(1).Concat(started.Suggestions.Skip(1).Select(s => s.Id).Order(StringComparer.Ordinal))));
        }
    }

    [Theory]
    [InlineData("thriller", "mother-2009", true)]
    [InlineData("mother", "mother-2009", false)]
    [InlineData("2046", "2046-2004", true)]
    [InlineData("", "2046-2004", true)]
    [InlineData("gong li", "huang-bo", true)]
    [InlineData("huang bo", "huang-bo", false)]
    public async Task WhatIsHiddenIsNotFound(string query, string id, bool isHidden)
    {
        foreach (var catalog in new[] { edited.Catalog, edited.Stock })
        {
            var response = await catalog.SearchAsync(new SearchRequest { Query = query, PageSize = 100, Facets = { "type" } });
            Assert.Equal(isHidden, response.Results.All(r => Id(r) != id));
            Assert.Equal(response.TotalSize, response.Facets[0].Values.Sum(v => v.Count));
        }

        var suggestions = (await edited.Catalog.SuggestAsync(new SuggestRequest { Prefix = query })).Suggestions;
        Assert.DoesNotContain(suggestions, s => isHidden && s.Id == id);
    }

    [Fact]
    public async Task PinsKeepToTypesAndFiltersAndAreFoundOnceOverPages()
    {
        var films = await edited.Catalog.SearchAsync(new SearchRequest { Query = "thriller", Types_ = { DocumentType.Film } });
        Assert.Equal("it", Id(films.Results[0]));
        var filtered = await edited.Catalog.SearchAsync(new SearchRequest { Query = "thriller", Filter = "year = 2019" });
        Assert.Equal(["parasite-2019"], filtered.Results.Select(Id));

        var pages = new List<string>();
        var request = new SearchRequest { Query = "thriller", PageSize = 1 };
        do
        {
            var page = await edited.Catalog.SearchAsync(request);
            pages.AddRange(page.Results.Select(Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal((await edited.Catalog.SearchAsync(new SearchRequest { Query = "thriller" })).Results.Select(Id), pages);
    }

    [Fact]
    public async Task SuggestionsArePinnedAndExplanationsSayWhy()
    {
        var suggestion = (await edited.Catalog.SuggestAsync(new SuggestRequest { Prefix = "thriller" })).Suggestions[0];
        Assert.Equal(("leap-trailer", MatchKind.Pinned), (suggestion.Id, suggestion.Match.Kind));

        var pinned = await edited.Catalog.ExplainAsync(new SearchRequest { Query = "thriller" }, DocumentType.Film, "it");
        Assert.Equal((2L, "the editors pinned it to this query"), (pinned.Rank, pinned.Tier!.Name));
        var hidden = await edited.Catalog.ExplainAsync(new SearchRequest { Query = "thriller" }, DocumentType.Film, "mother-2009");
        Assert.Equal((null, "the editors hide it from this query"), (hidden.Rank, hidden.Hidden.Single()));
    }

    [Fact]
    public void DatesAreDaysToTheirEndAndTimesWithOffsets()
    {
        var line = ResultLine.Parse("""{"query":"a","pin":["film:b"],"from":"2027-01-20T09:00:00+08:00","until":"2027-02-20"}""", "");
        Assert.False(line.IsOn(DateTimeOffset.Parse("2027-01-20T00:59:59Z", null)));
        Assert.True(line.IsOn(DateTimeOffset.Parse("2027-01-20T01:00:00Z", null)));
        Assert.True(line.IsOn(DateTimeOffset.Parse("2027-02-20T23:59:59Z", null)));
        Assert.False(line.IsOn(DateTimeOffset.Parse("2027-02-21T00:00:00Z", null)));
    }

    [Theory]
    [InlineData("{}", "neither 'pin' nor 'hide' is given")]
    [InlineData("""{"query":"a"}""", "neither 'pin' nor 'hide' is given")]
    [InlineData("""{"pin":["film:a"]}""", "'query' is missing")]
    [InlineData("""{"query":[],"pin":["film:a"]}""", "'query' has 0 texts")]
    [InlineData("""{"query":" ","pin":["film:a"]}""", "' ' has no letter or digit")]
    [InlineData("""{"query":"a","pin":["a"]}""", "'pin' holds 'a'; write film:ID, person:ID or article:ID")]
    [InlineData("""{"query":"a","pin":["movie:a"]}""", "'pin' holds 'movie:a'")]
    [InlineData("""{"query":"a","pin":"film:a"}""", "'pin' is not an array")]
    [InlineData("""{"query":"a","match":"like","pin":["film:a"]}""", "'match' is 'like'")]
    [InlineData("""{"match":"has","hide":["film:a"]}""", "'query' is missing, which 'match' is about")]
    [InlineData("""{"query":"a","pin":["film:a"],"from":"20 January"}""", "'from' is '20 January'")]
    [InlineData("""{"query":"a","pin":["film:a"],"from":"2027-02-30"}""", "'from' is '2027-02-30'")]
    [InlineData("""{"query":"a","pin":["film:a"],"from":"2027-02-01","until":"2027-01-01"}""", "'until' is not after 'from'")]
    [InlineData("""{"query":"a","block":["film:a"]}""", "unknown property 'block'")]
    [InlineData("nonsense", "not JSON")]
    public void AMistakeIsNamedWithItsLine(string line, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(ResultTable.FileName);
        File.WriteAllText(path, $"# comment\n{line}\n");

        Assert.StartsWith($"{path}:2: {message}", Assert.Throws<InvalidDataException>(() => ResultTable.Read(path)).Message);
        Assert.StartsWith($"{path}:2: {message}", Assert.Single(SearchEditorCheck.Run(folder.Path, _ => true, DateTimeOffset.UnixEpoch).Problems));
    }

    [Fact]
    public void ACheckWarnsOfWhatDoesNothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(ResultTable.FileName);
        File.WriteAllLines(path,
        [
            """{"query":"a","pin":["film:gone"],"until":"2027-01-01"}""",
            """{"query":"a","pin":["film:a"],"hide":["film:a"]}""",
        ]);

        var (problems, warnings) = SearchEditorCheck.Run(folder.Path, d => d.Id != "gone", DateTimeOffset.Parse("2027-01-02T00:00:00Z", null));

        Assert.Empty(problems);
        Assert.Equal(
            [
                $"{path}:1: it ended at 2027-01-02T00:00:00Z. Take it out when it is not wanted again.",
                $"{path}:1: the catalogue has no film 'gone'. Correct the id if it is mistyped; it counts as soon as there is one.",
                $"{path}:2: film 'a' is pinned and hidden. It is hidden: take one of them out.",
            ],
            warnings);
    }

    private static string Id(SearchResult result) => result.Document.Film?.Id ?? result.Document.Person?.Id ?? result.Document.Article.Id;
}
