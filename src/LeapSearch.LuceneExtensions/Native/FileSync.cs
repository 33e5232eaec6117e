using System.Runtime.InteropServices;

namespace LeapSearch.LuceneExtensions.Native;

/// <summary>
/// fsync with its outcome. .NET's own flush opens files for writing and ignores some errors, and there is none for folders; without the
/// folder's, a new file may vanish in a power cut although its bytes are safe.
/// </summary>
internal static partial class FileSync
{
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;
    private const int InterruptedCall = 4;

    /// <exception cref="IOException">The file or folder could not be made durable.</exception>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            SyncOnWindows(path);
            return;
        }

        int descriptor;
        while ((descriptor = Open(path, ReadOnly | (OperatingSystem.IsLinux() ? CloseOnExec : 0))) < 0)
        {
            ThrowUnlessInterrupted("open", path);
        }

        try
        {
            while (Fsync(descriptor) != 0)
            {
                ThrowUnlessInterrupted("fsync", path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    // Windows makes a folder's entries durable with the file's own flush.
    private static void SyncOnWindows(string path)
    {
        if (File.Exists(path))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            stream.Flush(flushToDisk: true);
        }
    }

    private static void ThrowUnlessInterrupted(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error != InterruptedCall)
        {
            throw new IOException($"{call} of {path} failed: {Marshal.GetPInvokeErrorMessage(error)} ({error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
