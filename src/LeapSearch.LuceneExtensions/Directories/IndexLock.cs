namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>
/// Exclusive use of a folder, by a lock on a file in it. The system frees it when the process ends, however it ends; the file itself
/// stays and means nothing.
/// </summary>
/// <remarks>
/// Lucene.Net's NativeFSLockFactory takes a shared lock on Linux, so that a second process gets in, and its SimpleFSLockFactory leaves
/// a lock for ever behind a killed process. This one opens the file with <see cref="FileShare.None"/>, which is flock(LOCK_EX) there.
/// Network file systems may ignore it.
/// </remarks>
public sealed class IndexLock : IDisposable
{
    private const string DisableSwitch = "DOTNET_SYSTEM_IO_DISABLEFILELOCKING";
    private readonly FileStream file;

    private IndexLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock at once, or fails; the file is created where there is none.</summary>
    /// <param name="path">The lock file.</param>
    /// <exception cref="IOException">Another process, or another part of this one, holds it; or the file cannot be opened.</exception>
    /// <exception cref="InvalidOperationException">File locking is switched off by the environment.</exception>
    public static IndexLock Acquire(string path)
    {
        if (Environment.GetEnvironmentVariable(DisableSwitch) is "1" or "true" or "True")
        {
            throw new InvalidOperationException($"{DisableSwitch} is set: nothing would keep a second process out of {path}.");
        }

        return new IndexLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
    }

    /// <summary>Frees the lock.</summary>
    public void Dispose() => file.Dispose();
}
