namespace LeapSearch.Catalog.Evaluation;

/// <summary>Measures of a ranked list against grades; all from 0 (bad) to 1 (perfect), over the first ten.</summary>
internal static class RankingMetrics
{
    public const int Depth = 10;

    /// <summary>One over the rank of the first relevant document, 0 when none of the first ten is (Voorhees, TREC-8).</summary>
    public static double ReciprocalRank(IReadOnlyList<int> grades)
    {
        for (var i = 0; i < Math.Min(Depth, grades.Count); i++)
        {
            if (grades[i] > 0)
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    public static bool HitWithin(IReadOnlyList<int> grades, int depth)
    {
        for (var i = 0; i < Math.Min(depth, grades.Count); i++)
        {
            if (grades[i] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with gain 2^grade - 1 (Burges et al. 2005), the form
    /// that search evaluations use.
    /// </summary>
    /// <param name="grades">The grade of each result, best first; 0 for documents that were not judged relevant.</param>
    /// <param name="ideal">Every grade that the case gives, in any order.</param>
    public static double Ndcg(IReadOnlyList<int> grades, IEnumerable<int> ideal)
    {
        var best = Gain(ideal.OrderDescending().ToArray());
        return best > 0 ? Gain(grades) / best : 0;
    }

    /// <summary>The value below which a share of the values lies (nearest rank); 0 for none.</summary>
    public static double Percentile(IReadOnlyList<double> ascending, double share)
        => ascending.Count == 0 ? 0 : ascending[Math.Clamp((int)Math.Ceiling(share * ascending.Count) - 1, 0, ascending.Count - 1)];

    private static double Gain(IReadOnlyList<int> grades)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(Depth, grades.Count); i++)
        {
            sum += ((1 << grades[i]) - 1) / Math.Log2(i + 2);
        }

        return sum;
    }
}
