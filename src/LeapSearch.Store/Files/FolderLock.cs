using System.Globalization;
using System.Text;

namespace LeapSearch.Store.Files;

/// <summary>
/// The file LOCK, held by the one process that writes in a data folder. The kernel frees it when the process ends, however it ends.
/// Its text tells other processes where to turn.
/// </summary>
/// <remarks>
/// Text: two lines, <c>pid 1234</c> and <c>grpc http://127.0.0.1:5081</c>; the second is absent when there is no address. The text means
/// nothing unless the lock is held: a killed process leaves it behind.
/// </remarks>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="StoreException">Another process has it.</exception>
    public static FolderLock Take(string path, string? grpcAddress)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw Held(path, e);
        }

        try
        {
            // DOTNET_SYSTEM_IO_DISABLEFILELOCKING turns the runtime's lock off; this one stays. On the same open file both are one lock.
            if (!OperatingSystem.IsWindows() && !NativeFile.TryLock(stream.SafeFileHandle))
            {
                throw Held(path, null);
            }

            var text = string.Create(CultureInfo.InvariantCulture, $"pid {Environment.ProcessId}\n");
            text += grpcAddress is null ? "" : $"grpc {grpcAddress}\n";
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(text));
            return new FolderLock(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Who holds the lock, by its text; null when there is none.</summary>
    public static FolderHolder? ReadHolder(string path)
    {
        if (OperatingSystem.IsWindows() || NativeFile.TryReadText(path) is not { } text)
        {
            return null;
        }

        int? process = null;
        string? address = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("pid ", StringComparison.Ordinal) && int.TryParse(line.AsSpan(4), CultureInfo.InvariantCulture, out var number))
            {
                process = number;
            }
            else if (line.StartsWith("grpc ", StringComparison.Ordinal))
            {
                address = line[5..];
            }
        }

        return process is { } id ? new FolderHolder(id, address) : null;
    }

    public void Dispose()
    {
        try
        {
            stream.SetLength(0);
        }
        catch (IOException)
        {
            // The text is only a hint; the lock itself is freed below.
        }

        stream.Dispose();
    }

    private static StoreException Held(string path, Exception? inner)
    {
        var folder = Path.GetDirectoryName(path);
        var holder = ReadHolder(path);
        var by = holder is null ? "another process" : $"process {holder.ProcessId}";
        var at = holder?.GrpcAddress is { } address ? $", which answers at {address}; send the change there" : "; stop it first";
        return new StoreException(StoreError.Held, $"The data folder '{folder}' is held by {by}{at}.", inner) { Holder = holder };
    }
}
