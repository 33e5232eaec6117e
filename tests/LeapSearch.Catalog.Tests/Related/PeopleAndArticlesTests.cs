using LeapSearch.Contracts;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>People with people, articles with all, films for people and articles, on a catalogue that fits on a page.</summary>
public sealed class PeopleAndArticlesTests
{
    private static readonly SmallIndex Index = SmallIndex.Of(
    [
        Person("chan", "Peter Chan"), Person("gong", "Gong Li"), Person("huang", "Huang Bo"), Person("extra", "An Extra"), Person("alone", "Works Alone"),
        Film("leap", 2020, ["chan"], ["gong", "huang", "b", "c", "d", "e", "extra"], "Sports", 5, "A volleyball coach and her team."),
        Film("dearest", 2014, ["chan"], ["huang"], "Drama", 9, "A father looks for his son."),
        Film("ju-dou", 1990, ["zhang"], ["gong"], "Drama", 3, "A dye mill."),
        Film("dangal", 2016, ["tiwari"], ["aamir"], "Sports", 20, "A coach trains his daughters."),
        Film("far", 1950, ["nobody"], ["noone"], "Western", 1, "Cowboys."),
        Article("leap-review", "Leap reviewed", "2020-09-26T00:00:00Z", ["leap"], [], "volleyball"),
        Article("leap-and-more", "Sports films", "2021-01-01T00:00:00Z", ["leap", "dangal"], [], "sport"),
        Article("gong-portrait", "Gong Li at fifty", "2015-12-31T00:00:00Z", [], ["gong"], "portrait"),
        Article("chan-portrait", "Peter Chan's films", "2016-12-31T00:00:00Z", [], ["chan"], "portrait"),
        Article("older-review", "Leap at first", "2020-09-20T00:00:00Z", ["leap"], [], "volleyball"),
        Article("planned", "Leap again", "2999-01-01T00:00:00Z", ["leap"], [], "volleyball"),
        Article("cinemas", "New cinemas", "2020-01-01T00:00:00Z", [], [], "business"),
    ]);

    [Fact]
    public void WhoMadeTheMostAndWeightiestFilmsWithAPersonComesFirst()
    {
        var results = Index.RelatedPeople(new RelatedPeopleRequest { PersonId = "huang" }).Results;

        Assert.Equal(["chan", "gong", "extra"], results.Select(r => r.Person.Id));
        var reason = Assert.Single(results[0].Reasons);
        Assert.Equal((ReasonKind.SharedFilm, "2 films together: Dearest, Leap"), (reason.Kind, reason.Text));
        Assert.Equal([("dearest", "Dearest"), ("leap", "Leap")], reason.Items.Select(i => (i.Id, i.Name)));
        Assert.Equal("One film together: Leap", results[1].Reasons.Single().Text);
        Assert.True(results[0].Score > results[1].Score && results[1].Score > results[2].Score);
    }

    [Fact]
    public void WhoWorksAloneHasNobody() => Assert.Empty(Index.RelatedPeople(new RelatedPeopleRequest { PersonId = "alone" }).Results);

    [Fact]
    public void PageSizeHolds() => Assert.Single(Index.RelatedPeople(new RelatedPeopleRequest { PersonId = "huang", PageSize = 1 }).Results);

    [Fact]
    public void ArticlesAboutAFilmComeFirstTheFewerOthersTheBetterThenTheNewest()
    {
        var ids = Index.Articles(new RelatedArticlesRequest { FilmId = "leap" }).Results.Select(r => r.Article.Id).ToArray();

        Assert.Equal(["leap-review", "older-review", "leap-and-more"], ids[..3]);
        Assert.Equal(["chan-portrait", "gong-portrait"], ids[3..5].Order());
        Assert.DoesNotContain("planned", ids);
        Assert.DoesNotContain("cinemas", ids);
    }

    [Fact]
    public void AReviewThatNamesTheWholeCastIsAboutItsFilmAloneAndAPortraitAboutWhomItNamesFirst()
    {
        var index = SmallIndex.Of(
        [
            Person("chan", "Peter Chan"), Person("gong", "Gong Li"), Person("huang", "Huang Bo"),
            Film("leap", 2020, ["chan"], ["gong", "huang"], "Sports", 5, ""),
            Film("dearest", 2014, ["chan"], ["huang"], "Drama", 9, ""),
            Article("trailer", "The trailer", "2020-08-12T00:00:00Z", ["leap"], ["chan", "gong", "huang"], ""),
            Article("passing", "Of another film", "2020-10-01T00:00:00Z", ["leap", "dearest"], [], ""),
            Article("portrait", "Peter Chan's films", "2020-10-02T00:00:00Z", ["leap", "dearest"], ["chan", "gong", "huang"], ""),
        ]);

        var ofFilm = index.Articles(new RelatedArticlesRequest { FilmId = "leap" }).Results;
        var ofPerson = index.Articles(new RelatedArticlesRequest { PersonId = "chan" }).Results;

        Assert.Equal(["trailer", "portrait", "passing"], ofFilm.Select(r => r.Article.Id));
        Assert.All(ofFilm, r => Assert.Equal((ReasonKind.Mention, "About Leap"), (r.Reasons[0].Kind, r.Reasons[0].Text)));
        Assert.Equal(["portrait", "trailer", "passing"], ofPerson.Select(r => r.Article.Id));
        Assert.Equal(["portrait", "trailer", "passing"], index.Articles(new RelatedArticlesRequest { PersonId = "gong" }).Results.Select(r => r.Article.Id));
        Assert.All(ofPerson.Take(2), r => Assert.Equal("About Peter Chan", r.Reasons[0].Text));
        Assert.All([.. ofFilm, .. ofPerson], r => Assert.Equal(1, r.Reasons.Sum(reason => reason.Weight), 4));
    }

    [Fact]
    public void WhomAFilmIsOnlyAboutDidNotWorkOnIt()
    {
        var film = Film("leap", 2020, ["chan"], ["gong"], "Sports", 5, "");
        film.Film.Subjects.Add(new Credit { PersonId = "lang", Name = "Lang Ping" });
        var index = SmallIndex.Of([Person("chan", "Peter Chan"), Person("gong", "Gong Li"), Person("lang", "Lang Ping"), film]);

        var ofSubject = index.RelatedPeople(new RelatedPeopleRequest { PersonId = "lang" }).Results;
        var ofMaker = index.RelatedPeople(new RelatedPeopleRequest { PersonId = "gong" }).Results;

        Assert.All(ofSubject, r => Assert.Equal((ReasonKind.Subject, "Took part in a film about them: Leap"), (r.Reasons.Single().Kind, r.Reasons.Single().Text)));
        Assert.Equal(
            [("chan", "One film together: Leap"), ("lang", "Subject of Leap")], ofMaker.Select(r => (r.Person.Id, r.Reasons.Single().Text)));
    }

    [Fact]
    public void OfFilmsThatMatterAlikeTheNewestComesFirst()
    {
        var index = SmallIndex.Of(
        [
            Person("chan", "Peter Chan"), Film("b", 1996, ["chan"], [], "Drama", 0, ""), Film("a", 2014, ["chan"], [], "Drama", 0, ""), Film("c", 2020, ["chan"], [], "Drama", 0, ""),
        ]);

        Assert.Equal(["c", "a", "b"], index.Related(new RelatedFilmsRequest { PersonId = "chan" }).Results.Select(r => r.Film.Id));
    }

    [Fact]
    public void ArticlesSayWhatTheyAreAbout()
    {
        var results = Index.Articles(new RelatedArticlesRequest { FilmId = "leap" }).Results;

        var about = results[0].Reasons[0];
        Assert.Equal((ReasonKind.Mention, "About Leap", "leap"), (about.Kind, about.Text, Assert.Single(about.Items).Id));
        var portrait = Assert.Single(results, r => r.Article.Id == "gong-portrait").Reasons[0];
        Assert.Equal((ReasonKind.Mention, "About gong", "gong"), (portrait.Kind, portrait.Text, Assert.Single(portrait.Items).Id));
    }

    [Fact]
    public void APersonsArticlesAreThoseAboutThemThenThoseAboutTheirFilms()
    {
        var ids = Index.Articles(new RelatedArticlesRequest { PersonId = "gong" }).Results.Select(r => r.Article.Id).ToArray();

        Assert.Equal("gong-portrait", ids[0]);
        Assert.Equal(["leap-and-more", "leap-review", "older-review"], ids[1..].Order());
    }

    [Fact]
    public void AnArticleIsLikeThoseAboutTheSameAndNotLikeItself()
    {
        var ids = Index.Articles(new RelatedArticlesRequest { ArticleId = "leap-review" }).Results.Select(r => r.Article.Id).ToArray();

        Assert.Equal("older-review", ids[0]);
        Assert.Contains("leap-and-more", ids);
        Assert.DoesNotContain("leap-review", ids);
        Assert.DoesNotContain("planned", ids);
    }

    [Fact]
    public void APersonsOwnFilmsComeFirstAndSayWhy()
    {
        var results = Index.Related(new RelatedFilmsRequest { PersonId = "gong" }).Results;

        Assert.Equal(["ju-dou", "leap"], results.Take(2).Select(r => r.Film.Id).Order());
        Assert.All(results.Take(2), r => Assert.Equal((ReasonKind.Cast, "With Gong Li"), (r.Reasons[0].Kind, r.Reasons[0].Text)));
        Assert.All(results.Skip(2), r => Assert.True(r.Score < 1));
        Assert.Equal(["dangal", "dearest", "far"], results.Skip(2).Select(r => r.Film.Id).Order());
    }

    [Fact]
    public void ADirectorsFilmsAreDirectedByThem()
        => Assert.Equal("Directed by Peter Chan", Index.Related(new RelatedFilmsRequest { PersonId = "chan" }).Results[0].Reasons[0].Text);

    [Fact]
    public void AnArticlesFilmsComeFirstThenWhatIsLikeThem()
    {
        var results = Index.Related(new RelatedFilmsRequest { ArticleId = "leap-review", ExcludedFilmIds = { "far" } }).Results;

        Assert.Equal(("leap", ReasonKind.Mention, "leap-review"), (results[0].Film.Id, results[0].Reasons[0].Kind, results[0].Reasons[0].Items.Single().Id));
        Assert.Equal("dearest", results[1].Film.Id);
        Assert.DoesNotContain(results, r => r.Film.Id == "far");
    }

    [Fact]
    public void AnArticleAboutAPersonAlonePointsToTheirFilms()
    {
        var results = Index.Related(new RelatedFilmsRequest { ArticleId = "gong-portrait", PageSize = 2 }).Results;

        Assert.Equal(["ju-dou", "leap"], results.Select(r => r.Film.Id).Order());
    }

    [Fact]
    public void WhatIsNotThereOrNotYetPublicIsNotFound()
    {
        NotFound(() => Index.Related(new RelatedFilmsRequest { PersonId = "nobody-known" }));
        NotFound(() => Index.Related(new RelatedFilmsRequest { ArticleId = "planned" }));
        NotFound(() => Index.Articles(new RelatedArticlesRequest { ArticleId = "planned" }));
        NotFound(() => Index.Articles(new RelatedArticlesRequest { FilmId = "gong" }));
        NotFound(() => Index.RelatedPeople(new RelatedPeopleRequest { PersonId = "leap" }));
    }

    [Fact]
    public void WhatIsWrongIsNamed()
    {
        Invalid("film_id", () => Index.Articles(new RelatedArticlesRequest()));
        Invalid("person_id", () => Index.Articles(new RelatedArticlesRequest { FilmId = "leap", PersonId = "gong" }));
        Invalid("page_size", () => Index.Articles(new RelatedArticlesRequest { FilmId = "leap", PageSize = -1 }));
        Invalid("person_id", () => Index.RelatedPeople(new RelatedPeopleRequest()));
        Invalid("page_size", () => Index.RelatedPeople(new RelatedPeopleRequest { PersonId = "gong", PageSize = -1 }));
    }

    private static void NotFound(Func<object> call)
        => Assert.Equal(Grpc.Core.StatusCode.NotFound, Assert.Throws<LeapSearchException>(call).Code);

    private static void Invalid(string field, Func<object> call)
    {
        var error = Assert.Throws<LeapSearchException>(call);
        Assert.Equal((Grpc.Core.StatusCode.InvalidArgument, field), (error.Code, error.Field));
    }

    private static Document Film(string id, int year, string[] directors, string[] cast, string genre, double popularity, string synopsis)
    {
        var film = new Film { Id = id, Title = char.ToUpperInvariant(id[0]) + id[1..], Year = year, Genres = { genre }, Popularity = popularity, Synopsis = synopsis };
        film.Directors.Add(directors.Select(d => new Credit { PersonId = d, Name = d }));
        film.Cast.Add(cast.Select(c => new Credit { PersonId = c, Name = c }));
        return new Document { Film = film };
    }

    private static Document Person(string id, string name) => new() { Person = new Person { Id = id, Name = name } };

    private static Document Article(string id, string title, string published, string[] films, string[] people, string tag)
        => new() { Article = new Article { Id = id, Title = title, PublishedAt = published, FilmIds = { films }, PersonIds = { people }, Tags = { tag } } };
}
