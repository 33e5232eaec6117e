namespace LeapSearch.Analysis;

/// <summary>A folded text that remembers where each of its characters comes from.</summary>
/// <remarks>
/// A folded character stands for the original's UTF-16 units from its start up to its end; what was dropped beside it (accents) belongs to
/// it. Several folded characters may share a range (ß is ss). Starts and ends never go back.
/// </remarks>
public sealed class FoldedText
{
    private readonly int[]? starts;
    private readonly int[]? ends;

    internal FoldedText(string original, string text, int[]? starts, int[]? ends)
    {
        Original = original;
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// <summary>The text as it was.</summary>
    public string Original { get; }

    /// <summary>The folded text: words parted by single blanks.</summary>
    public string Text { get; }

    /// <summary>Whether each character folds in its place: nothing changed but the case of ASCII letters.</summary>
    internal bool IsOriginal => starts is null;

    /// <summary>Where in the original the folded character at <paramref name="index"/> starts.</summary>
    public int StartOf(int index) => starts is null ? index : starts[index];

    /// <summary>Where in the original the folded character at <paramref name="index"/> ends (one past its last UTF-16 unit).</summary>
    public int EndOf(int index) => ends is null ? index + 1 : ends[index];
}
