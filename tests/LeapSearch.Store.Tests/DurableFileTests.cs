using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Store.Tests;

public sealed class DurableFileTests
{
    [Fact]
    public void AFileIsReplacedWhole()
    {
        using var folder = new TemporaryFolder();
        DurableFile.Replace(folder.File("a"), "one");
        DurableFile.Replace(folder.File("a"), "two");
        Assert.Equal("two", File.ReadAllText(folder.File("a")));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void WhatIsNotThereCannotBeBroughtToTheDisk()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<IOException>(() => DurableFile.Sync(folder.File("absent")));
        Assert.Contains(folder.File("absent"), error.Message);
    }

    /// <summary>/proc/self/mem is a file on which fsync fails (EINVAL): the runtime's own call would not say so.</summary>
    [NeedsFact("/proc/self/stat")]
    public void AFailureIsSeen()
        => Assert.Contains("fsync", Assert.Throws<IOException>(() => DurableFile.Sync("/proc/self/stat")).Message);
}
