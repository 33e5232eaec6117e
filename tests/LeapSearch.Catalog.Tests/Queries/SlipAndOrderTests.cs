using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>Which of several likely answers stands first: namesakes turned around, titles and words with slips.</summary>
public sealed class SlipAndOrderTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private LeapCatalog catalog = null!;

    public async Task InitializeAsync()
    {
        catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await catalog.WriteVisiblyAsync(
        [
            Person("keith-david", "Keith David", 1), Person("david-keith", "David Keith", 90), Person("kim-hun", "Kim Hun", 1),
            Person("bernard-rose", "Bernard Rose", 50), Person("rose-byrne", "Rose Byrne", 2), Person("axel-rose", "Axel Rose", 2),
            Person("shin-1", "Shin Ha-kyun", 90), Person("shin-2", "신하균", 1), Person("tin", "Tin Kai-man", 1),
            Film("30", "-30-"), Film("prisoners", "Prisoners", 1), Film("ghost-train", "Ghost Train"),
            Film("the-prison", "The Prison", 90), Film("28-days", "28 Days Later"), Film("28-weeks", "28 Weeks Later"),
            Film("dream-girl", "Dream Girl", 1), Film("dreamgirls", "Dreamgirls", 90),
            Film("frosty", "How to Train Your Dragon", 90, f => f.Cast.Add(new Credit { Name = "Nick Frost" })),
            Film("bridesmaids", "Bridesmaids", 90, f => f.LocalizedTitles.Add(new LocalizedText { Text = "伴娘", Language = "zh", Region = "CN" })),
            Film("highlander", "Highlander"), Film("drive", "Drive", 1), Film("driving", "Driving Miss Daisy", 50),
            Film("arctic", "Arctic", 1), Film("architecture", "Architecture 101", 20), Person("theo", "Theo", 90), Film("door", "The Other Side of the Door", 1),
            Film("burglar", "The Burglar", 1), Film("burly", "Behind the Burly Q", 1),
            Film("naked-gun", "Naked Gun 33⅓: The Final Insult", 1), Film("strings", "Five Strings", 1, f => f.Keywords.Add("banjo")),
        ]);
    }

    public async Task DisposeAsync()
    {
        await catalog.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("keith david", "keith-david", MatchKind.Exact)]
    [InlineData("david keith", "david-keith", MatchKind.Exact)]
    [InlineData("hun kim", "kim-hun", MatchKind.Exact)]
    [InlineData("신하균", "shin-2", MatchKind.Exact)]
    [InlineData("-30-", "30", MatchKind.Exact)]
    [InlineData("prisonrd", "prisoners", MatchKind.Typo)]
    [InlineData("fhost train", "ghost-train", MatchKind.Typo)]
    [InlineData("28 das later", "28-days", MatchKind.Typo)]
    [InlineData("27 das later", "", MatchKind.Unspecified)]
    [InlineData("hunk", "kim-hun", MatchKind.Typo)]
    [InlineData("highlaenr", "highlander", MatchKind.Typo)]
    [InlineData("highladxner", "highlander", MatchKind.Typo)]
    [InlineData("driv", "drive", MatchKind.Prefix)]
    [InlineData("banjo", "strings", MatchKind.Words)]
    public async Task TheLikeliestStandsFirst(string query, string id, MatchKind kind)
    {
        var first = (await catalog.SearchAsync(new SearchRequest { Query = query })).Results.FirstOrDefault();
        Assert.Equal((id, kind), (first?.Document.Film?.Id ?? first?.Document.Person?.Id ?? "", first?.Match.Kind ?? MatchKind.Unspecified));
    }

    [Theory]
    [InlineData("rose b", "rose-byrne")]
    [InlineData("rose", "bernard-rose")]
    [InlineData("deeam gi", "dream-girl")]
    [InlineData("deeamgi", "dreamgirls")]
    [InlineData("arcri", "arctic")]
    [InlineData("the o", "door")]
    [InlineData("theo", "theo")]
    [InlineData("the burl", "burly")]
    public async Task TheLikeliestIsSuggestedFirst(string typed, string id)
        => Assert.Equal(id, (await catalog.SuggestAsync(new SuggestRequest { Prefix = typed })).Suggestions[0].Id);

    [Fact]
    public async Task WordsInTheMidstOfATitleKeepNoSlipFromBeingMended()
        => Assert.Contains((await catalog.SuggestAsync(new SuggestRequest { Prefix = "the burl" })).Suggestions, s => s.Id == "burglar");

    [Theory]
    [InlineData("kaimana", "kai-man")]
    [InlineData("highlaenr", "highlander")]
    [InlineData("davidkeithz", "keith david")]
    [InlineData("final insutl", "final insult")]
    [InlineData("33⅓ insutl", "33⅓ insult")]
    public async Task ASlipIsToldAlsoInWordsThatAHyphenJoinsAndInTurnedNames(string query, string corrected)
        => Assert.Contains((await catalog.SearchAsync(new SearchRequest { Query = query })).CorrectedQuery, new[] { corrected, "david keith" });

    private static Document Person(string id, string name, double popularity) => new() { Person = new Person { Id = id, Name = name, Popularity = popularity } };

    private static Document Film(string id, string title, double popularity = 0, Action<Film>? more = null)
    {
        var film = new Film { Id = id, Title = title, Popularity = popularity };
        more?.Invoke(film);
        return new Document { Film = film };
    }
}
