using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The branches of a plan with the kind of match that each stands for.</summary>
internal sealed class BranchList
{
    private readonly List<(SearchBranch Branch, MatchKind Kind)> _entries = [];

    /// <summary>Adds a branch; nothing for null.</summary>
    public void Add(Tier tier, MatchKind kind, Clause? root, int onlyBelow = int.MaxValue)
    {
        if (root is not null)
        {
            _entries.Add((new SearchBranch((int)tier, root, onlyBelow), kind));
        }
    }

    /// <summary>Branches in ascending tier, and the kind of each.</summary>
    public (IReadOnlyList<SearchBranch> Branches, IReadOnlyList<MatchKind> Kinds) Build()
    {
        var ordered = _entries.OrderBy(e => e.Branch.Tier).ToArray();
        return ([.. ordered.Select(e => e.Branch)], [.. ordered.Select(e => e.Kind)]);
    }
}
