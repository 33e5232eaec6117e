using LeapSearch.Catalog.Evaluation;
using LeapSearch.Testing;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Evaluation;

public sealed class JudgementFormatTests
{
    [Theory]
    [InlineData("""{"set":"exact-title","query":"leap","relevant":{"film:leap-2020":3}}""")]
    [InlineData("""{"set":"suggest-title","query":"夺","call":"suggest","relevant":{"film:leap-2020":3}}""")]
    [InlineData("""{"set":"film-articles","query":"leap","types":["article","person"],"relevant":{"article:a:b":3,"person:gong-li":1}}""")]
    [InlineData("""{"set":"short","query":"ju","only":3,"relevant":{"film:ju-dou-1990":3}}""")]
    [InlineData("""{"set":"none","query":"qwertyuiop","none":true}""")]
    public void ACaseIsWrittenAsItWasRead(string line)
        => Assert.Equal(line, JudgementFormat.Write(JudgementFormat.Parse(line, "file:1")));

    [Fact]
    public void ACaseIsReadWhole()
    {
        var judged = JudgementFormat.Parse(
            """{"set":"s","query":"q","call":"suggest","types":["film"],"only":2,"relevant":{"film:a":1,"film:b":3}}""", "file:7");

        Assert.Equal(("s", "q", JudgedCall.Suggest, 2, "file:7"), (judged.Set, judged.Query, judged.Call, judged.Only, judged.Source));
        Assert.Equal([DocumentType.Film], judged.Types);
        Assert.Equal(3, judged.Relevant[new JudgedDocument(DocumentType.Film, "b")]);
        Assert.False(judged.ExpectsNone);
    }

    [Theory]
    [InlineData("nonsense", "not JSON")]
    [InlineData("[]", "a case is a JSON object")]
    [InlineData("""{"query":"q","none":true}""", "'set' is missing")]
    [InlineData("""{"set":"s","none":true}""", "'query' is missing")]
    [InlineData("""{"set":"s","query":"q"}""", "either 'relevant' or 'none'")]
    [InlineData("""{"set":"s","query":"q","none":true,"relevant":{"film:a":1}}""", "either 'relevant' or 'none'")]
    [InlineData("""{"set":"s","query":"q","relevant":{"film:a":4}}""", "'film:a' is not a whole number from 1 to 3")]
    [InlineData("""{"set":"s","query":"q","relevant":{"film:a":"3"}}""", "'film:a' is not a whole number from 1 to 3")]
    [InlineData("""{"set":"s","query":"q","relevant":{"leap":3}}""", "'leap' is not type:id")]
    [InlineData("""{"set":"s","query":"q","relevant":{"song:a":3}}""", "'song' is not a type")]
    [InlineData("""{"set":"s","query":"q","call":"browse","none":true}""", "'browse' is not a call")]
    [InlineData("""{"set":"s","query":"q","only":11,"relevant":{"film:a":3}}""", "'only' is not a whole number from 1 to 10")]
    [InlineData("""{"set":"s","query":5,"none":true}""", "'query' is not String")]
    [InlineData("""{"set":"s","query":"q","nome":true}""", "unknown property 'nome'")]
    public void WhatIsNoCaseSaysWhy(string line, string message)
        => Assert.Contains(message, Assert.Throws<FormatException>(() => JudgementFormat.Parse(line, "file:1")).Message);

    [Fact]
    public void ABadLineIsNamedWithItsFile()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("titles.jsonl");
        File.WriteAllText(file, """
            {"set":"s","query":"q","none":true}

            {"set":"s","query":"q"}
            """);

        Assert.StartsWith($"{file}:3: ", Assert.Throws<InvalidDataException>(() => JudgementFiles.Read(folder.Path)).Message);
    }

    [Fact]
    public void BytesThatAreNotUtf8AreNamed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("titles.jsonl");
        File.WriteAllBytes(file, [.. "{\"set\":\"s\",\"query\":\"q\",\"none\":true}\n\n{\"set\":\""u8, 0xff, .. "\",\"query\":\"q\",\"none\":true}"u8]);

        Assert.Equal($"{file}:3: not UTF-8", Assert.Throws<InvalidDataException>(() => JudgementFiles.Read(file)).Message);
    }

    [Fact]
    public void AFolderWithoutCasesIsAnError()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("no judgements", Assert.Throws<InvalidDataException>(() => JudgementFiles.Read(folder.Path)).Message);
    }

    [Fact]
    public void WhatIsWrittenToAFileIsReadAgain()
    {
        using var folder = new TemporaryFolder();
        var cases = JudgementFiles.Read(Path.Combine(Repository.Root, "index-data", "judgements", "written.jsonl"));
        JudgementFiles.Write(folder.File("again.jsonl"), cases);

        var again = JudgementFiles.Read(folder.Path);
        Assert.Equal(cases.Select(JudgementFormat.Write), again.Select(JudgementFormat.Write));
    }
}
