namespace LeapSearch.Catalog.Evaluation;

/// <summary>The figures of one set of cases. Shares and means are from 0 to 1; times in milliseconds.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Mrr">Mean reciprocal rank over the first ten.</param>
/// <param name="Hit1">Share of cases whose first result is relevant.</param>
/// <param name="Hit10">Share of cases with a relevant one among the first ten.</param>
/// <param name="Ndcg">Mean NDCG@10.</param>
/// <param name="ZeroResults">Share of cases answered with nothing.</param>
/// <param name="Passed">Share of cases answered as they should be (see <see cref="CaseOutcome.Passed"/>).</param>
/// <param name="SoundAboveScript">Cases in which a match by sound stands above one in writing; right is 0.</param>
/// <param name="MedianTime">Half of the calls took at most this.</param>
/// <param name="P99Time">99 of 100 calls took at most this.</param>
public sealed record SetFigures(
    string Set,
    int Cases,
    double Mrr,
    double Hit1,
    double Hit10,
    double Ndcg,
    double ZeroResults,
    double Passed,
    int SoundAboveScript,
    double MedianTime,
    double P99Time)
{
    /// <summary>Whether the set is about what must not be answered, so that only <see cref="Passed"/> and times mean anything.</summary>
    public bool IsPrecision { get; init; }

    internal static SetFigures Of(string set, IReadOnlyCollection<CaseOutcome> outcomes)
    {
        var times = outcomes.Select(o => o.Milliseconds).Order().ToArray();
        return new SetFigures(
            set,
            outcomes.Count,
            outcomes.Average(o => RankingMetrics.ReciprocalRank(o.Grades)),
            Share(outcomes, o => RankingMetrics.HitWithin(o.Grades, 1)),
            Share(outcomes, o => RankingMetrics.HitWithin(o.Grades, RankingMetrics.Depth)),
            outcomes.Average(o => RankingMetrics.Ndcg(o.Grades, o.Case.Relevant.Values)),
            Share(outcomes, o => o.Answers.Count == 0),
            Share(outcomes, o => o.Passed),
            outcomes.Count(o => o.SoundAboveScript),
            RankingMetrics.Percentile(times, 0.5),
            RankingMetrics.Percentile(times, 0.99))
        {
            IsPrecision = outcomes.All(o => o.Case.ExpectsNone || o.Case.Only > 0),
        };
    }

    private static double Share(IReadOnlyCollection<CaseOutcome> outcomes, Func<CaseOutcome, bool> holds)
        => (double)outcomes.Count(holds) / outcomes.Count;
}
