using LeapSearch.V1;

namespace LeapSearch.Catalog.Evaluation;

/// <summary>How good lists of ten related films are. Shares and means are from 0 to 1; times in milliseconds.</summary>
/// <param name="Films">Judged films asked.</param>
/// <param name="Ndcg">Mean NDCG@10.</param>
/// <param name="NdcgLow">Lower end of its 95 % interval: the 2.5 % quantile of 1,000 bootstrap samples of the films.</param>
/// <param name="NdcgHigh">Upper end, likewise.</param>
/// <param name="Recall">Mean share of the relevant films that stand among the ten; of more than ten relevant ones, ten count as all.</param>
/// <param name="Overlap">
/// Mean over lists of the mean over pairs of their films of the directors and cast in common over all of both (Jaccard).
/// </param>
/// <param name="Distinct">Different films over the slots of the first 500 lists.</param>
/// <param name="MostShown">Share of the lists that hold the film shown most.</param>
/// <param name="Full">Share of films answered with ten results.</param>
/// <param name="WithReason">Share of results that say why.</param>
/// <param name="MedianTime">Half of the calls took at most this.</param>
/// <param name="P99Time">99 of 100 calls took at most this.</param>
public sealed record RelatedFigures(
    int Films,
    double Ndcg,
    double NdcgLow,
    double NdcgHigh,
    double Recall,
    double Overlap,
    double Distinct,
    double MostShown,
    double Full,
    double WithReason,
    double MedianTime,
    double P99Time)
{
    private const int Samples = 1_000;
    private const int DistinctLists = 500;

    internal static RelatedFigures Of(IReadOnlyList<RelatedOutcome> outcomes)
    {
        var ndcg = outcomes.Select(Ndcg1).ToArray();
        var (low, high) = Interval(ndcg);
        var lists = outcomes.Take(DistinctLists).ToArray();
        var slots = lists.SelectMany(o => o.Films).Select(f => f.Id).ToArray();
        var times = outcomes.Select(o => o.Milliseconds).Order().ToArray();
        var results = outcomes.Sum(o => o.Films.Count);
        return new RelatedFigures(
            outcomes.Count,
            ndcg.Average(),
            low,
            high,
            outcomes.Average(Recall1),
            outcomes.Average(o => Overlap1(o.Films)),
            slots.Length == 0 ? 0 : (double)slots.Distinct().Count() / slots.Length,
            slots.CountBy(s => s).Select(c => c.Value).DefaultIfEmpty(0).Max() / (double)lists.Length,
            outcomes.Count(o => o.Films.Count == RankingMetrics.Depth) / (double)outcomes.Count,
            results == 0 ? 0 : outcomes.Sum(o => o.WithReason) / (double)results,
            RankingMetrics.Percentile(times, 0.5),
            RankingMetrics.Percentile(times, 0.99));
    }

    private static double Ndcg1(RelatedOutcome outcome)
        => RankingMetrics.Ndcg([.. outcome.Films.Select(f => outcome.Judged.Related.GetValueOrDefault(f.Id))], outcome.Judged.Related.Values);

    private static double Recall1(RelatedOutcome outcome)
        => outcome.Films.Count(f => outcome.Judged.Related.ContainsKey(f.Id)) / (double)Math.Min(RankingMetrics.Depth, outcome.Judged.Related.Count);

    private static double Overlap1(IReadOnlyList<Film> films)
    {
        var people = films.Select(f => f.Directors.Concat(f.Cast).Select(c => c.PersonId.Length > 0 ? c.PersonId : c.Name).ToHashSet()).ToArray();
        var (sum, pairs) = (0.0, 0);
        for (var a = 0; a < people.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var shared = people[a].Count(people[b].Contains);
                sum += shared == 0 ? 0 : (double)shared / (people[a].Count + people[b].Count - shared);
                pairs++;
            }
        }

        return pairs == 0 ? 0 : sum / pairs;
    }

    /// <summary>The percentile bootstrap (Efron 1979), from a fixed seed so that a run repeats.</summary>
    private static (double Low, double High) Interval(double[] values)
    {
        var random = new Random(1979);
        var means = new double[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[random.Next(values.Length)];
            }

            means[sample] = sum / values.Length;
        }

        Array.Sort(means);
        return (RankingMetrics.Percentile(means, 0.025), RankingMetrics.Percentile(means, 0.975));
    }
}
