using LeapSearch.Cli.Tests.Harness;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Cli.Tests.Commands;

public sealed class AskingTests
{
    private static readonly Film Leap = new()
    {
        Id = "leap-2020",
        Title = "Leap",
        OriginalTitle = "夺冠",
        Year = 2020,
        Directors = { new Credit { Name = "Peter Chan" } },
        Cast = { new Credit { Name = "Gong Li" } },
    };

    private static readonly SearchResponse Found = new()
    {
        TotalSize = 7,
        TotalSizeIsExact = true,
        Steps = { new QueryStep { Kind = QueryStepKind.Corrected, Text = "leep", Value = "leap" } },
        Results =
        {
            new SearchResult
            {
                Document = new Document { Film = Leap },
                Match = new Match { Kind = MatchKind.Exact, Field = "title", Value = "Leap" },
                Highlights = { new Highlight { Field = "synopsis", Text = "a 𠮷 Leap up", Spans = { new HighlightSpan { Start = 4, End = 8 } } } },
            },
        },
    };

    [Fact]
    public async Task SearchShowsWhatWasFoundAndWhy()
    {
        var run = await TheCommand.On(new FakeLeapSearch().Answering(Found)).Run("search", "leep");

        run.Exits(0).SaysNothing();
        Assert.Equal(
            """
            'leep' was read as 'leap'
              1. Leap (2020) 夺冠 · film leap-2020
                 Peter Chan · Gong Li
                 found: exact in title: Leap
                 synopsis: a 𠮷 [Leap] up
            1 of 7

            """,
            run.Out);
    }

    [Fact]
    public async Task SearchAsksWhatTheOptionsSay()
    {
        var fake = new FakeLeapSearch().Answering(Found);

        (await TheCommand.On(fake).Run("search", "gong", "li", "--type", "film", "--type", "person", "--limit", "3", "--filter", "year > 2000", "--data-dir", "d", "--scorer", "stock")).Exits(0);

        var request = Assert.IsType<SearchRequest>(fake.Requests.Single());
        Assert.Equal(("gong li", 3, "year > 2000"), (request.Query, request.PageSize, request.Filter));
        Assert.Equal([DocumentType.Film, DocumentType.Person], request.Types_);
        Assert.Equal("folder d to read with stock", fake.Opened.Single());
    }

    [Fact]
    public async Task ATextThatStartsWithADashFollowsTwoDashes()
    {
        var fake = new FakeLeapSearch().Answering(Found);

        (await TheCommand.On(fake).Run("search", "--", "leap", "-gong")).Exits(0);

        Assert.Equal("leap -gong", Assert.IsType<SearchRequest>(fake.Requests.Single()).Query);
    }

    [Theory]
    [InlineData("search", "leap")]
    [InlineData("search", "leap", "--server", "http://127.0.0.1:5081")]
    public async Task JsonIsOneDocumentAndNothingElse(params string[] args)
    {
        var run = (await TheCommand.On(new FakeLeapSearch().Answering(Found)).Run([.. args, "--json"])).Exits(0).SaysNothing();

        Assert.Equal("夺冠", run.Json().GetProperty("results")[0].GetProperty("document").GetProperty("film").GetProperty("originalTitle").GetString());
    }

    [Fact]
    public async Task WithoutAServerTheSamplesFolderIsRead()
    {
        var fake = new FakeLeapSearch().Answering(Found);
        await TheCommand.On(fake).Run("search", "leap");
        await TheCommand.On(fake).Run("search", "leap", "--server", "http://127.0.0.1:5081");

        Assert.Equal(["folder index-data/store to read", "service http://127.0.0.1:5081"], fake.Opened);
    }

    [Fact]
    public async Task ATerminalGetsBoldInsteadOfBrackets()
        => (await TheCommand.On(new FakeLeapSearch().Answering(Found)).Watched().Run("search", "leap")).Exits(0).Prints("\e[1mLeap\e[22m (2020)").Prints("𠮷 \e[1mLeap\e[22m up");

    [Fact]
    public async Task NothingFoundIsAnAnswer()
        => (await TheCommand.On(new FakeLeapSearch().Answering(new SearchResponse())).Run("search", "zzz")).Exits(0).Prints("Nothing found.");

    [Fact]
    public async Task SuggestShowsOneALine()
    {
        var answer = new SuggestResponse
        {
            Suggestions =
            {
                new Suggestion { Type = DocumentType.Film, Id = "leap-2020", Text = "Leap", OriginalText = "夺冠", Year = 2020, Detail = "China, Peter Chan", Match = new Match { Kind = MatchKind.Prefix, Field = "title" } },
            },
        };

        (await TheCommand.On(new FakeLeapSearch().Answering(answer)).Run("suggest", "le")).Exits(0).Prints("Leap (2020) 夺冠 · film leap-2020 · China, Peter Chan · starts so in title\n");
    }

    [Fact]
    public async Task RelatedSaysWhy()
    {
        var answer = new RelatedFilmsResponse
        {
            Results = { new RelatedFilm { Film = Leap, Reasons = { new Reason { Text = "Same director: Peter Chan" }, new Reason { Text = "Drama", Weak = true } } } },
        };
        var fake = new FakeLeapSearch().Answering(answer);

        (await TheCommand.On(fake).Run("related", "comrades-1996", "--limit", "5")).Exits(0).Prints("Same director: Peter Chan\n").Prints("Drama (a weak tie)");

        Assert.Equal("comrades-1996", Assert.IsType<RelatedFilmsRequest>(fake.Requests.Single()).FilmId);
    }

    [Theory]
    [InlineData("film")]
    [InlineData("person")]
    [InlineData("article")]
    public async Task RelatedStartsFromAnyDocument(string type)
    {
        var fake = new FakeLeapSearch().Answering(new RelatedFilmsResponse());

        (await TheCommand.On(fake).Run("related", type, "an-id")).Exits(0).Prints("No related film.");

        var request = Assert.IsType<RelatedFilmsRequest>(fake.Requests.Single());
        Assert.Equal("an-id", type switch { "film" => request.FilmId, "person" => request.PersonId, _ => request.ArticleId });
    }

    [Fact]
    public async Task RelatedToSomethingElseIsWrongUsage()
        => (await TheCommand.On(new FakeLeapSearch()).Run("related", "genre", "drama")).Exits(2).Says("'genre' is no type: film, person, article");

    [Fact]
    public async Task StatusShowsGenerationsCountsAndSizes()
    {
        var answer = new GetStatusResponse
        {
            State = IndexState.Serving,
            Version = "1.2.3",
            Scorer = "stock",
            Counts = { new TypeCount { Type = DocumentType.Film, Count = 36115 } },
            Generations = { new GenerationStatus { Generation = "7", Live = true, StoreBytes = 1536, IndexBytes = 3 << 20, CreatedAt = "2026-01-02T03:04:05Z" } },
        };

        (await TheCommand.On(new FakeLeapSearch().Answering(answer)).Run("status"))
            .Exits(0)
            .Prints("serving\n")
            .Prints("36,115 films")
            .Prints("generation 7 (live): documents 1.5 KiB, index 3 MiB, built 2026-01-02T03:04:05Z");
    }
}
