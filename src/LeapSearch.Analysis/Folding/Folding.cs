using System.Buffers;

namespace LeapSearch.Analysis;

/// <summary>
/// One spelling for what readers take as the same text: case, width, accents, apostrophes, kana, Hangul composition, Han variants,
/// punctuation. docs/analysis.md tells what folds to what and why.
/// </summary>
/// <remarks>
/// A pure function of the text, the same on every machine and in every culture; folding twice is folding once; any string of UTF-16 units
/// is taken, broken surrogates included. Thread-safe.
/// </remarks>
public static class Folding
{
    /// <summary>What stays as it is in a folded text of ASCII: where only these occur, parted by single blanks, nothing is to be done.</summary>
    private static readonly SearchValues<char> Folded = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789 ");
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ");

    private const int MostKept = 4_096;

    [ThreadStatic]
    private static FoldWriter? Writer;

    [ThreadStatic]
    private static char[]? Lower;

    /// <summary>
    /// The folded text: letters and digits, words parted by single blanks, no blank at the ends. A text without letters and digits keeps
    /// its symbols; only a text without anything visible folds to "".
    /// </summary>
    public static string Fold(string text)
    {
        var folded = FoldBriefly(text);
        return folded.SequenceEqual(text) ? text : folded.ToString();
    }

    /// <summary>
    /// The folded text, equal to <see cref="Fold"/>, in memory that the thread's next fold may write over: for a look at many texts most of which
    /// hold nothing of interest.
    /// </summary>
    public static ReadOnlySpan<char> FoldBriefly(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsAscii(text, Folded))
        {
            return text;
        }

        if (IsAscii(text, Plain))
        {
            // The memory of an uncommonly long text is not kept.
            var lower = text.Length > MostKept ? new char[text.Length] : Lower ??= new char[MostKept];
            text.AsSpan().ToLowerInvariant(lower);
            return lower.AsSpan(0, text.Length);
        }

        var writer = Writer ??= new FoldWriter();
        var folded = writer.Fold(text, withOffsets: false).Text;
        writer.Trim();
        return folded;
    }

    /// <summary>The folded text, equal to <see cref="Fold"/>, with the place of each of its characters in the original.</summary>
    public static FoldedText FoldWithOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsAscii(text, Plain))
        {
            return new FoldedText(text, IsAscii(text, Folded) ? text : text.ToLowerInvariant(), null, null);
        }

        var writer = Writer ??= new FoldWriter();
        var buffer = writer.Fold(text, withOffsets: true);
        var (starts, ends) = buffer.Offsets();
        var result = new FoldedText(text, buffer.Text.ToString(), starts, ends);
        writer.Trim();
        return result;
    }

    /// <summary>
    /// The folded text without blanks: equal for titles and names that differ only in case, accents, spacing and punctuation ("Spider-Man",
    /// "spiderman"; "너의 이름은", "너의이름은"; "夺冠", "奪冠"). Never empty for a text with anything visible.
    /// </summary>
    public static string FoldKey(string text)
    {
        var folded = Fold(text);
        return folded.Contains(' ') ? folded.Replace(" ", "", StringComparison.Ordinal) : folded;
    }

    /// <summary>Whether a text has these characters alone and single blanks between them: then it folds in place, most names do.</summary>
    private static bool IsAscii(string text, SearchValues<char> characters)
        => !text.AsSpan().ContainsAnyExcept(characters)
            && (text.Length == 0 || (text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal)));
}
