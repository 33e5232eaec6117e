using LeapSearch.LuceneExtensions.Search.Ranking;

namespace LeapSearch.LuceneExtensions.Search;

/// <summary>A found document. Its place in the order is made when it is asked for: mostly only the last hit's is.</summary>
public readonly struct SearchHit
{
    /// <summary>The column of its key; or its place, where the order is by values.</summary>
    private readonly object place;
    private readonly int ordinal;

    /// <summary>A hit in order of relevance.</summary>
    internal SearchHit(int document, int tier, float score, KeyColumn keys, int ordinal)
    {
        (Document, Tier, Score) = (document, tier, score);
        (place, this.ordinal) = (keys, ordinal);
    }

    /// <summary>A hit in order of values.</summary>
    internal SearchHit(int document, SortPosition position)
    {
        (Document, Tier, Score) = (document, position.Tier, position.Score);
        place = position;
    }

    /// <summary>Lucene's document number within the searcher; never to leave the process.</summary>
    public int Document { get; }

    /// <summary>Its tier.</summary>
    public int Tier { get; }

    /// <summary>Its score.</summary>
    public float Score { get; }

    /// <summary>The index in <see cref="SearchPlan.Branches"/> of the branch that ranked it.</summary>
    public int Branch { get; init; }

    /// <summary>Its unique key.</summary>
    public string Key => place is KeyColumn keys ? KeyColumn.Decode(keys.KeyOf(ordinal)) : ((SortPosition)place).Key;

    /// <summary>Its place in the order.</summary>
    public SortPosition Position => place as SortPosition ?? new SortPosition(Tier, Score, [], Key);
}
