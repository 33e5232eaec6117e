using System.Diagnostics;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.LuceneExtensions.Tests.Directories;

public sealed class IndexLockTests
{
    [Fact]
    public void ItIsExclusiveUntilFreed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("LOCK");
        using (IndexLock.Acquire(path))
        {
            Assert.Throws<IOException>(() => IndexLock.Acquire(path));
        }

        IndexLock.Acquire(path).Dispose();
        Assert.True(File.Exists(path));
    }

    [NeedsFact("flock", "sleep")]
    public async Task AKilledProcessFreesIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("LOCK");
        using var holder = Process.Start("flock", ["--close", "--exclusive", path, "sleep", "300"]);
        try
        {
            await Patience.UntilAsync(() => IsHeld(path), () => "The other process does not hold it");
        }
        finally
        {
            holder.Kill();
            holder.WaitForExit();
        }

        await Patience.UntilAsync(() => !IsHeld(path), () => "It is still held");
    }

    private static bool IsHeld(string path)
    {
        try
        {
            IndexLock.Acquire(path).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
