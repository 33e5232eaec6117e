using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Testing;
using LeapSearch.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LeapSearch.Catalog.Tests.Related;

public sealed class EditorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<Document> films = RandomCatalogue.Films(new Random(11), 60);

    [Fact]
    public void PinnedFilmsComeFirstInTheirOrderAndSayWho()
    {
        var index = With("""{"film":"f1","pin":["f50","gone","f51"],"label":{"f51":"The remake"}}""");

        var results = index.Related("f1").Results;

        Assert.Equal(["f50", "f51"], results.Take(2).Select(r => r.Film.Id));
        Assert.Equal(10, results.Select(r => r.Film.Id).Distinct().Count());
        Assert.Equal([(ReasonKind.Editor, "Chosen by the editors"), (ReasonKind.Editor, "The remake")], results.Take(2).Select(r => (r.Reasons[0].Kind, r.Reasons[0].Text)));
        Assert.All(results.Skip(2), r => Assert.True(r.Score < results[1].Score));
    }

    [Fact]
    public void PinsKeepToTheFilterAndToWhatIsExcluded()
    {
        var index = With("""{"film":"f1","pin":["f50","f51"]}""");
        var excluded = new RelatedFilmsRequest { FilmId = "f1", ExcludedFilmIds = { "f50" } };
        var filtered = new RelatedFilmsRequest { FilmId = "f1", Filter = $"year > {films[50].Film.Year} OR year < {films[50].Film.Year}" };

        Assert.Equal("f51", index.Related(excluded).Results[0].Film.Id);
        Assert.DoesNotContain(index.Related(filtered).Results, r => r.Film.Id == "f50");
    }

    [Fact]
    public void BlockedPairsAreKeptApartBothWays()
    {
        var other = With("").Related("f1").Results[0].Film.Id;
        var index = With($$"""{"film":"f1","block":["{{other}}"]}""");

        Assert.DoesNotContain(index.Related("f1", 59).Results, r => r.Film.Id == other);
        Assert.DoesNotContain(index.Related(other, 59).Results, r => r.Film.Id == "f1");
    }

    [Fact]
    public void ALabelComesFirstAmongTheReasonsOfThePair()
    {
        var other = With("").Related("f1").Results[0].Film.Id;
        var index = With($$$"""{"film":"{{{other}}}","label":{"f1":"Same true story"}}""");

        var reasons = Assert.Single(index.Related("f1").Results, r => r.Film.Id == other).Reasons;

        Assert.Equal((ReasonKind.Editor, "Same true story"), (reasons[0].Kind, reasons[0].Text));
        Assert.True(reasons.Count > 1);
    }

    [Theory]
    [InlineData("{}", "'film' is missing")]
    [InlineData("""{"film":"a","pin":"b"}""", "'pin' is not an array")]
    [InlineData("""{"film":"a","pin":["a"]}""", "'pin' holds the film itself")]
    [InlineData("""{"film":"a","hide":["b"]}""", "unknown property 'hide'")]
    [InlineData("""{"film":"a","label":{"b":1}}""", "'b' is not a text")]
    [InlineData("nonsense", "")]
    public void AMistakeIsNamedAndChangesNothing(string line, string message)
    {
        var path = folder.File("bad.jsonl");
        File.WriteAllText(path, "{\"film\":\"a\",\"pin\":[\"b\"]}\n");
        var clock = new ManualClock();
        var file = new EditorFile(path, clock, NullLogger.Instance);
        Assert.Equal(["b"], file.Current.PinsOf("a"));

        File.WriteAllText(path, "\n" + line + "\n");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
        clock.Now += TimeSpan.TicksPerMinute;

        Assert.StartsWith($"{path}:2: {message}", Assert.Throws<InvalidDataException>(() => EditorChoices.Read(path)).Message);
        Assert.Equal(["b"], file.Current.PinsOf("a"));
    }

    [Fact]
    public void AChangeIsSeenAfterASecondAndSoIsTheEndOfTheFile()
    {
        var path = folder.File("choices.jsonl");
        var clock = new ManualClock();
        var file = new EditorFile(path, clock, NullLogger.Instance);
        Assert.Empty(file.Current.PinsOf("a"));

        File.WriteAllText(path, "{\"film\":\"a\",\"pin\":[\"b\"]}\n");
        Assert.Empty(file.Current.PinsOf("a"));
        clock.Now += 2 * TimeSpan.TicksPerSecond;
        Assert.Equal(["b"], file.Current.PinsOf("a"));
        File.Delete(path);
        clock.Now += 2 * TimeSpan.TicksPerSecond;
        Assert.Empty(file.Current.PinsOf("a"));
    }

    public void Dispose() => folder.Dispose();

    private SmallIndex With(string lines)
    {
        var path = folder.File(EditorFile.Name);
        File.WriteAllText(path, lines);
        return SmallIndex.Of(films, editors: new EditorFile(path, TimeProvider.System, NullLogger.Instance));
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Now { get; set; } = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
