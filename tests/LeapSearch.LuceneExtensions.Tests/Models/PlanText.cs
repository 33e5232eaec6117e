using System.Collections;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>A plan as text, lists included, for the message of a failed comparison.</summary>
internal static class PlanText
{
    public static string Of(SearchPlan plan)
        => $"branches {string.Join("; ", plan.Branches.Select(b => $"{b.Tier} <{b.OnlyBelow} {Of(b.Root)}"))}, settled by {plan.SettledBy}, filter {(plan.Filter is null ? "-" : Of(plan.Filter))}, "
            + $"boost {plan.Boost?.Weight}, sort {string.Join(",", plan.Sort)}, count {plan.Count}, up to {plan.CountUpTo}, after {plan.After}";

    public static string Of(Clause clause) => clause.GetType().Name + "(" + string.Join(", ", clause.GetType().GetProperties()
        .Where(p => p.Name != "EqualityContract")
        .Select(p => p.GetValue(clause) switch
        {
            Clause inner => Of(inner),
            string text => text,
            IEnumerable list => "[" + string.Join(", ", list.Cast<object>().Select(o => o is Clause c ? Of(c) : o.ToString())) + "]",
            var value => value?.ToString(),
        })) + ")";
}
