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
    public void AKilledProcessFreesIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("LOCK");
        using var holder = Process.Start("flock", ["--close", "--exclusive", path, "sleep", "300"]);
        try
        {
            Assert.True(WaitFor(() => IsHeld(path)));
        }
        finally
        {
            holder.Kill();
            holder.WaitForExit();
        }

        Assert.True(WaitFor(() => !IsHeld(path)));
    }

    private static bool WaitFor(Func<bool> condition) => SpinWait.SpinUntil(() => condition() || Pause(), Patience.Limit);

    private static bool Pause()
    {
        Thread.Sleep(20);
        return false;
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
