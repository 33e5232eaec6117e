using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>The branches of a plan with the kind of match that each stands for.</summary>
internal sealed class BranchList
{
    private readonly List<(SearchBranch Branch, MatchKind Kind)> entries = [];

    /// <summary>A match in this tier or a better one is what was asked for: then slips are not looked for.</summary>
    public Tier? SettledBy { get; init; }

    /// <summary>Adds a branch; nothing for null.</summary>
    public void Add(Tier tier, MatchKind kind, Clause? root, int onlyBelow = int.MaxValue)
    {
        if (root is not null)
        {
            entries.Add((new SearchBranch((int)tier, root, onlyBelow), kind));
        }
    }

    /// <summary>Adds the branches of another list, each in the tier and of the kind that is made of its own.</summary>
    public void Add(BranchList others, Func<Tier, MatchKind, (Tier Tier, MatchKind Kind)> place)
    {
        foreach (var (branch, kind) in others.entries)
        {
            var (tier, other) = place((Tier)branch.Tier, kind);
            entries.Add((branch with { Tier = (int)tier }, other));
        }
    }

    /// <summary>Places whole titles with a slip below a tier: what the editors say is meant is likelier than a slip.</summary>
    public void MoveSlipsBelow(Tier tier)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is { Kind: MatchKind.Typo } entry && entry.Branch.Tier <= (int)tier)
            {
                entries[i] = (entry.Branch with { Tier = (int)tier + 1 }, entry.Kind);
            }
        }
    }

    /// <summary>
    /// Decides for good which branches for few matches are looked for, as the plan would by itself as it stands. For what is added later, and is no match
    /// of what was asked for.
    /// </summary>
    /// <param name="look">Finds the best match of some branches, and counts up to a number.</param>
    public void DecideSlips(Func<BranchList, int, SearchAnswer> look)
    {
        var ordered = entries.OrderBy(e => e.Branch.Tier).ToArray();
        entries.Clear();
        foreach (var tier in ordered.GroupBy(e => e.Branch.Tier))
        {
            var before = new BranchList();
            before.entries.AddRange(entries);
            var least = tier.Min(e => e.Branch.OnlyBelow);
            var found = least == int.MaxValue || before.IsEmpty ? null : look(before, least);
            var isSettled = found?.Hits is [var best, ..] && best.Tier <= ((int?)SettledBy ?? -1);
            entries.AddRange(tier.Where(e => e.Branch.OnlyBelow == int.MaxValue || (!isSettled && (found?.Total ?? 0) < e.Branch.OnlyBelow))
                .Select(e => e with { Branch = e.Branch with { OnlyBelow = int.MaxValue } }));
        }
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>A plan with the branches in ascending tier, and the kind of each.</summary>
    public (SearchPlan Plan, IReadOnlyList<MatchKind> Kinds) Build(SearchPlan plan)
    {
        var ordered = entries.OrderBy(e => e.Branch.Tier).ToArray();
        return (plan with { Branches = [.. ordered.Select(e => e.Branch)], SettledBy = (int?)SettledBy ?? -1 }, [.. ordered.Select(e => e.Kind)]);
    }
}
