using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;
using Xunit;

namespace LeapSearch.Catalog.Tests.Evaluation;

public sealed class RankingMetricsTests
{
    [Theory]
    [InlineData(1.0, 3)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)]
    [InlineData(0.0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3)]
    [InlineData(0.0)]
    public void TheReciprocalRankLooksAtTheFirstTen(double expected, params int[] grades)
        => Assert.Equal(expected, RankingMetrics.ReciprocalRank(grades), 12);

    [Fact]
    public void NdcgIsOneForTheBestOrderAndLessForAnyOther()
    {
        int[] ideal = [3, 2, 1];

        Assert.Equal(1, RankingMetrics.Ndcg([3, 2, 1, 0], ideal), 12);
        // Gains 2^g - 1 over log2(rank + 1): (1 + 3/1.585 + 7/2) of (7 + 3/1.585 + 1/2).
        Assert.Equal((1 + (3 / Math.Log2(3)) + 3.5) / (7 + (3 / Math.Log2(3)) + 0.5), RankingMetrics.Ndcg([1, 2, 3], ideal), 12);
        Assert.Equal(0, RankingMetrics.Ndcg([0, 0], ideal));
        Assert.Equal(0, RankingMetrics.Ndcg([], []));
    }

    [Fact]
    public void APercentileIsTheNearestRank()
    {
        double[] values = [1, 2, 3, 4];

        Assert.Equal(2, RankingMetrics.Percentile(values, 0.5));
        Assert.Equal(4, RankingMetrics.Percentile(values, 0.99));
        Assert.Equal(1, RankingMetrics.Percentile(values, 0));
        Assert.Equal(0, RankingMetrics.Percentile([], 0.5));
    }

    [Theory]
    [InlineData("""{"set":"s","query":"q","relevant":{"film:a":1}}""", "", true, "a", "b")]
    [InlineData("""{"set":"s","query":"q","relevant":{"film:a":1}}""", "", false, "b", "a")]
    [InlineData("""{"set":"s","query":"q","none":true}""", "", true)]
    [InlineData("""{"set":"s","query":"q","none":true}""", "", false, "a")]
    [InlineData("""{"set":"s","query":"q","none":true}""", "another", true, "a")]
    [InlineData("""{"set":"s","query":"q","only":2,"relevant":{"film:a":3,"film:b":3}}""", "", true, "a", "b", "c")]
    [InlineData("""{"set":"s","query":"q","only":2,"relevant":{"film:a":3,"film:b":3}}""", "", false, "a", "c")]
    [InlineData("""{"set":"s","query":"q","only":2,"relevant":{"film:a":3}}""", "", true)]
    public void ACaseIsAnsweredAsItShouldBe(string judged, string corrected, bool passed, params string[] films)
        => Assert.Equal(passed, Outcome(judged, corrected, films).Passed);

    [Fact]
    public void AMatchBySoundAboveOneInWritingIsSeen()
    {
        var judged = JudgementFormat.Parse("""{"set":"s","query":"q","none":true}""", "");
        var sound = new AnsweredDocument(new JudgedDocument(DocumentType.Film, "a"), MatchKind.Sound, "");
        var exact = new AnsweredDocument(new JudgedDocument(DocumentType.Film, "b"), MatchKind.Exact, "");

        Assert.True(new CaseOutcome(judged, [sound, exact], "", 0).SoundAboveScript);
        Assert.False(new CaseOutcome(judged, [exact, sound], "", 0).SoundAboveScript);
    }

    [Fact]
    public void AReportMeasuresEachSetByItself()
    {
        var report = new EvaluationReport(
        [
            Outcome("""{"set":"one","query":"q","relevant":{"film:a":3}}""", "", "a"),
            Outcome("""{"set":"one","query":"lost","relevant":{"film:a":3}}""", "", "b", "a"),
            Outcome("""{"set":"nothing","query":"x","none":true}""", ""),
        ]);

        var one = report.Sets[0];
        Assert.Equal(("one", 2, 0.75, 0.5, 1.0, 0.5), (one.Set, one.Cases, one.Mrr, one.Hit1, one.Hit10, one.Passed));
        Assert.True(report.Sets[1].IsPrecision);
        Assert.Equal(0.75, report.Mrr);
        Assert.Contains("one\tlost\twanted film:a (is 2.)", report.ToFailureList());
        Assert.Single(report.ToFailureList().Trim().Split('\n'));
    }

    private static CaseOutcome Outcome(string judged, string corrected, params string[] films)
        => new(
            JudgementFormat.Parse(judged, "file:1"),
            [.. films.Select(id => new AnsweredDocument(new JudgedDocument(DocumentType.Film, id), MatchKind.Exact, ""))],
            corrected,
            1);
}
