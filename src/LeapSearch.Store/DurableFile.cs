using System.Text;
using LeapSearch.Store.Files;

namespace LeapSearch.Store;

/// <summary>
/// Files that must survive a power cut. The only place of this project that asks the disk to keep something, because every failure of it
/// has to be seen: after one, nothing that depends on it may be acknowledged.
/// </summary>
public static class DurableFile
{
    private const string Unfinished = ".tmp";

    /// <summary>Brings a file's content to the disk.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // There the runtime checks the result.
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            RandomAccess.FlushToDisk(handle);
            return;
        }

        NativeFile.Sync(path);
    }

    /// <summary>Brings a folder's entries to the disk: files created, renamed or deleted in it. Windows needs no such call.</summary>
    /// <exception cref="IOException">The disk did not take them.</exception>
    public static void SyncFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            NativeFile.Sync(path);
        }
    }

    /// <summary>
    /// Gives a file a new content so that after a crash at any moment it has the old one or the new one, whole. When it returns, the
    /// new one stays.
    /// </summary>
    /// <exception cref="IOException">The disk did not take it; which of the two is there is not known.</exception>
    public static void Replace(string path, string text)
    {
        var temporary = path + Unfinished;
        File.WriteAllBytes(temporary, Encoding.UTF8.GetBytes(text));
        Sync(temporary);
        File.Move(temporary, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Deletes what a <see cref="Replace"/> that a crash cut short left beside a file.</summary>
    public static void DropUnfinished(string path) => File.Delete(path + Unfinished);
}
