using System.Text;

namespace LeapSearch.Analysis.Data;

/// <summary>
/// Reads the tables embedded in this assembly. A table is UTF-8 text, one entry a line, named by its path in the Data folder.
/// </summary>
internal static class DataTable
{
    /// <summary>The lines of a table.</summary>
    /// <exception cref="InvalidOperationException">No such table is embedded: the build is broken.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
