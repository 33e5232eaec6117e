using LeapSearch.Catalog.Lines;

namespace LeapSearch.Catalog.Editors;

/// <summary>The lines of an editors' file but for blank ones and comments, which begin with <c>#</c>.</summary>
internal static class EditorLines
{
    /// <summary>Gives each line and its place, "file:line", to a reader.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">Throws <see cref="FormatException"/> or <see cref="System.Text.Json.JsonException"/> on a line that it refuses.</param>
    /// <param name="mistake">Takes each line with a mistake, which is passed over; without it the first one ends the reading.</param>
    /// <exception cref="InvalidDataException">A line was refused, or is not UTF-8; the message starts with file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Read(string path, Action<string, string> take, Action<InvalidDataException>? mistake)
        => JsonLines.Read(
            path,
            (line, place) =>
            {
                var isComment = line.AsSpan().TrimStart().StartsWith('#');
                if (!isComment)
                {
                    take(line, place);
                }

                return isComment;
            },
            mistake);
}
