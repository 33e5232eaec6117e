using System.IO.Compression;
using System.Text;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Catalog.Tests.Evaluation;

public sealed class RelatedJudgementFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void ReadsLinesPlainAndPacked()
    {
        const string Text = "{\"film\":\"a\",\"related\":{\"b\":3,\"c\":1}}\n\n{\"set\":\"s\",\"film\":\"b\",\"related\":{\"a\":2}}\n";
        var plain = folder.File("likes.jsonl");
        File.WriteAllText(plain, Text);
        var packed = folder.File("likes.jsonl.gz");
        using (var file = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            file.Write(Encoding.UTF8.GetBytes(Text));
        }

        foreach (var path in new[] { plain, packed })
        {
            var read = RelatedJudgementFiles.Read(path);

            Assert.Equal([("likes", "a"), ("s", "b")], read.Select(j => (j.Set, j.FilmId)));
            Assert.Equal(3, read[0].Related["b"]);
            Assert.Equal($"{path}:3", read[1].Source);
        }
    }

    [Fact]
    public void AFolderHasBothKindsOfJudgements()
    {
        File.WriteAllText(folder.File("related.jsonl"), "{\"film\":\"a\",\"related\":{\"b\":1}}");
        File.WriteAllText(folder.File("titles.jsonl"), "{\"set\":\"s\",\"query\":\"q\",\"none\":true}");

        Assert.Equal("a", Assert.Single(RelatedJudgementFiles.Read(folder.Path)).FilmId);
        Assert.Equal("q", Assert.Single(JudgementFiles.Read(folder.Path)).Query);
    }

    [Theory]
    [InlineData("[]", "a judgement is a JSON object")]
    [InlineData("{\"film\":\"a\"}", "'related' is missing")]
    [InlineData("{\"related\":{\"a\":1}}", "'film' is missing")]
    [InlineData("{\"film\":\"a\",\"related\":{\"b\":4}}", "'b' is not a whole number from 1 to 3")]
    [InlineData("{\"film\":\"a\",\"related\":{\"b\":\"1\"}}", "'b' is not a whole number from 1 to 3")]
    [InlineData("{\"film\":\"a\",\"related\":{\"a\":1}}", "'a' is not related to itself")]
    [InlineData("{\"film\":\"a\",\"related\":{\"b\":1},\"x\":1}", "unknown property 'x'")]
    [InlineData("{\"film\":1,\"related\":{\"b\":1}}", "'film' is not a string")]
    [InlineData("{\"film\":", "")]
    public void SaysWhatIsWrongAndWhere(string line, string message)
    {
        var path = folder.File("bad.jsonl");
        File.WriteAllText(path, "{\"film\":\"a\",\"related\":{\"b\":1}}\n" + line + "\n");

        var error = Assert.Throws<InvalidDataException>(() => RelatedJudgementFiles.Read(path));

        Assert.StartsWith($"{path}:2: {message}", error.Message);
    }

    [Fact]
    public void AnEmptyFileIsNoMeasure()
    {
        var path = folder.File("empty.jsonl");
        File.WriteAllText(path, "\n");

        Assert.Contains("no judgements", Assert.Throws<InvalidDataException>(() => RelatedJudgementFiles.Read(path)).Message);
    }

    public void Dispose() => folder.Dispose();
}
