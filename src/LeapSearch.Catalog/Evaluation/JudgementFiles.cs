using System.Text;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>Reads judgement files (see docs/relevance.md for the format).</summary>
public static class JudgementFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads every case of a file, or of all <c>.jsonl</c> files of a folder in the order of their names, but for those that judge related
    /// films (<see cref="RelatedJudgementFiles"/>).
    /// </summary>
    /// <exception cref="InvalidDataException">A line is no case, or there is none at all; the message starts with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<JudgementCase> Read(string path)
    {
        var cases = new List<JudgementCase>();
        foreach (var file in FilesOf(path))
        {
            ReadFile(file, cases);
        }

        return cases.Count > 0 ? cases : throw new InvalidDataException($"{path}: no judgements");
    }

    /// <summary>Writes cases, one a line.</summary>
    public static void Write(string path, IEnumerable<JudgementCase> cases)
    {
        using var writer = new StreamWriter(path, append: false, Strict) { NewLine = "\n" };
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

    private static void ReadFile(string file, List<JudgementCase> cases)
    {
        using var reader = new StreamReader(file, Strict);
        var number = 0;
        try
        {
            for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    cases.Add(JudgementFormat.Parse(line, $"{file}:{number}"));
                }
            }
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{file}:{number}: {error.Message}", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"{file}:{number + 1}: not UTF-8", error);
        }
    }
}
