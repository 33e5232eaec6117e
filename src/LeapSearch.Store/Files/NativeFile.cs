using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace LeapSearch.Store.Files;

/// <summary>
/// The few calls of libc that .NET hides or does not offer: fsync with its result (on Linux the runtime's own flush to disk drops
/// every error), fsync of a folder, flock, and reading a file without taking a lock on it.
/// </summary>
internal static class NativeFile
{
    private const int ReadOnlyFlag = 0;
    private const int Interrupted = 4;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;

    /// <summary>O_CLOEXEC: a child process must not keep the descriptor.</summary>
    private static readonly int CloseOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    /// <summary>Writes a file's or folder's content to the disk.</summary>
    /// <exception cref="IOException">It could not be opened, or the disk did not take it.</exception>
    public static void Sync(string path)
    {
        var descriptor = open(path, ReadOnlyFlag | CloseOnExec, 0);
        if (descriptor < 0)
        {
            throw Error("open", path);
        }

        try
        {
            int result;
            do
            {
                result = fsync(descriptor);
            }
            while (result != 0 && Marshal.GetLastPInvokeError() == Interrupted);

            if (result != 0)
            {
                throw Error("fsync", path);
            }
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    /// <summary>Takes an exclusive lock on an open file; false when another open file has it.</summary>
    public static bool TryLock(SafeHandle handle) => flock((int)handle.DangerousGetHandle(), LockExclusive | LockNonBlocking) == 0;

    /// <summary>Reads a small file, locked or not; null when it cannot be read.</summary>
    public static string? TryReadText(string path)
    {
        var descriptor = open(path, ReadOnlyFlag | CloseOnExec, 0);
        if (descriptor < 0)
        {
            return null;
        }

        try
        {
            var buffer = new byte[4096];
            var count = read(descriptor, buffer, buffer.Length);
            return count < 0 ? null : Encoding.UTF8.GetString(buffer, 0, (int)count);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static IOException Error(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{call} of '{path}' failed: {Marshal.GetPInvokeErrorMessage(error)} (errno {error}).", new Win32Exception(error));
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int flock(int descriptor, int operation);

    [DllImport("libc", SetLastError = true)]
    private static extern nint read(int descriptor, byte[] buffer, nint count);
}
