using System.Text;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>What <see cref="SearchPlan"/> says, as a loop over documents. Nothing of Lucene, nothing shared with the engines.</summary>
internal sealed class NaiveModel(IReadOnlyList<ModelDocument> documents)
{
    private readonly NaiveScores scores = new(documents);

    public (List<(ModelDocument Document, int Tier, double Score, int Branch)> Ranked, long Total, Dictionary<string, long> Tags) Search(SearchPlan plan)
    {
        var passing = documents.Where(d => plan.Filter is null || scores.Score(plan.Filter, d) is not null).ToList();
        var ranked = new Dictionary<string, (ModelDocument Document, int Tier, double Score, int Branch)>();
        foreach (var tier in plan.Branches.Select((branch, index) => (branch, index)).GroupBy(b => b.branch.Tier))
        {
            var before = ranked.Count;
            var isSettled = ranked.Values.Any(h => h.Tier <= plan.SettledBy);
            var earlier = ranked.Keys.ToHashSet();
            foreach (var (branch, index) in tier.Where(b => b.branch.OnlyBelow == int.MaxValue || (before < b.branch.OnlyBelow && !isSettled)))
            {
                foreach (var document in passing.Where(d => !earlier.Contains(d.Key)))
                {
                    if (scores.Score(branch.Root, document) is { } score
                        && (!ranked.TryGetValue(document.Key, out var known) || score > known.Score))
                    {
                        ranked[document.Key] = (document, branch.Tier, score, index);
                    }
                }
            }
        }

        var list = ranked.Values.Select(h => h with { Score = h.Score + ((plan.Boost?.Weight ?? 0) * (h.Document.Popularity ?? 0)) }).ToList();
        list.Sort((a, b) => Compare(plan, (a.Document, a.Tier, a.Score), (b.Document, b.Tier, b.Score)));
        var tags = list.SelectMany(h => h.Document.Tags.Distinct()).GroupBy(t => t).ToDictionary(g => g.Key, g => (long)g.Count());
        return (list, list.Count, tags);
    }

    public static int Compare(
        SearchPlan plan, (ModelDocument Document, int Tier, double Score) a, (ModelDocument Document, int Tier, double Score) b)
    {
        if (plan.Sort.Count == 0)
        {
            var order = a.Tier != b.Tier ? a.Tier.CompareTo(b.Tier) : b.Score.CompareTo(a.Score);
            return order != 0 ? order : CompareBytes(a.Document.Key, b.Document.Key);
        }

        foreach (var key in plan.Sort)
        {
            var (x, y) = (Value(a.Document, key), Value(b.Document, key));
            if (x is null || y is null)
            {
                if (x is null != y is null)
                {
                    return x is null ? 1 : -1;
                }

                continue;
            }

            var order = x is long number ? number.CompareTo((long)y) : CompareBytes((string)x, (string)y);
            if (order != 0)
            {
                return key.Descending ? -order : order;
            }
        }

        return CompareBytes(a.Document.Key, b.Document.Key);
    }

    public static object? Value(ModelDocument document, SortKey key)
        => key.Field switch { ModelDocument.YearField => document.Year, ModelDocument.TitleField => document.Title, _ => null };

    public static int CompareBytes(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
