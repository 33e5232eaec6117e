using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Tests.Generations;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Queries.Editors;

/// <summary>The small catalogue and a few films more, with synonyms and stop words beside it.</summary>
public sealed class EditedCatalog : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public LeapCatalog Catalog { get; private set; } = null!;

    /// <summary>The same by Lucene.Net's own queries.</summary>
    public LeapCatalog Stock { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllLinesAsync(folder.File(SynonymTable.FileName),
        [
            "# what readers type",
            "sci-fi, science fiction, sf",
            "kung fu => martial arts",
            "功夫，武术",
            "공포 => horror",
            "ia，无极 => infernal affairs",
            "coach => trainer",
            "hk => hong kong",
            "पहलवान => wrestler",
        ]);
        await File.WriteAllLinesAsync(folder.File(StopWords.FileName), ["# beside the point", "the", "watch", "online", "It", "电影"]);
        await File.WriteAllLinesAsync(folder.File(ResultTable.FileName),
        [
            "# what stands first, and what is not found",
            """{"query":["thriller","스릴러"],"pin":["article:leap-trailer","film:it","film:gone"],"hide":["film:mother-2009"]}""",
            """{"query":["new year","春节"],"match":"has","pin":["film:leap-2020"],"until":"2999-01-01"}""",
            """{"query":"dearest","hide":["film:dearest-2014"],"from":"2019-01-01","until":"2019-12-31"}""",
            """{"query":"dearest","pin":["film:fist"],"from":"2998-01-01"}""",
            """{"query":"gong li","pin":["person:huang-bo"],"hide":["person:huang-bo"]}""",
            """{"hide":["film:2046-2004"]}""",
            """{"query":["parasite","parasiyte","laep"],"pin":["film:it"]}""",
        ]);
        Catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await foreach (var _ in Catalog.ReindexAsync(Catalogue.Requests(new ReindexOptions(), [.. SmallCatalog.Documents(), .. More()])))
        {
        }

        Stock = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path, Scorer = "stock", ReadOnly = true });
    }

    public async Task DisposeAsync()
    {
        await Stock.DisposeAsync();
        await Catalog.DisposeAsync();
        folder.Dispose();
    }

    private static IEnumerable<Document> More() =>
    [
        Film("space", "Space Sweepers", 2021, f => f.Genres.Add("Science Fiction")),
        Film("sf-diary", "SF Diary", 2001, f => f.Genres.Add("Drama")),
        Film("scifi-short", "Night Train", 2003, f => f.Synopsis = "A sci-fi story."),
        Film("fist", "Iron Fist", 1994, f => f.Keywords.Add("martial arts")),
        Film("art-of-war", "Martial Law of Arts", 1995, f => f.Genres.Add("Drama")),
        Film("kung-fu", "Kung Fu Kitchen", 1996, f => f.Genres.Add("Comedy")),
        Film("wushu", "Grandmaster", 2013, f => f.OriginalTitle = "武术大师"),
        Film("lethal", "Lethal Ninja", 1990, f => f.Synopsis = "A trainer of the police."),
        Film("wrestler", "The Wrestler", 2008, f => f.Genres.Add("Drama")),
        Film("it", "It", 2017, f => f.Genres.Add("Horror")),
        Film("it-follows", "It Follows", 2014, f => f.Genres.Add("Horror")),
        Film("kingdom", "Kingdom", 2019, f => f.Genres.Add("Action")),
        Film("naked-gun", "Naked Gun 33⅓", 1994, f => f.Genres.Add("Comedy")),
        Film("the-kingdom", "The Kingdom", 1994, f => f.Genres.Add("Drama")),
        Film("hk-police", "Police Story", 1985, f =>
        {
            f.Countries.Add("HK");
            f.Genres.Add("Action");
        }),
        Film("the-the", "The The", 1999, f => f.Genres.Add("Music")),
    ];

    private static Document Film(string id, string title, int year, Action<Film> more)
    {
        var film = new Film { Id = id, Title = title, Year = year };
        more(film);
        return new Document { Film = film };
    }
}
