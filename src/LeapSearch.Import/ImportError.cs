namespace LeapSearch.Import;

/// <summary>A line that is no document, or a file that cannot be read.</summary>
/// <param name="File">The file as it was found from the paths given; <c>standard input</c> for a pipe.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Message">What is wrong and, where it helps, what to do.</param>
public sealed record ImportError(string File, long Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
