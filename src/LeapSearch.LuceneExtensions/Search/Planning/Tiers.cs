namespace LeapSearch.LuceneExtensions.Search.Planning;

/// <summary>Groups a plan's branches by tier.</summary>
internal static class Tiers
{
    /// <summary>The best tier in which anything matched, where nothing has.</summary>
    public const int None = int.MaxValue;

    /// <summary>
    /// Adds the branches to evaluate of the tier that starts at <paramref name="start"/>, as indexes in the plan, when the tiers before it
    /// matched <paramref name="matched"/> documents, the best of them in <paramref name="best"/>; <paramref name="end"/> is where the next tier starts.
    /// </summary>
    public static void AddActive(List<int> active, SearchPlan plan, int start, long matched, int best, out int end)
    {
        for (end = start; end < plan.Branches.Count && plan.Branches[end].Tier == plan.Branches[start].Tier; end++)
        {
            if (plan.Branches[end].OnlyBelow == int.MaxValue || (matched < plan.Branches[end].OnlyBelow && best > plan.SettledBy))
            {
                active.Add(end);
            }
        }
    }

    /// <summary>
    /// The same over this tier and those that follow, as far as it is known by now which branches are to be evaluated: to the tier of one that is
    /// left out only if more documents match before it.
    /// </summary>
    public static void AddDecided(List<int> active, SearchPlan plan, int start, long matched, int best, out int end)
    {
        AddActive(active, plan, start, matched, best, out end);
        var more = new List<int>();
        while (end < plan.Branches.Count)
        {
            more.Clear();
            AddActive(more, plan, end, matched, best, out var next);
            if (more.Exists(branch => plan.Branches[branch].OnlyBelow != int.MaxValue))
            {
                break;
            }

            active.AddRange(more);
            end = next;
        }
    }
}
