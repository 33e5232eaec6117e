namespace LeapSearch.Analysis;

/// <summary>A part of a text: from <paramref name="Start"/> up to before <paramref name="End"/>, in UTF-16 units unless said otherwise.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Its length.</summary>
    public int Length => End - Start;
}
