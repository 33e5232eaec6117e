namespace LeapSearch.Analysis;

/// <summary>A piece of a text with its matches.</summary>
/// <param name="Text">The piece, without marks of omission.</param>
/// <param name="Spans">What is marked in <paramref name="Text"/>: in order, not overlapping, UTF-16 units.</param>
/// <param name="Start">Where the piece starts in the whole text.</param>
/// <param name="CutBefore">Whether text before it is left out.</param>
/// <param name="CutAfter">Whether text after it is left out.</param>
public sealed record Snippet(string Text, IReadOnlyList<TextSpan> Spans, int Start, bool CutBefore, bool CutAfter);
