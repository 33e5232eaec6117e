using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>What the editors want of the answer to one query.</summary>
/// <param name="Pins">Documents that stand first, in order.</param>
/// <param name="Hides">Documents that are not found.</param>
internal sealed record ResultChoices(IReadOnlyList<DocumentKey> Pins, IReadOnlyList<DocumentKey> Hides)
{
    /// <summary>Nothing.</summary>
    public static ResultChoices None { get; } = new([], []);

    /// <summary>The pins as a way into an answer, the first of them scored highest; popularity adds less than one place.</summary>
    /// <param name="branches">The answer's ways, to which they are added.</param>
    /// <param name="look">Finds the best match of some branches, and counts up to a number: what is pinned is not what was asked for, and leaves no slip unmended.</param>
    public void AddTo(BranchList branches, Func<BranchList, int, SearchAnswer> look)
    {
        if (Pins.Count == 0)
        {
            return;
        }

        branches.DecideSlips(look);
        for (var i = 0; i < Pins.Count; i++)
        {
            branches.Add(Tier.Pinned, MatchKind.Pinned, Clauses.Term(IndexFields.Key, Pins[i].ToString(), 100f * (Pins.Count - i)));
        }
    }

    /// <summary>A filter without what is hidden.</summary>
    public BooleanClause Without(BooleanClause filter)
        => Hides.Count == 0 ? filter : filter with { MustNot = [.. filter.MustNot, .. Hides.Select(h => new TermClause(IndexFields.Key, h.ToString()))] };
}
