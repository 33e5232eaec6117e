using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Linking;

/// <summary>Whom a credit means that gives no id; by a build of everything, and by writes one after the other in either order.</summary>
public sealed class CreditTests
{
    public enum Way
    {
        Built,
        PeopleFirst,
        FilmsFirst,
    }

    private static readonly Document[] People =
    [
        Person("bong-joon-ho", "Bong Joon-ho", p => p.BirthDate = "1969-09-14"),
        Person("lee-a", "Lee Min-ho", p => p.Professions.Add("Actor")),
        Person("lee-b", "Lee Min-ho", p => p.Professions.Add("Director")),
        Person("young", "Kim Young", p => p.BirthDate = "1990"),
        Person("kim-min", "Kim Min", p => p.AlternativeNames.Add("Min Kim")),
        Person("zhang-wei", "张伟"),
    ];

    private static readonly Document[] Films =
    [
        Film("actor-1", 2001, [Credit("Director One", "one")], [Credit("Lee Min-ho", "lee-a"), Credit("Song One", "")]),
        Film("actor-2", 2003, [Credit("Director One", "one")], [Credit("Lee Min-ho", "lee-a"), Credit("Song Two", "")]),
        Film("director-1", 1985, [Credit("Lee Min-ho", "lee-b")], [Credit("Old Star", "star")]),
        Film("of-actor", 2004, [Credit("Director One", "")], [Credit("Lee Min-ho", ""), Credit("Song Two", "")]),
        Film("of-director", 1987, [Credit("Min-ho Lee", "")], [Credit("Old Star", "")]),
        Film("of-nobody", 2020, [Credit("Somebody Else", "")], [Credit("Lee Min-ho", "")]),
        Film("named", 2019, [Credit("Bong Joon Ho", "")], []),
        Film("spelled", 2019, [Credit("Bong Junho", "")], []),
        Film("in-script", 2019, [Credit("봉준호", "")], []),
        Film("too-early", 1950, [Credit("Bong Joon-ho", "")], [Credit("Kim Young", "")]),
        Film("editors", 2004, [], [Credit("Lee Min-ho", "lee-b")]),
        Film("elsewhere", 2010, [Credit("Bong Junho", "")], [], "FR"),
        Film("read", 2010, [Credit("Zhang Wei", "")], [], "CN"),
    ];

    [Theory]
    [InlineData(Way.Built)]
    [InlineData(Way.PeopleFirst)]
    [InlineData(Way.FilmsFirst)]
    public async Task CreditsWithoutAnIdFindTheirPerson(Way way)
    {
        using var folder = new TemporaryFolder();
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await FillAsync(catalog, way);

        Assert.Equal("actor-1 actor-2 of-actor", await FilmsOf("lee-a"));
        Assert.Equal("director-1 editors of-director", await FilmsOf("lee-b"));
        Assert.Equal("in-script named spelled", await FilmsOf("bong-joon-ho"));
        Assert.Equal("", await FilmsOf("young"));
        Assert.Equal("read", await FilmsOf("zhang-wei"));

        async Task<string> FilmsOf(string person)
            => string.Join(' ', (await catalog.SearchAsync(new SearchRequest { Filter = $"type = film AND person = \"{person}\"", OrderBy = "title" })).Results.Select(r => r.Document.Film.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bong junho named", "named")]
    [InlineData("named Jun-ho Bong", "named")]
    [InlineData("봉준호 named", "named")]
    [InlineData("bongjoonho named", "named")]
    [InlineData("pong junho in-script", "")]
    [InlineData("bong jun ho movies 2019", "in-script named spelled")]
    [InlineData("bong jun ho elsewhere", "")]
    public async Task APersonInASpellingThatNoDocumentHasAndATitleFindTheFilm(string query, string films)
    {
        using var folder = new TemporaryFolder();
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await FillAsync(catalog, Way.Built);

        var request = new SearchRequest { Query = query };
        var response = await catalog.SearchAsync(request);
        var found = response.Results.TakeWhile(r => r.Match.Kind == MatchKind.Words).Select(r => r.Document.Film.Id).ToList();
        Assert.Equal(films, string.Join(' ', found.Order(StringComparer.Ordinal)));
        Assert.Equal(films.Length > 0, response.Steps.Any(s => s is { Kind: QueryStepKind.Person, Value: "bong-joon-ho" }));

        var pages = new List<string>();
        request.PageSize = 1;
        do
        {
            var page = await catalog.SearchAsync(request);
            pages.AddRange(page.Results.Select(r => r.Document.ToString()));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(response.Results.Select(r => r.Document.ToString()), pages);
        Assert.Single((await catalog.TraceAsync(new SearchRequest { Query = query })).Rounds, r => r.Round == SearchRound.Words);
    }

    [Fact]
    public async Task WhatIsStoredStaysAsItWasWritten()
    {
        using var folder = new TemporaryFolder();
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await FillAsync(catalog, Way.Built);

        Assert.Equal(Films.Single(f => f.Film.Id == "spelled").Film, await catalog.GetFilmAsync(new GetFilmRequest { FilmId = "spelled" }));
    }

    private static async Task FillAsync(LeapCatalog catalog, Way way)
    {
        if (way == Way.Built)
        {
            await foreach (var _ in catalog.ReindexAsync(Catalogue.Requests(new ReindexOptions(), [.. Films, .. People])))
            {
            }

            return;
        }

        foreach (var batch in way == Way.PeopleFirst ? new[] { People, Films } : [Films, People])
        {
            await catalog.WriteVisiblyAsync(batch);
        }
    }

    private static Credit Credit(string name, string id) => new() { Name = name, PersonId = id };

    private static Document Film(string id, int year, Credit[] directors, Credit[] cast, string country = "KR")
        => new() { Film = new Film { Id = id, Title = id, Year = year, Countries = { country }, Directors = { directors }, Cast = { cast } } };

    private static Document Person(string id, string name, Action<Person>? more = null)
    {
        var person = new Person { Id = id, Name = name };
        more?.Invoke(person);
        return new Document { Person = person };
    }
}
