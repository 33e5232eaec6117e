using System.Globalization;
using System.Text;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LeapSearch.Catalog.Tests.Evaluation;

/// <summary>
/// The judged queries of <c>index-data/judgements</c> on the sample catalogue: no set gets worse than <c>floors.tsv</c> allows.
/// </summary>
public sealed class RelevanceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task NoSetFallsBelowItsFloor()
    {
        using var folder = new TemporaryFolder();
        await using var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder.Path });
        await foreach (var _ in catalog.ReindexAsync(SampleCatalogue.ReadAsync()))
        {
        }

        // Fewer cases can only fail less often: the floors hold for every tier.
        var step = TestTier.Pick(4, 1, 1);
        var cases = JudgementFiles.Read(Path.Combine(Repository.Root, "index-data", "judgements")).Where((_, i) => i % step == 0).ToArray();
        var report = await SearchEvaluation.RunAsync(catalog, cases);
        output.WriteLine(report.ToTable());
        output.WriteLine(report.ToFailureList());

        var floors = Floors();
        Assert.Subset(floors.Keys.ToHashSet(), report.Sets.Select(s => s.Set).ToHashSet());
        var fallen = new StringBuilder();
        foreach (var set in report.Outcomes.GroupBy(o => o.Case.Set))
        {
            var failed = set.Where(o => !o.Passed).ToArray();
            if (failed.Length > floors[set.Key])
            {
                fallen.AppendLine(CultureInfo.InvariantCulture, $"{set.Key}: {failed.Length} of {set.Count()} cases fail, {floors[set.Key]} may:");
                fallen.Append(new EvaluationReport(failed).ToFailureList());
            }
        }

        Assert.True(fallen.Length == 0, fallen.ToString());
        Assert.Equal(0, report.Sets.Sum(s => s.SoundAboveScript));
    }

    private static Dictionary<string, int> Floors()
        => File.ReadLines(Path.Combine(Repository.Root, "tests", "LeapSearch.Catalog.Tests", "Evaluation", "floors.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Skip(1)
            .Select(l => l.Split('\t'))
            .ToDictionary(l => l[0], l => int.Parse(l[1], CultureInfo.InvariantCulture));
}
