using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Related;

/// <summary>What a request may say, and what it gets for it.</summary>
public sealed class RequestTests(ITestOutputHelper output)
{
    private static readonly SmallIndex Index = SmallIndex.Of(RandomCatalogue.Films(new Random(7), 120), perSegment: 50);

    [Theory]
    [InlineData("director", ReasonKind.Director)]
    [InlineData("cast", ReasonKind.Cast)]
    [InlineData("writer", ReasonKind.Writer)]
    [InlineData("genre", ReasonKind.Genre)]
    [InlineData("keyword", ReasonKind.Keyword)]
    [InlineData("country", ReasonKind.Country)]
    [InlineData("language", ReasonKind.Language)]
    [InlineData("year", ReasonKind.Era)]
    [InlineData("synopsis", ReasonKind.Synopsis)]
    [InlineData("family", ReasonKind.Family)]
    [InlineData("popularity", ReasonKind.Popularity)]
    public void ASignalIsOffAtZeroAndDecidesAtAHundred(string name, ReasonKind kind)
    {
        var (strong, usual) = (0, 0);
        for (var film = 0; film < 120; film++)
        {
            var request = new RelatedFilmsRequest { FilmId = $"f{film}", Diversity = 0 };
            usual += Count(Index.Related(request));
            request.Weights[name] = 0;
            Assert.Equal(0, Count(Index.Related(request)));
            request.Weights[name] = 100;
            strong += Count(Index.Related(request));
        }

        output.WriteLine($"{kind}: {usual} as fitted, {strong} at 100");
        Assert.True(strong > usual || kind is ReasonKind.Popularity, $"{kind}: {usual} as fitted, {strong} at 100");

        int Count(RelatedFilmsResponse response) => response.Results.Sum(r => r.Reasons.Count(x => x.Kind == kind));
    }

    [Fact]
    public void AllWeightsTimesTwoChangeNothing()
    {
        foreach (var diversity in new[] { 0, 0.5, 1 })
        {
            var once = new RelatedFilmsRequest { FilmId = "f3", Diversity = diversity };
            var twice = once.Clone();
            foreach (var name in new[] { "director", "cast", "writer", "genre", "keyword", "country", "language", "year", "synopsis", "family", "popularity" })
            {
                once.Weights[name] = 1;
                twice.Weights[name] = 2;
            }

            // More than 1 on family lifts its cap; that is asked for, and measured elsewhere.
            once.Weights["family"] = twice.Weights["family"] = 0;

            Assert.Equal(Ids(Index.Related(once)), Ids(Index.Related(twice)));
        }
    }

    [Fact]
    public void WithEverySignalOffTheListIsStillFull()
    {
        var request = new RelatedFilmsRequest { FilmId = "f3" };
        foreach (var name in new[] { "director", "cast", "writer", "genre", "keyword", "country", "language", "year", "synopsis", "family", "popularity" })
        {
            request.Weights[name] = 0;
        }

        Assert.Equal(10, Index.Related(request).Results.Count);
    }

    [Fact]
    public void OnlyWhatTheFilterLetsThroughIsAnswered()
    {
        var random = TestSeed.New(output);
        for (var i = 0; i < 30; i++)
        {
            var year = 1960 + random.Next(50);
            var request = new RelatedFilmsRequest { FilmId = $"f{random.Next(120)}", Filter = $"year >= {year} AND country = \"KR\"", PageSize = 100 };

            var results = Index.Related(request).Results;

            Assert.All(results, r => Assert.True(r.Film.Year >= year && r.Film.Countries.Contains("KR")));
            var all = RandomCatalogue.Films(new Random(7), 120).Count(d => d.Film.Year >= year && d.Film.Countries.Contains("KR") && d.Film.Id != request.FilmId);
            Assert.Equal(all, results.Count);
        }
    }

    [Fact]
    public void ExcludedFilmsAreLeftOutAndOthersTakeTheirPlaces()
    {
        var request = new RelatedFilmsRequest { FilmId = "f5" };
        var first = Ids(Index.Related(request));
        request.ExcludedFilmIds.Add(first.Take(4));
        request.ExcludedFilmIds.Add("unknown");

        var second = Ids(Index.Related(request));

        Assert.Equal(10, second.Length);
        Assert.Empty(second.Intersect(first.Take(4)));
    }

    [Fact]
    public void SeveralSeedsAnswerTheSameInAnyOrderAndNeverThemselves()
    {
        string[] seeds = ["f1", "f20", "f33", "f77"];
        var forth = Index.Related(new RelatedFilmsRequest { FilmIds = { seeds } });
        var back = Index.Related(new RelatedFilmsRequest { FilmIds = { seeds.Reverse() } });

        Assert.Equal(Ids(forth), Ids(back));
        Assert.Empty(Ids(forth).Intersect(seeds));
        Assert.Equal(Ids(forth), Ids(Index.Related(new RelatedFilmsRequest { FilmId = "f1", FilmIds = { seeds.Skip(1) } })));
    }

    [Fact]
    public void ASeedGivenTwiceCountsOnce()
        => Assert.Equal(
            Index.Related("f9"), Index.Related(new RelatedFilmsRequest { FilmId = "f9", FilmIds = { "f9", "f9" }, PageSize = 10 }));

    [Theory]
    [InlineData("film_id", "{}")]
    [InlineData("person_id", """{"filmId":"f1","personId":"p1"}""")]
    [InlineData("article_id", """{"filmId":"f1","articleId":"a"}""")]
    [InlineData("article_id", """{"personId":"p1","articleId":"a"}""")]
    [InlineData("film_ids[0]", """{"filmId":"f1","filmIds":[""]}""")]
    [InlineData("page_size", """{"filmId":"f1","pageSize":-1}""")]
    [InlineData("diversity", """{"filmId":"f1","diversity":1.01}""")]
    [InlineData("diversity", """{"filmId":"f1","diversity":-0.1}""")]
    [InlineData("diversity", """{"filmId":"f1","diversity":"NaN"}""")]
    [InlineData("weights[genre]", """{"filmId":"f1","weights":{"genre":-1}}""")]
    [InlineData("weights[genre]", """{"filmId":"f1","weights":{"genre":"NaN"}}""")]
    [InlineData("weights[cast]", """{"filmId":"f1","weights":{"cast":"Infinity"}}""")]
    [InlineData("weights[cast]", """{"filmId":"f1","weights":{"cast":101}}""")]
    [InlineData("weights[colour]", """{"filmId":"f1","weights":{"colour":1}}""")]
    [InlineData("filter", """{"filmId":"f1","filter":"year >"}""")]
    public void WhatIsWrongIsNamed(string field, string json)
    {
        var error = Assert.Throws<LeapSearchException>(() => Index.Related(RelatedFilmsRequest.Parser.ParseJson(json)));

        Assert.Equal(Grpc.Core.StatusCode.InvalidArgument, error.Code);
        Assert.StartsWith(field, error.Field);
    }

    [Fact]
    public void TenThousandIdsAreTooMany()
    {
        var many = Enumerable.Range(0, 10_000).Select(i => $"f{i}");

        Assert.Equal("film_ids", Assert.Throws<LeapSearchException>(() => Index.Related(new RelatedFilmsRequest { FilmIds = { many } })).Field);
        Assert.Equal(
            "excluded_film_ids",
            Assert.Throws<LeapSearchException>(() => Index.Related(new RelatedFilmsRequest { FilmId = "f1", ExcludedFilmIds = { many } })).Field);
    }

    [Fact]
    public void AnUnknownFilmIsNotFound()
        => Assert.Equal(Grpc.Core.StatusCode.NotFound, Assert.Throws<LeapSearchException>(() => Index.Related("nowhere")).Code);

    [Fact]
    public void AFilmOfATitleAloneHasAFullPageThatSaysThatNothingIsCloser()
    {
        List<Document> films = [.. RandomCatalogue.Films(new Random(5), 30), new Document { Film = new Film { Id = "bare", Title = "No cast, no director, no genre" } }];
        var index = SmallIndex.Of(films, perSegment: 12);

        var results = index.Related("bare").Results;

        Assert.Equal(10, results.Count);
        Assert.All(results, r => Assert.All(r.Reasons, reason => Assert.True(reason.Weak, $"{r.Film.Id}: {reason}")));
        Assert.Contains(results, r => r.Reasons[0].Kind == ReasonKind.NothingCloser);
        Assert.Equal(results, index.Related(new RelatedFilmsRequest { FilmIds = { "bare" } }).Results);
    }

    [Fact]
    public void ABatchAnswersEachByItself()
    {
        var batch = new BatchRelatedFilmsRequest();
        batch.Requests.Add(Enumerable.Range(0, 63).Select(i => new RelatedFilmsRequest { FilmId = $"f{i}", PageSize = 3 }));
        batch.Requests.Add(new RelatedFilmsRequest { FilmId = "nowhere" });

        var results = Index.Batch(batch).Results;

        Assert.Equal(64, results.Count);
        for (var i = 0; i < 63; i++)
        {
            Assert.Equal(Index.Related($"f{i}", 3).Results, results[i].Results);
            Assert.Equal("", results[i].Error);
        }

        Assert.Contains("nowhere", results[63].Error);
        Assert.Empty(results[63].Results);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void ABatchHasOneToSixtyFour(int count)
    {
        var batch = new BatchRelatedFilmsRequest();
        batch.Requests.Add(Enumerable.Range(0, count).Select(i => new RelatedFilmsRequest { FilmId = $"f{i}" }));

        Assert.Equal("requests", Assert.Throws<LeapSearchException>(() => Index.Batch(batch)).Field);
    }

    private static string[] Ids(RelatedFilmsResponse response) => [.. response.Results.Select(r => r.Film.Id)];
}
