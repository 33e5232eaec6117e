using LeapSearch.Import.Sources;

namespace LeapSearch.Import;

/// <summary>The files that paths stand for, in the order they are read.</summary>
public sealed class ImportSources
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private ImportSources(IReadOnlyList<SourceFile> files) => Files = files;

    /// <summary>The names of the files, in the order they are read.</summary>
    public IEnumerable<string> Names => Files.Select(f => f.Name);

    /// <summary>When the newest file was written, UTC; null when standard input is among them, since a pipe has no time.</summary>
    public DateTimeOffset? NewestWriteTime => Files.Any(f => f.Path is null)
        ? null
        : Files.Max(f => new DateTimeOffset(File.GetLastWriteTimeUtc(f.Path!)));

    /// <summary>Bytes of the files as they lie on the disk; null when standard input is among them.</summary>
    public long? TotalBytes => Files.Any(f => f.Path is null) ? null : Files.Sum(f => new FileInfo(f.Path!).Length);

    internal IReadOnlyList<SourceFile> Files { get; }

    /// <summary>
    /// Finds the files: a file is itself, a folder its <c>*.jsonl</c> and <c>*.jsonl.gz</c> in ordinal order of names (folders below
    /// it are not looked at), <c>-</c> standard input. A file that is named twice is read once.
    /// </summary>
    /// <exception cref="ImportException">A path is not there, a folder has no such file, or no path was given.</exception>
    public static ImportSources Find(IEnumerable<string> paths)
    {
        var files = paths.SelectMany(Expand).DistinctBy(f => f.Path).ToList();
        return files.Count > 0
            ? new ImportSources(files)
            : throw new ImportException("No source was given: name files, folders, or - for standard input.");
    }

    private static IEnumerable<SourceFile> Expand(string path)
    {
        if (path == StandardInput)
        {
            return [new SourceFile("standard input", null)];
        }

        if (File.Exists(path))
        {
            return [new SourceFile(path, Path.GetFullPath(path))];
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException($"{path}: there is no such file or folder.");
        }

        var found = Directory.EnumerateFiles(path)
            .Where(f => f.EndsWith(".jsonl", StringComparison.Ordinal) || f.EndsWith(".jsonl.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(f, Path.GetFullPath(f)))
            .ToList();
        return found.Count > 0
            ? found
            : throw new ImportException($"{path}: the folder has no catalogue files: a catalogue is one or more files *.jsonl or *.jsonl.gz.");
    }
}
