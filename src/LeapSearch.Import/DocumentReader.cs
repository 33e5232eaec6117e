using System.Runtime.CompilerServices;
using LeapSearch.Import.Documents;
using LeapSearch.Import.Lines;
using LeapSearch.Import.Sources;
using LeapSearch.V1;

namespace LeapSearch.Import;

/// <summary>
/// Reads JSON Lines of documents as a stream: one document in memory at a time, and about 40 bytes for each one passed, to find an id
/// that comes twice.
/// </summary>
/// <remarks>
/// <code>
/// line    = document / blank                 blank lines are skipped
/// document: proto3 JSON of leapsearch.v1.Document, in strict UTF-8, at most 16 MiB
/// file    = [byte order mark] *(line (LF / CR LF))
/// </code>
/// A bad line is told and left out; above <see cref="ImportOptions.MaxBadShare"/> the import fails at its end. What makes a whole file
/// doubtful fails at once: it cannot be read, is empty, or is a gzip file cut off.
/// </remarks>
/// <param name="sources">What to read.</param>
/// <param name="options">What to put up with; null for the defaults.</param>
public sealed class DocumentReader(ImportSources sources, ImportOptions? options = null)
{
    private const int ErrorsKept = 20;

    private readonly ImportOptions options = options ?? new ImportOptions();
    private readonly SeenDocuments seen = new();
    private readonly List<ImportError> errors = [];
    private long passedBytes;
    private volatile SourceStream? open;

    /// <summary>Good documents read so far.</summary>
    public long Documents { get; private set; }

    /// <summary>Bad lines met so far.</summary>
    public long BadLines { get; private set; }

    /// <summary>Bytes read so far, as they lie on the disk; may be asked by another thread.</summary>
    public long BytesRead => Volatile.Read(ref passedBytes) + (open?.RawBytesRead ?? 0);

    /// <summary>The first bad lines, at most 20.</summary>
    public IReadOnlyList<ImportError> Errors => errors;

    /// <summary>Reads every document once, in order of files and lines. A reader is read once.</summary>
    /// <exception cref="ImportException">
    /// A file is doubtful as a whole, or too many lines are bad: what was given out must not be made live.
    /// </exception>
    public async IAsyncEnumerable<ImportedDocument> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < sources.Files.Count; i++)
        {
            var file = sources.Files[i];
            using var source = SourceStream.Open(file, options);
            open = source;
            var lines = new LineReader(source.Content, options.MaxLineBytes);
            var before = Documents + BadLines;
            while (Next(lines, file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Read(lines, i) is { } document)
                {
                    Documents++;
                    yield return new ImportedDocument(document, file.Name, lines.Line);
                }
            }

            if (Documents + BadLines == before)
            {
                throw ImportException.Of(new(file.Name, 0, "is empty: a catalogue file has one document a line"));
            }

            open = null;
            Volatile.Write(ref passedBytes, passedBytes + source.RawBytesRead);
        }

        ThrowAboveLimit();
    }

    private static bool Next(LineReader lines, SourceFile file)
    {
        try
        {
            return lines.Read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw ImportException.Of(new(file.Name, lines.Line + 1, $"cannot be read on: {e.Message}"), e);
        }
    }

    private Document? Read(LineReader lines, int file)
    {
        var line = lines.Current;
        var name = sources.Files[file].Name;
        if (lines.Line == 1)
        {
            line = WithoutMark(line, name);
        }

        if (lines.IsTooLong)
        {
            return Bad(new(name, lines.Line, $"has more than {options.MaxLineBytes:N0} bytes"));
        }

        if (line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        if (DocumentParser.Parse(line, out var problem) is not { } document)
        {
            return Bad(new(name, lines.Line, problem));
        }

        return seen.TryAdd(document, file, lines.Line, out var first)
            ? document
            : Bad(new(
                name,
                lines.Line,
                $"the {document.DocumentCase.ToString().ToLowerInvariant()} '{SeenDocuments.Id(document)}' stands already in {sources.Files[first.File].Name}:{first.Line}"));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line, string name)
    {
        var bytes = line.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
        {
            throw ImportException.Of(new(name, 1, "is UTF-16; save it as UTF-8"));
        }

        return bytes.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }

    private Document? Bad(ImportError error)
    {
        BadLines++;
        if (errors.Count < ErrorsKept)
        {
            errors.Add(error);
        }

        options.OnBadLine?.Invoke(error);
        return null;
    }

    private void ThrowAboveLimit()
    {
        var lines = Documents + BadLines;
        if (BadLines > 0 && BadLines > lines * options.MaxBadShare)
        {
            throw new ImportException(
                $"{BadLines:N0} of {lines:N0} lines are bad, more than {options.MaxBadShare * 100:0.##} % allowed. The first: {errors[0]}",
                errors);
        }
    }
}
