using System.Text;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Import.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly Input input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public async Task EveryKindOfDocumentComesWithItsPlace()
    {
        var path = input.Write(
            "a.jsonl",
            """{"film":{"id":"leap-2020","title":"Leap","originalTitle":"夺冠","year":2020,"directors":[{"name":"Peter Chan"}]}}""",
            "",
            """{"person":{"id":"gong-li","name":"Gong Li"}}""",
            """{"article":{"id":"leap-trailer","title":"A trailer","publishedAt":"2020-08-14T09:00:00Z"}}""");

        var documents = await Input.ReadAll(path);

        Assert.Equal(
            [Document.DocumentOneofCase.Film, Document.DocumentOneofCase.Person, Document.DocumentOneofCase.Article],
            documents.Select(d => d.Document.DocumentCase));
        Assert.Equal([1L, 3L, 4L], documents.Select(d => d.Line));
        Assert.All(documents, d => Assert.Equal(path, d.File));
        Assert.Equal("夺冠", documents[0].Document.Film.OriginalTitle);
    }

    [Theory]
    [InlineData("""{"film":{"id":"b","title":"x"}""", "is not JSON")]
    [InlineData("""film,b,x""", "is not JSON")]
    [InlineData("""{"film":{"id":"b","title":"x","stars":5}}""", "stars")]
    [InlineData("""{"film":{"title":"x"}}""", "film.id: is missing")]
    [InlineData("""{"film":{"id":"b"}}""", "film.title: is missing")]
    [InlineData("""{"film":{"id":"b c","title":"x"}}""", "'b c' is not an id")]
    [InlineData("""{"film":{"id":"b","id":"c","title":"x"}}""", "id")]
    [InlineData("""{"film":{"id":"b","title":"x"},"person":{"id":"b","name":"x"}}""", "oneof")]
    [InlineData("""{"film":{"id":"b","title":"x"}} {"film":{"id":"c","title":"x"}}""", "is not JSON")]
    [InlineData("""{}""", "is empty: give one of film, person or article")]
    [InlineData("""[]""", "is not a document")]
    [InlineData("""null""", "is not a document")]
    [InlineData("""{"film":null}""", "is empty")]
    [InlineData("""{"film":{"id":"b","title":"\ud800"}}""", "is not a document")]
    [InlineData("""{"film":{"id":"b","title":"x","year":99999999999}}""", "is not a document")]
    [InlineData("""{"film":{"id":"b","title":"x","year":"two"}}""", "is not a document")]
    [InlineData("""{"film":{"id":"b","title":"x","popularity":-1}}""", "popularity")]
    [InlineData("""{"film":{"id":"b","title":"x","releases":[{"kind":"RELEASE_KIND_DVD"}]}}""", "is not a document")]
    [InlineData("""{"film":{"id":"a","title":"again"}}""", "the film 'a' stands already in ")]
    public async Task ABadLineIsNamed(string line, string problem)
    {
        var path = input.Write("a.jsonl", Input.Film("a"), line);

        var failure = await Input.Failure(path);

        Assert.Contains($"{path}:2: ", failure.Message);
        Assert.Contains(problem, failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task ADuplicateIdNamesBothPlacesAcrossFiles()
    {
        var first = input.Write("a.jsonl", Input.Film("x"), Input.Film("a"));
        var second = input.Write("b.jsonl", Input.Film("y"), "", Input.Film("a"));

        var failure = await Input.Failure(input.Folder);

        Assert.Contains($"{second}:3: the film 'a' stands already in {first}:2", failure.Message);
    }

    [Fact]
    public async Task TheSameIdMayBeAFilmAndAPerson()
        => Assert.Equal(2, (await Input.ReadAll(input.Write("a.jsonl", Input.Film("a"), """{"person":{"id":"a","name":"A"}}"""))).Count);

    [Fact]
    public async Task InvalidUtf8IsAnErrorAndNeverReplaced()
    {
        var bytes = Encoding.UTF8.GetBytes(Input.Film("a", "caf?") + "\n");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xe9;

        var failure = await Input.Failure(input.Write("a.jsonl", bytes));

        Assert.Contains("a.jsonl:1: is not UTF-8: byte 0xE9 at position ", failure.Message);
    }

    [Fact]
    public async Task Utf16IsToldAsSuch()
        => Assert.Contains(
            "is UTF-16; save it as UTF-8",
            (await Input.Failure(input.Write("a.jsonl", [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Input.Film("a"))]))).Message);

    [Fact]
    public async Task AByteOrderMarkWindowsLineEndsAndNoLastLineEndAreFine()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Input.Film("a") + "\r\n  \r\n" + Input.Film("b"))];

        Assert.Equal([1L, 3L], (await Input.ReadAll(input.Write("a.jsonl", bytes))).Select(d => d.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    public async Task AnEmptyFileIsAnError(string content)
    {
        var path = input.Write("a.jsonl", Encoding.UTF8.GetBytes(content));

        Assert.Equal($"{path}: is empty: a catalogue file has one document a line", (await Input.Failure(path)).Message);
    }

    [Fact]
    public async Task AFewBadLinesAreToldAndLeftOut()
    {
        var lines = Enumerable.Range(1, 200).Select(n => n is 7 or 150 ? "broken" : Input.Film($"film-{n}")).ToArray();
        var told = new List<ImportError>();
        var reader = new DocumentReader(ImportSources.Find([input.Write("a.jsonl", lines)]), new ImportOptions { OnBadLine = told.Add });

        var documents = await Input.ReadAll(reader);

        Assert.Equal(198, documents.Count);
        Assert.Equal([7L, 150L], told.Select(e => e.Line));
        Assert.Equal((198, 2), (reader.Documents, reader.BadLines));
    }

    [Fact]
    public async Task OneBadLineMoreThanAllowedFailsTheWhole()
    {
        var lines = Enumerable.Range(1, 200).Select(n => n is 7 or 8 or 150 ? "broken" : Input.Film($"film-{n}")).ToArray();

        var failure = await Input.Failure(input.Write("a.jsonl", lines));

        Assert.StartsWith("3 of 200 lines are bad, more than 1 % allowed. The first: ", failure.Message);
        Assert.Equal([7L, 8L, 150L], failure.Errors.Select(e => e.Line));
    }

    [Fact]
    public async Task NoneAllowedMeansNone()
    {
        var lines = Enumerable.Range(1, 1000).Select(n => n == 500 ? "broken" : Input.Film($"film-{n}")).ToArray();

        Assert.Contains(":500:", (await Input.Failure(new ImportOptions { MaxBadShare = 0 }, input.Write("a.jsonl", lines))).Message);
    }

    [Fact]
    public async Task DeepNestingIsRefusedAndNotRecursedInto()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"film":""", 100_000));

        Assert.Contains("is not JSON", (await Input.Failure(input.Write("a.jsonl", deep))).Message);
    }

    [Fact]
    public async Task ADocumentOverTwoMebibytesIsRefused()
    {
        var line = $$$"""{"film":{"id":"a","title":"A","synopsis":"{{{new string('x', 2 * 1024 * 1024)}}}"}}""";

        Assert.Contains("(2 MiB) are allowed", (await Input.Failure(input.Write("a.jsonl", line))).Message);
    }
}
