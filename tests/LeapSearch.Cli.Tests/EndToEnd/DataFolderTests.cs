using LeapSearch.Cli.Tests.Harness;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Cli.Tests.EndToEnd;

/// <summary>The command on a real data folder with the sample catalogue.</summary>
public sealed class DataFolderTests : IClassFixture<DataFolderTests.SampleFolder>
{
    private readonly SampleFolder sample;

    public DataFolderTests(SampleFolder sample) => this.sample = sample;

    private Task<CliRun> Run(params string[] args) => TheCommand.Real.Run([.. args, "--data-dir", sample.DataDir]);

    [Fact]
    public async Task TheFilmIsFoundFirst()
    {
        (await Run("search", "leap", "--limit", "1")).Exits(0).Prints("  1. Leap (2020) 夺冠 · film leap-2020");
        (await Run("search", "夺冠", "--limit", "1")).Exits(0).Prints("film leap-2020");
        (await Run("search", "gong li", "--type", "person", "--limit", "1")).Exits(0).Prints("person gong-li");
        (await Run("suggest", "lea", "--limit", "3")).Exits(0).Prints("film leap-2020");
    }

    [Fact]
    public async Task TheSampleIsSoundAndItsStatusTold()
    {
        var checkedFolder = (await Run("check", "--json")).Exits(0).Json();
        Assert.True(checkedFolder.GetProperty("ok").GetBoolean());
        Assert.InRange(checkedFolder.GetProperty("documents").GetInt32(), 800, int.MaxValue);
        (await Run("status")).Exits(0).Prints("serving").Prints("(live)");
    }

    [Fact]
    public async Task AnUnknownFilmIsToldAndAFolderThatIsNotThereToo()
    {
        (await Run("related", "no-such-film")).Exits(1).Says("no-such-film").PrintsNothing();
        (await TheCommand.Real.Run("status", "--data-dir", sample.DataDir + "-none")).Exits(1).Says("There is no data folder");
        Assert.False(Directory.Exists(sample.DataDir + "-none"));
    }

    [Theory]
    [InlineData("impacts")]
    [InlineData("stock")]
    public async Task AnExplanationSaysWhereADocumentStandsAndWhy(string scorer)
    {
        (await Run("explain", "gong li leap", "film", "leap-2020", "--scorer", scorer))
            .Exits(0)
            .SaysNothing()
            .Prints("Leap (2020) 夺冠 · film leap-2020\nQuery: gong li leap\n  words: gong, li, leap\n")
            .Prints("Place 1 of ")
            .Prints(": all words stand in titles and names, and if they are few in properties, not together\n")
            .Prints(" 'gong' among its people: weight 2 · idf ")
            .Prints("What it lacks for a better tier:\n  tier 1, it is the whole title or name: 'gonglileap' as a title\n");
        (await Run("explain", "gong li", "film", "parasite-2019", "--scorer", scorer))
            .Exits(0)
            .Prints("Not found among ")
            .Prints(", all words stand in titles and names, and if they are few in properties, not together: 'gong' in the title, in other titles, among its people or among genres, keywords, characters and countries; and 'li' in ");
    }

    [Fact]
    public async Task AnExplanationAsJsonAddsUpToTheScoreOfTheSearch()
    {
        var result = (await Run("search", "gong li leap", "--limit", "1", "--json")).Exits(0).Json().GetProperty("results")[0];

        var explained = (await Run("explain", "gong li leap", "film", "leap-2020", "--json")).Exits(0).SaysNothing().Json();

        Assert.Equal((true, 1, "WORDS"), (explained.GetProperty("found").GetBoolean(), explained.GetProperty("rank").GetInt32(), explained.GetProperty("query").GetProperty("round").GetString()));
        Assert.Equal(result.GetProperty("score").GetDouble(), explained.GetProperty("score").GetDouble());
        Assert.Equal(result.GetProperty("score").GetDouble(), explained.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("adds").GetDouble()), 4);
    }

    [Fact]
    public async Task ThePlanOfASearchShowsItsClausesAndWhatTheyTook()
    {
        (await Run("search", "infernal afairs", "--limit", "1", "--plan"))
            .Exits(0)
            .SaysNothing()
            .Prints("  1. Infernal Affairs")
            .Prints("Round of the words as they stand, by impacts\n  filter: the sum of")
            .Prints("\n  no slips where tier 8, all words stand in one title or name, or together in titles, names and properties, or a better one matches\n")
            .Prints(", all words stand in titles and names, and if they are few in properties, not together: 0 of 0 windows read, 0 skipped; ")
            .Prints("fuzzy film.title:afairs~1* (first 1 kept) · 3 (1 of at most 50 terms, at most ")
            .Prints(" that match nothing\n");
        var stock = (await Run("search", "infernal", "--limit", "1", "--plan", "--scorer", "stock")).Exits(0).Prints("by stock\n").Prints("term film.title:infernal · 3 (");
        Assert.DoesNotContain("windows", stock.Out);
        (await Run("search", "zzzzq", "--plan")).Exits(0).Prints("Nothing found.").Prints("Round of slips in short words and first letters, by impacts");
        (await TheCommand.Real.Run("search", "leap", "--plan", "--server", "http://127.0.0.1:5081")).Exits(2).Says("--plan is for a data folder").PrintsNothing();
    }

    [Fact]
    public async Task ThePlanAsJsonComesWithTheAnswer()
    {
        var traced = (await Run("search", "leap", "--limit", "1", "--plan", "--json")).Exits(0).SaysNothing().Json();

        Assert.Equal("leap-2020", traced.GetProperty("response").GetProperty("results")[0].GetProperty("document").GetProperty("film").GetProperty("id").GetString());
        var round = traced.GetProperty("rounds").EnumerateArray().Single();
        Assert.Equal(("WORDS", "impacts"), (round.GetProperty("round").GetString(), round.GetProperty("engine").GetString()));
        var counters = round.GetProperty("tiers")[0].GetProperty("counters");
        Assert.True(counters.GetProperty("windows").GetInt32() > 0 && counters.GetProperty("postings").GetInt64() > 0 && counters.GetProperty("scored").GetInt64() > 0);
    }

    [Fact]
    public async Task WhatCannotBeExplainedIsTold()
    {
        (await Run("explain", "leap", "film", "no-such-film")).Exits(1).Says("There is no film with the id 'no-such-film'").PrintsNothing();
        (await Run("explain", "leap", "movie", "leap-2020")).Exits(2).Says("'movie' not recognized").PrintsNothing();
        (await Run("explain", "leap", "film", "leap-2020", "--filter", "colour = red")).Exits(1).Says("colour").PrintsNothing();
        (await TheCommand.Real.Run("explain", "leap", "film", "leap-2020", "--server", "http://127.0.0.1:5081")).Exits(2).PrintsNothing();
    }

    [Fact]
    public async Task WhateverIsWrongWithASourceTheLiveCatalogueStays()
    {
        using var bad = new TemporaryFolder();
        var good = """{"film":{"id":"b","title":"B"}}""";
        (string Name, byte[] Content, string Problem)[] sources =
        [
            ("broken.jsonl", [.. "{\"film\":"u8], "broken.jsonl:1: is not JSON"),
            ("unknown.jsonl", [.. """{"film":{"id":"a","title":"A","stars":5}}"""u8], "unknown.jsonl:1: is not a document: Unknown field: stars"),
            ("missing.jsonl", [.. """{"film":{"title":"A"}}"""u8], "missing.jsonl:1: film.id: is missing"),
            ("twice.jsonl", System.Text.Encoding.UTF8.GetBytes(good + "\n" + good), "twice.jsonl:2: the film 'b' stands already in"),
            ("latin1.jsonl", [.. "{\"film\":{\"id\":\"a\",\"title\":\"caf"u8, 0xe9, .. "\"}}"u8], "latin1.jsonl:1: is not UTF-8"),
            ("empty.jsonl", [], "empty.jsonl: is empty"),
            ("few.jsonl", System.Text.Encoding.UTF8.GetBytes(good), "would vanish"),
        ];
        var before = (await Run("status", "--json")).Out;
        foreach (var (name, content, problem) in sources)
        {
            File.WriteAllBytes(bad.File(name), content);
            (await Run("reindex", bad.File(name))).Exits(1).Says(problem).PrintsNothing();
        }

        Directory.CreateDirectory(bad.File("no-catalogue"));
        (await Run("reindex", bad.File("no-catalogue"))).Exits(1).Says("the folder has no catalogue files");

        Assert.Equal(Live(before), Live((await Run("status", "--json")).Out));
        (await Run("check")).Exits(0);

        static string Live(string status) => System.Text.Json.JsonDocument.Parse(status).RootElement.GetProperty("generation").GetString() + status.Contains("\"656\"");
    }

    public sealed class SampleFolder : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        public string DataDir => folder.File("store");

        public async Task InitializeAsync()
            => (await TheCommand.Real.Run("reindex", Path.Combine(Repository.Root, "index-data", "catalog"), "--data-dir", DataDir)).Exits(0).SaysNothing();

        public Task DisposeAsync()
        {
            folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
