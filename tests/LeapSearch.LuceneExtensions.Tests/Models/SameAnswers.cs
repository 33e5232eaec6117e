using LeapSearch.LuceneExtensions.Search;
using Xunit;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>
/// Whether an engine answers as the oracle does: the same totals, documents, order and scores. Documents whose scores differ in the last
/// bits alone, because sums were made in another order, may stand in either order; they are counted.
/// </summary>
internal sealed class SameAnswers
{
    private const double Tolerance = 1e-5;

    /// <summary>Hits compared, and those among them that stand elsewhere for rounding.</summary>
    public (long Hits, long Swapped) Counts { get; private set; }

    public void Check(SearchPlan plan, SearchAnswer expected, SearchAnswer actual)
    {
        string Of() => $"{PlanText.Of(plan)}\nexpected {Text(expected)}\nactual   {Text(actual)}";
        if (actual.TotalIsExact)
        {
            Assert.True(expected.Total == actual.Total, $"{actual.Total} matched, not {expected.Total}: {Of()}");
        }
        else
        {
            Assert.True(actual.Total > plan.CountUpTo && actual.Total <= expected.Total, $"at least {actual.Total} of {expected.Total}: {Of()}");
        }

        Assert.True(expected.Hits.Count == actual.Hits.Count, $"{actual.Hits.Count} hits, not {expected.Hits.Count}: {Of()}");
        var scores = expected.Hits.ToDictionary(h => h.Document, h => h.Position.Score);
        for (var i = 0; i < expected.Hits.Count; i++)
        {
            var (wanted, found) = (expected.Hits[i], actual.Hits[i]);
            Assert.True(
                wanted.Position.Tier == found.Position.Tier && Near(wanted.Position.Score, found.Position.Score),
                $"place {i}: {found} instead of {wanted}: {Of()}");
            Counts = (Counts.Hits + 1, Counts.Swapped + (wanted.Document == found.Document ? 0 : 1));
            if (wanted.Document == found.Document)
            {
                Assert.Equal(wanted.Position.Key, found.Position.Key);
                Assert.Equal(wanted.Position.SortValues, found.Position.SortValues);
                Assert.True(wanted.Branch == found.Branch, $"branch {found.Branch}, not {wanted.Branch}, of {found}: {Of()}");
                continue;
            }

            // Rounding may part or join what the oracle has side by side, or at the end of the page.
            var itself = scores.TryGetValue(found.Document, out var score) ? score : expected.Hits[^1].Position.Score;
            Assert.True(plan.Sort.Count == 0 && NearlyTied(itself, wanted.Position.Score), $"place {i}: {found} instead of {wanted}: {Of()}");
        }

        Assert.Equal(expected.Facets.Select(f => f.Field), actual.Facets.Select(f => f.Field));
        foreach (var (wanted, found) in expected.Facets.Zip(actual.Facets))
        {
            Assert.Equal(wanted.Values, found.Values);
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(a));

    private static bool NearlyTied(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a));

    private static string Text(SearchAnswer answer)
        => $"{answer.Total} {answer.TotalIsExact}: " + string.Join(", ", answer.Hits.Take(12).Select(h => $"{h.Position.Key} {h.Position.Tier} {h.Position.Score:R}"));
}
