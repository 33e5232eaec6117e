using System.Text.RegularExpressions;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Import.Tests.SampleCatalogue;

/// <summary>What index-data/README.md says of the sample catalogue. That every document keeps the contract's rules, reading it shows.</summary>
public sealed partial class SampleCatalogueTests : IAsyncLifetime
{
    private static readonly string[] Genres =
    [
        "Action", "Adventure", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Family", "Fantasy", "History", "Horror",
        "Martial Arts", "Music", "Mystery", "Romance", "Science Fiction", "Sports", "Thriller", "War", "Western", "Wuxia",
    ];

    private static readonly string[] InventedAuthors = ["mira-halden", "jonas-abe", "tessa-okoro"];

    private Sample sample = null!;

    public async Task InitializeAsync() => sample = await Sample.Whole.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void ItIsLargeEnough()
    {
        Assert.InRange(sample.Films.Count, 250, int.MaxValue);
        Assert.InRange(sample.People.Count, 500, int.MaxValue);
        Assert.InRange(sample.Articles.Count, 40, int.MaxValue);
    }

    [Fact]
    public void EveryReferenceResolves()
    {
        var films = sample.Films.Select(f => f.Id).ToHashSet();
        var credits = sample.Films.SelectMany(Sample.Credits).Concat(sample.Articles.SelectMany(a => a.Authors));

        Assert.Empty(credits.Select(c => c.PersonId).Where(id => id.Length > 0).Except(sample.People.Keys));
        Assert.Empty(sample.Articles.SelectMany(a => a.PersonIds).Except(sample.People.Keys));
        Assert.Empty(sample.Articles.SelectMany(a => a.FilmIds).Except(films));
    }

    [Fact]
    public void EveryDirectorHasADocument()
        => Assert.Empty(sample.Films.SelectMany(f => f.Directors.Where(d => d.PersonId.Length == 0).Select(d => $"{f.Id}: {d.Name}")));

    [Fact]
    public void EveryPersonIsOfAFilmOrAnArticle()
    {
        var used = sample.Films.SelectMany(Sample.Credits).Concat(sample.Articles.SelectMany(a => a.Authors)).Select(c => c.PersonId)
            .Concat(sample.Articles.SelectMany(a => a.PersonIds))
            .ToHashSet();

        Assert.Empty(sample.People.Keys.Except(used));
    }

    [Fact]
    public void FilmsAreWhole()
    {
        Assert.All(sample.Films, film =>
        {
            Assert.EndsWith($"-{film.Year}", film.Id);
            Assert.NotEmpty(film.Directors);
            Assert.NotEmpty(film.Countries);
            Assert.NotEmpty(film.Languages);
            Assert.NotEmpty(film.Synopsis);
            Assert.NotEmpty(film.Genres);
            Assert.Empty(film.Genres.Except(Genres));
            Assert.True(film.ReleaseDate.Length == 0 || film.ReleaseDate.StartsWith($"{film.Year}", StringComparison.Ordinal), film.Id);
        });
    }

    [Fact]
    public void AnIdElsewhereIsThatOfOneDocument()
    {
        var ids = sample.Films.SelectMany(f => f.ExternalIds.Select(e => $"film {e.Key} {e.Value}"))
            .Concat(sample.People.Values.SelectMany(p => p.ExternalIds.Select(e => $"person {e.Key} {e.Value}")))
            .ToList();

        Assert.Empty(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(ids, id => Assert.Matches(ExternalId(), id));
    }

    [Fact]
    public void NamesInHangulAndKanaSayHowTheyAreRead()
    {
        var wrong = sample.People.Values
            .Where(p => (p.OriginalName.Any(c => c is >= '가' and <= '힣') && p.NameLanguage != "ko")
                || (p.OriginalName.Any(c => c is >= 'ぁ' and <= 'ヺ') && p.NameLanguage != "ja"));

        Assert.Empty(wrong.Select(p => p.Id));
        Assert.Empty(sample.People.Values.Where(p => p.NameLanguage.Length == 0).Select(p => p.Id));
    }

    [Fact]
    public void ArticlesAreByTheThreeInventedAuthors()
    {
        Assert.All(sample.Articles, a => Assert.Empty(a.Authors.Select(c => c.PersonId).Except(InventedAuthors)));
        Assert.All(InventedAuthors, id => Assert.NotEmpty(sample.People[id].Biography));
    }

    [Fact]
    public void LeapIsThereWithItsPeopleAndItsDates()
    {
        var leap = sample.Films.Single(f => f.Id == "leap-2020");

        Assert.Equal(("Leap", "夺冠", 2020, "2020-09-25"), (leap.Title, leap.OriginalTitle, leap.Year, leap.ReleaseDate));
        Assert.Equal("peter-chan", leap.Directors.Single().PersonId);
        Assert.Equal("gong-li", leap.Cast[0].PersonId);
        Assert.Contains("lang-ping", leap.Subjects.Select(s => s.PersonId));
        Assert.Contains(leap.Releases, r => r is { Date: "2020-01-25", Status: ReleaseStatus.Postponed });
        Assert.Contains(leap.Releases, r => r is { Date: "2020-09-30" });
        Assert.All(Sample.Credits(leap), c => Assert.Contains(c.PersonId, sample.People.Keys));
    }

    [Fact]
    public void ItsTrailerIsAnnouncedAsANewsSiteWould()
    {
        var article = sample.Articles.Single(a => a.Id == "leap-trailer");

        Assert.Equal(["Trailers"], article.Categories);
        Assert.Equal(["leap-2020"], article.FilmIds);
        Assert.Empty(new[] { "peter-chan", "gong-li", "lang-ping" }.Except(article.PersonIds));
        Assert.All(
            new[] { "Peter Chan", "Gong Li", "Lang Ping", "25 January 2020", "postponed", "30 September 2020" },
            words => Assert.Contains(words, article.Body));
        Assert.NotEmpty(sample.People[article.Authors.Single().PersonId].Biography);
    }

    [GeneratedRegex(@"\A(film (imdb tt\d{7,8}|tmdb \d+|wikidata Q\d+)|person (imdb nm\d{7,8}|tmdb \d+|wikidata Q\d+))\z")]
    private static partial Regex ExternalId();
}
