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
}
