using LeapSearch.Catalog.Lines;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>Reads judgement files (see docs/relevance.md for the format).</summary>
public static class JudgementFiles
{
    /// <summary>
    /// Reads every case of a file, or of all <c>.jsonl</c> files of a folder in the order of their names, but for those that judge related
    /// films (<see cref="RelatedJudgementFiles"/>).
    /// </summary>
    /// <exception cref="InvalidDataException">A line is no case, or there is none at all; the message starts with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<JudgementCase> Read(string path)
        => FilesOf(path).SelectMany(f => JsonLines.Read(f, JudgementFormat.Parse)).ToArray() is { Length: > 0 } cases
            ? cases
            : throw new InvalidDataException($"{path}: no judgements");

    /// <summary>Writes cases, one a line.</summary>
    public static void Write(string path, IEnumerable<JudgementCase> cases)
    {
        using var writer = new StreamWriter(path, append: false, JsonLines.Strict) { NewLine = "\n" };
        foreach (var judged in cases)
        {
            writer.WriteLine(JudgementFormat.Write(judged));
        }
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        return Directory.EnumerateFiles(path, "*.jsonl").Except(RelatedJudgementFiles.FilesOf(path)).Order(StringComparer.Ordinal);
    }
}
