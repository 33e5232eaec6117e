namespace LeapSearch.LuceneExtensions.Search.Planning;

/// <summary>What every engine refuses, alike.</summary>
internal static class PlanRules
{
    public const int MaxCount = 100_000;

    /// <exception cref="ArgumentException">The plan is malformed.</exception>
    public static void Check(SearchPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Branches.Count == 0)
        {
            throw new ArgumentException("A plan needs at least one branch.", nameof(plan));
        }

        if (plan.Count is < 0 or > MaxCount)
        {
            throw new ArgumentException($"Count is {plan.Count}; it must be from 0 to {MaxCount}.", nameof(plan));
        }

        for (var i = 0; i < plan.Branches.Count; i++)
        {
            if (plan.Branches[i].Tier < 0 || (i > 0 && plan.Branches[i].Tier < plan.Branches[i - 1].Tier))
            {
                throw new ArgumentException("Branches must be in ascending order of tier, from 0.", nameof(plan));
            }
        }

        if (plan.After is { } after && after.SortValues.Count != plan.Sort.Count)
        {
            throw new ArgumentException("After has other sort values than the plan has sort keys.", nameof(plan));
        }
    }
}
