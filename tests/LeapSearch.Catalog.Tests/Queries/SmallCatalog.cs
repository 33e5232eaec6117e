using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries;

/// <summary>A handful of films, people and articles, opened once for the tests of a class.</summary>
public sealed class SmallCatalog : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public LeapCatalog Catalog { get; private set; } = null!;

    public static IEnumerable<Document> Documents() =>
    [
        Film("leap-2020", "Leap", "夺冠", 2020, ["peter-chan"], ["gong-li", "huang-bo"], ["Sports", "Drama"], "CN", f =>
        {
            f.AlternativeTitles.Add("Zhong Guo Nü Pai");
            f.Synopsis = "The women's volleyball team of China and its coach Lang Ping, from the first title to the last match.";
            f.Keywords.Add("volleyball");
        }),
        Film("dearest-2014", "Dearest", "親愛的", 2014, ["peter-chan"], ["huang-bo"], ["Drama"], "CN", f => f.Synopsis = "A father looks for his lost son."),
        Film("mother-2009", "Mother", "마더", 2009, ["bong-joon-ho"], [], ["Thriller"], "KR"),
        Film("mother-2017", "Mother!", "", 2017, [], [], ["Horror"], "US", f => f.Popularity = 50),
        Film("parasite-2019", "Parasite", "기생충", 2019, ["bong-joon-ho"], [], ["Thriller", "Comedy"], "KR"),
        Film("parasyte-2014", "Parasyte", "", 2014, [], [], ["Horror"], "JP"),
        Film("2046-2004", "2046", "", 2004, [], ["gong-li"], ["Romance"], "HK"),
        Film("1987-2017", "1987: When the Day Comes", "1987", 2017, [], [], ["Drama"], "KR"),
        Film("infernal-affairs-2002", "Infernal Affairs", "無間道", 2002, [], [], ["Crime"], "HK"),
        Film("godfather-1972", "The Godfather", "", 1972, [], [], ["Crime"], "US", f => f.Popularity = 100),
        Person("peter-chan", "Peter Chan", "陳可辛", "Peter Ho-Sun Chan"),
        Person("gong-li", "Gong Li", "巩俐"),
        Person("huang-bo", "Huang Bo", "黄渤"),
        Person("bong-joon-ho", "Bong Joon-ho", "봉준호"),
        new Document
        {
            Article = new Article
            {
                Id = "leap-trailer", Title = "Trailer: Gong Li coaches in Leap", Language = "en", PublishedAt = "2020-08-14T09:00:00Z",
                Body = "<p>The <b>volleyball</b> drama moves to <i>30 September</i>; tickets &amp; times follow.</p>",
                Categories = { "Trailers" }, FilmIds = { "leap-2020" }, PersonIds = { "gong-li" }, Authors = { new Credit { Name = "Ada Reed" } },
            },
        },
        new Document
        {
            Article = new Article { Id = "future", Title = "Leap returns", PublishedAt = "2999-01-01T00:00:00Z", FilmIds = { "leap-2020" } },
        },
    ];

    public async Task InitializeAsync()
    {
        Catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await Catalog.WriteVisiblyAsync(Documents());
    }

    public async Task DisposeAsync()
    {
        await Catalog.DisposeAsync();
        folder.Dispose();
    }

    private static Document Film(
        string id, string title, string original, int year, string[] directors, string[] cast, string[] genres, string country, Action<Film>? more = null)
    {
        var film = new Film { Id = id, Title = title, OriginalTitle = original, Year = year, Genres = { genres }, Countries = { country } };
        film.Directors.Add(directors.Select(d => new Credit { PersonId = d, Name = Name(d) }));
        film.Cast.Add(cast.Select(d => new Credit { PersonId = d, Name = Name(d) }));
        more?.Invoke(film);
        return new Document { Film = film };
    }

    private static string Name(string id) => string.Join(' ', id.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    private static Document Person(string id, string name, string original, params string[] others)
        => new() { Person = new Person { Id = id, Name = name, OriginalName = original, AlternativeNames = { others }, Professions = { "Actor" } } };
}
