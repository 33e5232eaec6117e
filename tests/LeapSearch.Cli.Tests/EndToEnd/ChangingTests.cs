using LeapSearch.Cli.Tests.Harness;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Cli.Tests.EndToEnd;

/// <summary>Reindexes, live writes and damage on a real data folder of a few films.</summary>
public sealed class ChangingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string DataDir => folder.File("store");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ADryRunTellsAndChangesNothing()
    {
        await Reindex(Films(1, 100)).Exits(0);

        var told = (await Run("reindex", Films(3, 110, " again"), "--dry-run", "--json").Exits(0)).Json();

        var change = told.GetProperty("summary").GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("type").GetString() == "DOCUMENT_TYPE_FILM");
        Assert.Equal(("10", "98", "2"), (change.GetProperty("added").GetString(), change.GetProperty("changed").GetString(), change.GetProperty("removed").GetString()));
        (await Run("search", "again").Exits(0)).Prints("Nothing found.");
    }

    [Fact]
    public async Task WhatVanishesIsCountedAndRefusedAboveTheShare()
    {
        await Reindex(Films(1, 100)).Exits(0);

        (await Reindex(Films(20, 100))).Exits(1).Says("would vanish");
        await Reindex(Films(20, 100), "--max-vanish", "50%").Exits(0);

        (await Run("status").Exits(0)).Prints("81 films");
    }

    [Fact]
    public async Task LiveWritesAndDeletesAreSearchableAfterwardsAndSurviveAnOlderExport()
    {
        var export = Films(1, 50);
        File.SetLastWriteTimeUtc(export, DateTime.UtcNow.AddHours(-1));
        await Reindex(export).Exits(0);
        var live = folder.File("live.jsonl");
        File.WriteAllText(live, """{"film":{"id":"live-1","title":"Written live"}}""");

        (await Run("index", live).Exits(0)).Prints("1 documents written");
        (await Run("delete", "film", "film-7").Exits(0)).Prints("the id is not there any more, durable at sequence ");
        (await Run("delete", "film", "no-such-film").Exits(0)).Prints("the id is not there any more, durable at sequence ");
        await Reindex(export).Exits(0);

        (await Run("search", "written live", "--limit", "1").Exits(0)).Prints("film live-1");
        (await Run("status").Exits(0)).Prints("50 films");
        await Run("check").Exits(0);
    }

    [Fact]
    public async Task RollingBackTakesLiveWritesAlongAndAnExportIsTheWholeCatalogue()
    {
        (await Run("rollback")).Exits(1).Says("no earlier generation");
        await Reindex(Films(1, 30)).Exits(0);
        await Reindex(Films(1, 30, " again")).Exits(0);
        var live = folder.File("live.jsonl");
        File.WriteAllText(live, """{"film":{"id":"live-1","title":"Written live"}}""");
        await Run("index", live).Exits(0);

        (await Run("rollback").Exits(0)).Prints("generation 1 is live");

        (await Run("search", "again").Exits(0)).Prints("Nothing found.");
        (await Run("rollback", "--generation", "9")).Exits(1).Says("'9'");
        var export = (await Run("export", "--type", "film").Exits(0)).Says("31 documents").Out;
        Assert.Contains("Written live", export);
        Assert.Equal(31, export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var exported = folder.File("export.jsonl");
        File.WriteAllText(exported, export);
        await Reindex(exported).Exits(0);
        Assert.Equal(export, (await Run("export").Exits(0)).Out);
    }

    [Fact]
    public async Task AFolderThatCannotBeMadeAndAnIndexThatIsNotThereAreTold()
    {
        File.WriteAllText(DataDir, "a file");
        (await Reindex(Films(1, 2))).Exits(1).Says($"The data folder '{DataDir}' cannot be made: a file is there");
        File.Delete(DataDir);

        (await Run("reindex")).Exits(1).Says("There is no catalogue yet");
        (await Run("status").Exits(0)).Prints("there is no generation yet");
    }

    [Fact]
    public async Task RebuildingFromTheStoreMakesANewGenerationOfTheSameDocuments()
    {
        await Reindex(Films(1, 50)).Exits(0);

        (await Run("reindex").Exits(0)).Prints("generation 2 is live");

        (await Run("check").Exits(0)).Prints("generation 2: 50 documents, store and index sound and the same");
    }

    [Fact]
    public async Task ADamagedIndexIsToldByCheckAndMendedByTheNextWriter()
    {
        await Reindex(Films(1, 50)).Exits(0);
        var file = Directory.EnumerateFiles(Path.Combine(DataDir, "generations", "1", "index")).OrderByDescending(f => new FileInfo(f).Length).First();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(file, bytes);

        (await Run("check")).Exits(1).Says("index");
        await Run("reindex").Exits(0);

        await Run("check").Exits(0);
    }

    [Fact]
    public async Task MistakesOfTheEditorsAreToldByCheckWithTheirLines()
    {
        await Reindex(Films(1, 50)).Exits(0);
        var file = Path.Combine(DataDir, "related-editors.jsonl");
        File.WriteAllText(file, "{\"film\":\"film-1\",\"pin\":[\"film-2\",\"film-99\"]}\n");
        (await Run("check")).Exits(0).Says("related-editors.jsonl:1: the catalogue has no film 'film-99'").Prints("sound and the same");

        File.AppendAllText(file, "\n{\"film\":\"film-1\",\"hide\":[]}\n");
        (await Run("check")).Exits(1).Says("related-editors.jsonl:3: unknown property 'hide'").Prints("1 problem");
        var json = (await Run("check", "--json")).Exits(1).Json();
        Assert.Equal((1, 1), (json.GetProperty("problems").GetArrayLength(), json.GetProperty("warnings").GetArrayLength()));
    }

    private Task<CliRun> Reindex(string path, params string[] options) => Run([.. new[] { "reindex", path }, .. options]);

    private Task<CliRun> Run(params string[] args) => TheCommand.Real.Run([.. args, "--data-dir", DataDir]);

    private string Films(int first, int last, string suffix = "")
    {
        var path = folder.File($"films-{first}-{last}.jsonl");
        File.WriteAllLines(path, Enumerable.Range(first, last - first + 1).Select(n => $$$"""{"film":{"id":"film-{{{n}}}","title":"Title {{{n}}}{{{suffix}}}","year":2001}}"""));
        return path;
    }
}

internal static class CliRunTasks
{
    public static async Task<CliRun> Exits(this Task<CliRun> run, int code) => (await run).Exits(code);
}
