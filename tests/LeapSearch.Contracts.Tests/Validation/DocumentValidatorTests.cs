using LeapSearch.Contracts.Validation;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Contracts.Tests.Validation;

public sealed class DocumentValidatorTests
{
    private static Film Leap() => new()
    {
        Id = "leap-2020",
        Title = "Leap",
        OriginalTitle = "夺冠",
        Year = 2020,
        ReleaseDate = "2020-09-25",
        Countries = { "CN" },
        Directors = { new Credit { Name = "Peter Chan" } },
    };

    [Fact]
    public void AGoodFilmHasNoViolations() => Assert.Empty(DocumentValidator.Validate(new Document { Film = Leap() }));

    [Fact]
    public void AnEmptyDocumentIsNamed()
        => Assert.Equal("document", Assert.Single(DocumentValidator.Validate(new Document())).Field);

    public static TheoryData<string, Action<Film>> BadFilms => new()
    {
        { "film.id", f => f.Id = "" },
        { "film.id", f => f.Id = "-leap" },
        { "film.id", f => f.Id = new string('a', 129) },
        { "film.id", f => f.Id = "夺冠" },
        { "film.title", f => f.Title = " " },
        { "film.year", f => f.Year = 20 },
        { "film.release_date", f => f.ReleaseDate = "2020-13-01" },
        { "film.release_date", f => f.ReleaseDate = "25.9.2020" },
        { "film.releases[0].date", f => f.Releases.Add(new Release { Date = "soon" }) },
        { "film.directors[1].name", f => f.Directors.Add(new Credit()) },
        { "film.cast[0].person_id", f => f.Cast.Add(new Credit { PersonId = "Gong Li" }) },
        { "film.countries[1]", f => f.Countries.Add("China") },
        { "film.countries[1]", f => f.Countries.Add("") },
        { "film.genres[0]", f => f.Genres.Add("") },
        { "film.popularity", f => f.Popularity = double.NaN },
        { "film.popularity", f => f.Popularity = -1 },
        { "film.runtime_minutes", f => f.RuntimeMinutes = -90 },
        { "film.page_url", f => f.PageUrl = "javascript:alert(1)" },
        { "document", f => f.Synopsis = new string('x', DocumentValidator.MaxDocumentBytes) },
    };

    [Theory]
    [MemberData(nameof(BadFilms))]
    public void ABadFieldIsNamed(string field, Action<Film> spoil)
    {
        var film = Leap();
        spoil(film);
        Assert.Equal(field, Assert.Single(DocumentValidator.Validate(new Document { Film = film })).Field);
    }

    [Theory]
    [InlineData("2020-08-14T09:00:00Z", true)]
    [InlineData("2020-08-14T09:00:00.123Z", true)]
    [InlineData("2020-08-14T09:00:00+08:00", true)]
    [InlineData("2020-08-14T09:00:00", false)]
    [InlineData("2020-08-14", false)]
    [InlineData("yesterday at nine o'clock", false)]
    public void TimesAreRfc3339(string time, bool good)
    {
        var article = new Article { Id = "a", Title = "A", PublishedAt = time };
        Assert.Equal(good, DocumentValidator.Validate(new Document { Article = article }).Count == 0);
    }
}
