using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries.Editors;

public sealed class StopWordTests(EditedCatalog edited) : IClassFixture<EditedCatalog>
{
    [Theory]
    [InlineData("watch parasite online", "film:parasite-2019", MatchKind.Words)]
    [InlineData("watch bong junho", "person:bong-joon-ho", MatchKind.Words)]
    [InlineData("watch infernal", "film:infernal-affairs-2002", MatchKind.Words)]
    [InlineData("기생충电影", "film:parasite-2019", MatchKind.Words)]
    [InlineData("夺冠电影", "film:leap-2020", MatchKind.Words)]
    [InlineData("watch korean thriller 2019 online", "film:parasite-2019", MatchKind.Words)]
    [InlineData("watch lost son", "film:dearest-2014", MatchKind.Text)]
    [InlineData("watch infernla afairs online", "film:infernal-affairs-2002", MatchKind.Typo)]
    [InlineData("watch laep", "film:leap-2020", MatchKind.Typo)]
    [InlineData("watch gun 33⅓ online", "film:naked-gun", MatchKind.Words)]
    [InlineData("watch kung fu online", "film:kung-fu", MatchKind.Words)]
    public async Task WhatIsBesideThePointNeedNotMatch(string query, string expected, MatchKind kind)
    {
        var response = await Search(query);
        var first = response.Results[0];
        Assert.Equal((expected, kind), ($"{first.Document.DocumentCase.ToString().ToLowerInvariant()}:{first.Document.Film?.Id ?? first.Document.Person?.Id}", first.Match.Kind));
        Assert.Contains(response.Steps, s => s.Kind == QueryStepKind.StopWord);
    }

    [Theory]
    [InlineData("watch parasi", "parasite-2019")]
    [InlineData("watch parasite online", "parasite-2019")]
    [InlineData("watch infernl a", "infernal-affairs-2002")]
    [InlineData("watch laep", "leap-2020")]
    [InlineData("the king", "the-kingdom")]
    [InlineData("the kingd", "the-kingdom")]
    [InlineData("it fol", "it-follows")]
    public async Task SuggestionsDoWithoutThemToo(string typed, string film)
        => Assert.Equal(film, (await edited.Catalog.SuggestAsync(new SuggestRequest { Prefix = typed })).Suggestions[0].Id);

    [Theory]
    [InlineData("the the", "the-the")]
    [InlineData("It", "it")]
    [InlineData("the it", "it")]
    [InlineData("the kingdom", "the-kingdom")]
    [InlineData("the kingdom 1994", "the-kingdom")]
    [InlineData("\"the\" kingdom", "the-kingdom")]
    public async Task ATitleAndAQueryOfStopWordsAloneMeanWhatTheySay(string query, string film)
    {
        var response = await Search(query);
        Assert.Equal(film, response.Results[0].Document.Film?.Id);
        Assert.DoesNotContain(response.Steps, s => s.Kind == QueryStepKind.StopWord);
    }

    [Theory]
    [InlineData("of the", "'of the' is 2 words to the search; write one a line")]
    [InlineData("\u200b", "'\u200b' has no letter or digit")]
    public void AMistakeIsNamedWithItsLine(string line, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(StopWords.FileName);
        File.WriteAllText(path, $"# comment\nwatch\n{line}\n");

        Assert.Equal($"{path}:3: {message}", Assert.Throws<InvalidDataException>(() => StopWords.Read(path)).Message);
        Assert.StartsWith($"{path}:3: {message}", Assert.Single(SearchEditorCheck.Run(folder.Path, _ => true, DateTimeOffset.UnixEpoch).Problems));

        File.WriteAllLines(path, Enumerable.Range(0, StopWords.MaxWords + 1).Select(i => $"word{i}"));
        Assert.StartsWith($"{path}:1001: more than 1,000", Assert.Throws<InvalidDataException>(() => StopWords.Read(path)).Message);
    }

    private Task<SearchResponse> Search(string query) => edited.Catalog.SearchAsync(new SearchRequest { Query = query });
}
