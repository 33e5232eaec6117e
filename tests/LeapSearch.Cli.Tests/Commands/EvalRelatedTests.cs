using LeapSearch.Cli.Tests.Harness;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Cli.Tests.Commands;

public sealed class EvalRelatedTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string file;

    public EvalRelatedTests()
    {
        file = folder.File("likes.jsonl");
        File.WriteAllText(file, "{\"film\":\"leap-2020\",\"related\":{\"dearest-2014\":3,\"other\":1}}\n");
    }

    [Fact]
    public async Task MeasuresAtZeroAndTheDefault()
    {
        var fake = Answering();

        var run = (await TheCommand.On(fake).Run("eval", "--related", file)).Exits(0).SaysNothing();

        // The first of two relevant ones is found, in the first place: 7 of 7 + 1/log2(3).
        run.Prints("likes       0.00      1    0.917").Prints("likes    default      1    0.917");
        var asked = fake.Requests.OfType<RelatedFilmsRequest>().ToArray();
        Assert.Equal([true, false], asked.Select(r => r.HasDiversity));
        Assert.All(asked, r => Assert.Equal(("leap-2020", 10), (r.FilmId, r.PageSize)));
    }

    [Fact]
    public async Task MeasuresAtWhatIsAskedWithSignalsOff()
    {
        var fake = Answering();

        var run = (await TheCommand.On(fake).Run("eval", "--related", file, "--diversity", "0.25", "--without", "year", "popularity", "--json")).Exits(0).SaysNothing();

        var row = run.Json().GetProperty("rows")[0];
        Assert.Equal(0.25, row.GetProperty("diversity").GetDouble());
        Assert.Equal(0.917, row.GetProperty("figures").GetProperty("ndcg").GetDouble(), 3);
        Assert.Equal(["popularity", "year"], fake.Requests.OfType<RelatedFilmsRequest>().Single().Weights.Keys.Order());
    }

    [Fact]
    public async Task ABadLineIsNamed()
    {
        File.WriteAllText(file, "{\"film\":\"leap-2020\"}\n");

        (await TheCommand.On(Answering()).Run("eval", "--related", file)).Exits(1).PrintsNothing().Says($"{file}:1: 'related' is missing");
    }

    [Theory]
    [InlineData("--diversity", "0.5")]
    [InlineData("--related", "--failures")]
    public async Task OptionsOfTheOtherKindAreWrongUsage(params string[] options)
        => (await TheCommand.On(Answering()).Run(["eval", file, .. options])).Exits(2);

    public void Dispose() => folder.Dispose();

    private static FakeLeapSearch Answering()
    {
        var film = new Film { Id = "dearest-2014", Title = "Dearest" };
        return new FakeLeapSearch().Answering(film).Answering(
            new RelatedFilmsResponse { Results = { new RelatedFilm { Film = film, Reasons = { new Reason { Text = "Same director" } } } } });
    }
}
