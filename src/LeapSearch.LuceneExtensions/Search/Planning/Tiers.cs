namespace LeapSearch.LuceneExtensions.Search.Planning;

/// <summary>Groups a plan's branches by tier.</summary>
internal static class Tiers
{
    /// <summary>The best tier in which anything matched, where nothing has.</summary>
    public const int None = int.MaxValue;

    /// <summary>
    /// The branches to evaluate of the tier that starts at <paramref name="start"/>, as indexes in the plan, when the tiers before it
    /// matched <paramref name="matched"/> documents, the best of them in <paramref name="best"/>; <paramref name="end"/> is where the next tier starts.
    /// </summary>
    public static List<int> Active(SearchPlan plan, int start, long matched, int best, out int end)
    {
        var active = new List<int>();
        for (end = start; end < plan.Branches.Count && plan.Branches[end].Tier == plan.Branches[start].Tier; end++)
        {
            if (plan.Branches[end].OnlyBelow == int.MaxValue || (matched < plan.Branches[end].OnlyBelow && best > plan.SettledBy))
            {
                active.Add(end);
            }
        }

        return active;
    }

    /// <summary>
    /// The same over this tier and those that follow, as far as it is known by now which branches are to be evaluated: to the tier of one that is
    /// left out only if more documents match before it.
    /// </summary>
    public static List<int> Decided(SearchPlan plan, int start, long matched, int best, out int end)
    {
        var active = Active(plan, start, matched, best, out end);
        while (end < plan.Branches.Count)
        {
            var more = Active(plan, end, matched, best, out var next);
            if (more.Exists(branch => plan.Branches[branch].OnlyBelow != int.MaxValue))
            {
                break;
            }

            active.AddRange(more);
            end = next;
        }

        return active;
    }
}
