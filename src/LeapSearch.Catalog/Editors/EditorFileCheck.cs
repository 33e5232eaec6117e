namespace LeapSearch.Catalog.Editors;

/// <summary>
/// Checks an editors' file as a whole: each line with a mistake is a problem, since one keeps the whole file from being read; what is well
/// written and does nothing is a warning.
/// </summary>
internal static class EditorFileCheck
{
    /// <summary>Lines told of each kind; how many more there are is told in one.</summary>
    private const int MostTold = 20;

    /// <param name="path">The file; nothing is wrong where there is none.</param>
    /// <param name="read">Reads it and takes every mistake.</param>
    /// <param name="warnings">What of that does nothing, one line each.</param>
    public static (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Run<T>(
        string path, Func<string, Action<InvalidDataException>, T> read, Func<T, IEnumerable<string>> warnings)
    {
        if (!File.Exists(path))
        {
            return ([], []);
        }

        var problems = new List<string>();
        try
        {
            var all = read(path, mistake => problems.Add(Line(mistake.Message)));
            return (Most(problems, path), Most([.. warnings(all)], path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([$"'{path}' cannot be read: {error.Message} Until it can, what it said before holds, and a restart forgets it."], []);
        }
    }

    private static string Line(string mistake)
        => $"{mistake.TrimEnd('.')}. Correct the line: until then what the file said before holds, and a restart forgets it.";

    private static List<string> Most(List<string> lines, string path)
        => lines.Count <= MostTold ? lines : [.. lines.Take(MostTold), $"and {lines.Count - MostTold:N0} more of '{path}'."];
}
