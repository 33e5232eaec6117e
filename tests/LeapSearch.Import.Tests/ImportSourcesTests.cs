using Xunit;

namespace LeapSearch.Import.Tests;

public sealed class ImportSourcesTests : IDisposable
{
    private readonly Input input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void AFolderIsItsCatalogueFilesByName()
    {
        input.Write("b.jsonl.gz", "");
        input.Write("a.jsonl", "");
        input.Write("README.md", "");
        Directory.CreateDirectory(Path.Combine(input.Folder, "c.jsonl"));

        Assert.Equal(["a.jsonl", "b.jsonl.gz"], ImportSources.Find([input.Folder]).Names.Select(Path.GetFileName));
    }

    [Fact]
    public void AFileNamedTwiceIsReadOnce()
    {
        var path = input.Write("a.jsonl", "");

        Assert.Single(ImportSources.Find([path, input.Folder, path]).Names);
    }

    [Fact]
    public void AMissingPathAFolderWithoutCatalogueAndNothingAreErrors()
    {
        Assert.Contains("there is no such file or folder", Failure(input.Folder + "/none.jsonl"));
        Assert.Contains("the folder has no catalogue files", Failure(input.Folder));
        Assert.Contains("No source was given", Failure());
    }

    [Fact]
    public void TheNewestFileTellsTheTimeAndAPipeTellsNone()
    {
        var (old, young) = (input.Write("a.jsonl", "a"), input.Write("b.jsonl", "b"));
        var time = new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(old, time.AddDays(-1));
        File.SetLastWriteTimeUtc(young, time);

        Assert.Equal(new DateTimeOffset(time), ImportSources.Find([old, young]).NewestWriteTime);
        Assert.Equal(4, ImportSources.Find([old, young]).TotalBytes);
        Assert.Null(ImportSources.Find([old, "-"]).NewestWriteTime);
    }

    private static string Failure(params string[] paths) => Assert.Throws<ImportException>(() => ImportSources.Find(paths)).Message;
}
