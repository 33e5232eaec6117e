using System.Text;
using LeapSearch.Cli.Connections;
using LeapSearch.Cli.Tests.Harness;
using LeapSearch.Contracts;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Cli.Tests.Commands;

public sealed class WritingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeLeapSearch fake = new();

    public WritingTests()
    {
        fake.Answering(new WriteDocumentsResponse { Sequence = 42 });
        fake.Reports.Add(new ReindexResponse { Phase = ReindexPhase.Loading, DocumentsRead = 1 });
        fake.Reports.Add(new ReindexResponse { Phase = ReindexPhase.Indexing, DocumentsRead = 2, DocumentsIndexed = 1, DocumentsTotal = 2 });
        fake.Reports.Add(new ReindexResponse
        {
            Phase = ReindexPhase.Done,
            DocumentsRead = 2,
            Summary = new ReindexSummary { Generation = "3", Seconds = 1.5, Changes = { new TypeChange { Type = DocumentType.Person, Added = 1234 } } },
        });
    }

    public void Dispose() => folder.Dispose();

    private string Source(params string[] lines)
    {
        var path = folder.File("a.jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Film(string id) => $$$"""{"film":{"id":"{{{id}}}","title":"A"}}""";

    private ReindexOptions Asked() => Assert.IsType<ReindexRequest>(fake.Requests[0]).Options;

    [Fact]
    public async Task ReindexSendsTheSourcesAndTellsWhatChanged()
    {
        var path = Source(Film("a"), Film("b"));
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc));

        (await TheCommand.On(fake).Run("reindex", path)).Exits(0).SaysNothing()
            .Prints("people       1,234 added")
            .Prints("generation 3 is live after 1.5 s");

        Assert.Equal("2024-05-01T12:00:00.0000000Z", Asked().AsOf);
        Assert.False(Asked().HasMaxVanish);
        Assert.Equal(["a", "b"], fake.Requests.Skip(1).Cast<ReindexRequest>().SelectMany(r => r.Batch.Documents).Select(d => d.Film.Id));
        Assert.Equal("folder index-data/store", fake.Opened.Single());
    }

    [Fact]
    public async Task ReindexAsksWhatTheOptionsSay()
    {
        (await TheCommand.On(fake).Run("reindex", Source(Film("a")), "--dry-run", "--replace-all", "--max-vanish", "12.5%", "--as-of", "2020-08-14T09:00:00+02:00")).Exits(0);

        Assert.Equal((true, true, 0.125, "2020-08-14T07:00:00.0000000Z"), (Asked().DryRun, Asked().ReplaceAll, Asked().MaxVanish, Asked().AsOf));
    }

    [Fact]
    public async Task ReindexWithoutAPathRebuildsFromTheStore()
    {
        (await TheCommand.On(fake).Run("reindex", "--server", "http://127.0.0.1:5081")).Exits(0);

        Assert.True(Asked().Rebuild);
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task StandardInputIsASourceWithoutATime()
    {
        (await TheCommand.On(fake).Typing(Encoding.UTF8.GetBytes(Film("a"))).Run("reindex", "-")).Exits(0);

        Assert.Equal("", Asked().AsOf);
    }

    [Fact]
    public async Task BadLinesWithinTheLimitAreToldAndCounted()
    {
        var run = (await TheCommand.On(fake).Run("reindex", Source(Film("a"), "broken", Film("b")), "--max-bad", "50%", "--json")).Exits(0).Says("left out: ").Says("a.jsonl:2: is not JSON");

        Assert.Equal(1, run.Json().GetProperty("badLines").GetInt32());
        Assert.Equal("3", run.Json().GetProperty("summary").GetProperty("generation").GetString());
    }

    [Fact]
    public async Task TooManyBadLinesFailTheReindex()
        => (await TheCommand.On(fake).Run("reindex", Source(Film("a"), "broken"))).Exits(1).Says("1 of 2 lines are bad, more than 1 % allowed").PrintsNothing();

    [Fact]
    public async Task AMissingPathIsFoundBeforeAnythingIsOpened()
    {
        (await TheCommand.On(fake).Run("reindex", folder.File("none.jsonl"))).Exits(1).Says("none.jsonl: there is no such file or folder");

        Assert.Empty(fake.Opened);
    }

    [Fact]
    public async Task AHeldFolderIsReindexedThroughItsHolder()
    {
        var held = new CatalogDoors
        {
            Folder = (_, _) => throw new LeapSearchException(Grpc.Core.StatusCode.FailedPrecondition, "DATA_FOLDER_HELD", "held by process 7"),
            HolderAddress = dir => dir == "d" ? "http://127.0.0.1:5081" : null,
            Service = address =>
            {
                fake.Opened.Add(address);
                return fake;
            },
        };

        (await TheCommand.With(held).Run("reindex", Source(Film("a")), "--data-dir", "d")).Exits(0);
        (await TheCommand.With(held).Run("reindex", Source(Film("a")), "--data-dir", "e")).Exits(1).Says("held by process 7");

        Assert.Equal(["http://127.0.0.1:5081"], fake.Opened);
    }

    [Fact]
    public async Task AWatchedReindexDrawsItsProgressOnStandardErrorOnly()
    {
        var run = (await TheCommand.On(fake).Watched().Run("reindex", Source(Film("a")), "--json")).Exits(0);

        Assert.Equal("REINDEX_PHASE_DONE", run.Json().GetProperty("phase").GetString());
        Assert.Contains("Reading", run.Error);
    }

    [Fact]
    public async Task IndexWritesAndDeleteDeletes()
    {
        (await TheCommand.On(fake).Run("index", Source(Film("a"), Film("b")))).Exits(0).Prints("2 documents written, durable at sequence 42");
        (await TheCommand.On(fake).Run("delete", "person", "x", "y", "x")).Exits(0).Prints("none of the 2 ids is there any more, durable at sequence 42");

        Assert.Equal(["a", "b"], Assert.IsType<WriteDocumentsRequest>(fake.Requests[0]).Documents.Select(d => d.Film.Id));
        Assert.Equal(
            [new DocumentReference { Type = DocumentType.Person, Id = "x" }, new DocumentReference { Type = DocumentType.Person, Id = "y" }],
            Assert.IsType<WriteDocumentsRequest>(fake.Requests[1]).Deletes);
    }
}
