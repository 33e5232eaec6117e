using System.IO.Compression;

namespace LeapSearch.Import.Sources;

/// <summary>
/// A source as a stream of plain bytes. What starts with gzip's two magic bytes is unpacked, whatever its name, so that a pipe
/// may be compressed too.
/// </summary>
internal sealed class SourceStream : IDisposable
{
    private readonly PeekStream raw;

    static SourceStream()
        // Without it a gzip file that was cut off ends like a whole one.
        => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private SourceStream(PeekStream raw, Stream content)
    {
        this.raw = raw;
        Content = content;
    }

    /// <summary>The bytes, unpacked.</summary>
    public Stream Content { get; }

    /// <summary>Bytes read of the file as it lies on the disk.</summary>
    public long RawBytesRead => raw.BytesRead;

    /// <exception cref="ImportException">It cannot be opened.</exception>
    public static SourceStream Open(SourceFile file, ImportOptions options)
    {
        try
        {
            var raw = file.Path is null
                ? options.StandardInput ?? Console.OpenStandardInput()
                : new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var buffered = new PeekStream(raw);
            var packed = buffered.StartsWith(0x1f, 0x8b);
            if (!packed && buffered.HasBytes && file.Name.EndsWith(".gz", StringComparison.Ordinal))
            {
                buffered.Dispose();
                throw ImportException.Of(new(file.Name, 0, "is named .gz but is not a gzip file"));
            }

            return new SourceStream(
                buffered,
                packed ? new UnpackedStream(new GZipStream(buffered, CompressionMode.Decompress), () => buffered.BytesRead, options) : buffered);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ImportException.Of(new(file.Name, 0, $"cannot be read: {e.Message}"), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}
