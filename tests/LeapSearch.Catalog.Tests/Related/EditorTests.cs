using LeapSearch.Catalog.Editors;
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
    [InlineData("""{"film":"a","label":{"a":"Itself"}}""", "'label' holds the film itself")]
    [InlineData("""{"film":"a","pin":["b" "c"]}""", "not JSON from byte 24")]
    [InlineData("nonsense", "not JSON from byte 2")]
    public void AMistakeIsNamedAndChangesNothing(string line, string message)
    {
        var path = folder.File("bad.jsonl");
        File.WriteAllText(path, "{\"film\":\"a\",\"pin\":[\"b\"]}\n");
        var clock = new ManualClock();
        var file = Choices(path, clock);
        Assert.Equal(["b"], file.Current.PinsOf("a"));

        File.WriteAllText(path, "\n" + line + "\n");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
        clock.Now += TimeSpan.TicksPerMinute;

        Assert.StartsWith($"{path}:2: {message}", Assert.Throws<InvalidDataException>(() => EditorChoices.Read(path)).Message);
        Assert.Equal(["b"], file.Current.PinsOf("a"));
    }

    [Fact]
    public void BytesThatAreNoUtf8AreAMistakeOfTheirLine()
    {
        var path = folder.File("latin1.jsonl");
        File.WriteAllBytes(path, [.. "\uFEFF{\"film\":\"a\",\"pin\":[\"b\"]}\r\n\n{\"film\":\"a\",\"label\":{\"b\":\"Caf"u8, 0xe9, .. "\"}}\n"u8]);

        Assert.Equal($"{path}:3: not UTF-8", Assert.Throws<InvalidDataException>(() => EditorChoices.Read(path)).Message);
    }

    [Fact]
    public void ACheckTellsEveryMistakeAndWarnsOfWhatDoesNothing()
    {
        var path = folder.File(EditorChoices.FileName);
        File.WriteAllLines(path,
        [
            """{"film":"f1","pin":["f2","gone"],"block":["f3"]}""",
            """{"film":"f1","pin":"f2"}""",
            """{"film":"f3","pin":["f1"],"label":{"gone":"Once more"}}""",
            "nonsense",
        ]);

        var (problems, warnings) = EditorCheck.Run(path, id => id != "gone");

        Assert.Equal([$"{path}:2: 'pin' is not an array. Correct the line", $"{path}:4: not JSON from byte 2. Correct the line"], problems.Select(p => p.Split(':', 4) is [var a, var b, var c, ..] ? string.Join(':', a, b, c) : p));
        Assert.Equal(3, warnings.Count);
        Assert.StartsWith($"{path}:3: 'f1' is pinned to 'f3', and the two are blocked", warnings[0]);
        Assert.StartsWith($"{path}:1: the catalogue has no film 'gone'", warnings[1]);
        Assert.StartsWith($"{path}:3: the catalogue has no film 'gone'", warnings[2]);
        Assert.Equal(([], []), EditorCheck.Run(folder.File("no such file"), _ => false));
    }

    [Fact]
    public void ManyMistakesAreTold20AndCounted()
    {
        var path = folder.File(EditorChoices.FileName);
        File.WriteAllLines(path, Enumerable.Repeat("{}", 25));

        var problems = EditorCheck.Run(path, _ => true).Problems;

        Assert.Equal(21, problems.Count);
        Assert.StartsWith("and 5 more", problems[^1]);
    }

    [Fact]
    public void AChangeIsSeenAfterASecondAndSoIsTheEndOfTheFile()
    {
        var path = folder.File("choices.jsonl");
        var clock = new ManualClock();
        var file = Choices(path, clock);
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

    private static EditorFile<EditorChoices> Choices(string path, TimeProvider clock)
        => new(path, EditorChoices.Read, EditorChoices.None, clock, NullLogger.Instance);

    private SmallIndex With(string lines)
    {
        var path = folder.File(EditorChoices.FileName);
        File.WriteAllText(path, lines);
        return SmallIndex.Of(films, editors: Choices(path, TimeProvider.System));
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Now { get; set; } = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
