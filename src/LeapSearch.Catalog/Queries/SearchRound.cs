namespace LeapSearch.Catalog.Queries;

/// <summary>The rounds of the ladder, in their order: each only where those before it found nothing.</summary>
public enum SearchRound
{
    /// <summary>The query as an id or a page's address.</summary>
    Identifier,

    /// <summary>The words as they stand, in every way that they may match, slips in longer words among them.</summary>
    Words,

    /// <summary>One slip in short words and in first letters too.</summary>
    HardSlips,

    /// <summary>Without the least telling words.</summary>
    FewerWords,

    /// <summary>No round found anything; what is told is of <see cref="Words"/>.</summary>
    Nothing,
}
