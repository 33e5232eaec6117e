using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Store.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ANewFolderHasNoGeneration()
    {
        using var data = DataFolder.Open(folder.File("new/data"));
        Assert.Null(data.Current());
        Assert.Empty(data.Generations());
        Assert.False(data.IsReadOnly);
    }

    [Fact]
    public void TheSecondWriterIsToldWhoHoldsTheFolder()
    {
        using var first = DataFolder.Open(folder.Path, "http://127.0.0.1:5081");
        var error = Assert.Throws<StoreException>(() => DataFolder.Open(folder.Path));
        Assert.Equal(StoreError.Held, error.Error);
        Assert.Equal(new FolderHolder(Environment.ProcessId, "http://127.0.0.1:5081"), error.Holder);
        Assert.Contains("http://127.0.0.1:5081", error.Message);
        Assert.Equal(error.Holder, DataFolder.ReadHolder(folder.Path));
    }

    [Fact]
    public void TheFolderIsFreeAgainWhenItsHolderCloses()
    {
        DataFolder.Open(folder.Path).Dispose();
        DataFolder.Open(folder.Path).Dispose();
        Assert.Null(DataFolder.ReadHolder(folder.Path));
    }

    [Fact]
    public void ReadersNeedNoLock()
    {
        using var writer = DataFolder.Open(folder.Path);
        using var reader = DataFolder.OpenReadOnly(folder.Path);
        Assert.True(reader.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => reader.CreateGeneration());
    }

    [Fact]
    public void AMissingFolderIsNotMadeByReaders()
    {
        var error = Assert.Throws<StoreException>(() => DataFolder.OpenReadOnly(folder.File("absent")));
        Assert.Equal(StoreError.Missing, error.Error);
        Assert.False(Directory.Exists(folder.File("absent")));
    }

    [Fact]
    public void AGenerationBecomesCurrentAndTheOneBeforeIsKept()
    {
        using var data = DataFolder.Open(folder.Path);
        var one = Finished(data);
        data.MakeCurrent(one, 7);
        Assert.Equal(one, data.Current());
        Assert.Null(one.RetiredAt);

        var two = Finished(data);
        data.MakeCurrent(two, 12);
        Assert.Equal(two, data.Current());
        Assert.Equal("2\n", File.ReadAllText(folder.File("CURRENT")));
        Assert.Equal(12, one.RetiredAt);
        Assert.Equal([two, one], data.Generations());
    }

    [Fact]
    public void UnfinishedGenerationsGoAtTheNextStartAndOthersStay()
    {
        using (var data = DataFolder.Open(folder.Path))
        {
            data.MakeCurrent(Finished(data), 1);
            data.MakeCurrent(Finished(data), 2);
            Finished(data);
            data.CreateGeneration();
            File.WriteAllText(folder.File("CURRENT.tmp"), "4");
            File.WriteAllText(folder.File("generations/1/RETIRED.tmp"), "4");
            File.WriteAllText(folder.File("generations/2/RETIRED.tmp"), "4");
        }

        using (var data = DataFolder.Open(folder.Path))
        {
            Assert.Equal(["2", "1"], data.Generations().Select(g => g.Name));
            Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
            Assert.Equal(2, data.Generations()[1].RetiredAt);
            Assert.Equal(3, data.CreateGeneration().Number);
        }
    }

    [Fact]
    public void ACrashBetweenTheSwapAndItsMarksLeavesTheNewGenerationLive()
    {
        GenerationFolder two;
        using (var data = DataFolder.Open(folder.Path))
        {
            data.MakeCurrent(Finished(data), 1);
            two = Finished(data);
            File.WriteAllText(folder.File("CURRENT"), "2\n");
        }

        using (var data = DataFolder.Open(folder.Path))
        {
            Assert.Equal(two, data.Current());
            Assert.False(File.Exists(two.BuildingMark));
        }

        using (var data = DataFolder.Open(folder.Path))
        {
            Assert.Equal(two, data.Current());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two\n")]
    [InlineData("9\n")]
    [InlineData("-1\n")]
    public void AFolderInAnUnknownStateIsRefusedAndLeftAsItIs(string? current)
    {
        using (var data = DataFolder.Open(folder.Path))
        {
            data.MakeCurrent(Finished(data), 1);
            data.CreateGeneration();
        }

        File.Delete(folder.File("CURRENT"));
        if (current is not null)
        {
            File.WriteAllText(folder.File("CURRENT"), current);
        }

        var before = Tree();
        Assert.Equal(StoreError.Missing, Assert.Throws<StoreException>(() => DataFolder.Open(folder.Path)).Error);
        Assert.Equal(StoreError.Missing, Assert.Throws<StoreException>(() => DataFolder.OpenReadOnly(folder.Path)).Error);
        Assert.Equal(before, Tree());
    }

    [Fact]
    public void TheLiveGenerationCannotBeDeleted()
    {
        using var data = DataFolder.Open(folder.Path);
        var one = Finished(data);
        data.MakeCurrent(one, 1);
        var two = Finished(data);
        data.MakeCurrent(two, 1);
        Assert.Throws<InvalidOperationException>(() => data.Delete(two));
        Directory.CreateDirectory(one.IndexPath);
        File.WriteAllText(Path.Combine(one.IndexPath, "segments_1"), "x");
        data.Delete(one);
        Assert.False(Directory.Exists(one.Path));
        data.Delete(one);
    }

    /// <summary>A status may be asked for in the moment between the deletion of a damaged index and the making of a new one.</summary>
    [Fact]
    public void WhatIsNotThereHasNoBytes()
    {
        using var data = DataFolder.Open(folder.Path);
        var generation = Finished(data);
        Assert.Equal(0, generation.IndexBytes());
        Directory.CreateDirectory(generation.IndexPath);
        File.WriteAllText(Path.Combine(generation.IndexPath, "segments_1"), "12345");
        Assert.Equal(5, generation.IndexBytes());
        Directory.Delete(generation.Path, recursive: true);
        Assert.Equal((0, 0), (generation.StoreBytes(), generation.IndexBytes()));
    }

    private static GenerationFolder Finished(DataFolder data)
    {
        var generation = data.CreateGeneration();
        File.WriteAllText(generation.DatabasePath, "");
        return generation;
    }

    private string[] Tree()
        => [.. Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith("LOCK", StringComparison.Ordinal)).Order()];
}
