using System.Diagnostics;
using System.Globalization;
using LeapSearch.Catalog.Evaluation;

namespace LeapSearch.Benchmarks.Search;

/// <summary>The times of one contestant's queries of a kind, each the least of the rounds.</summary>
internal sealed class Figures(int queries)
{
    private readonly double[] least = new double[queries];
    private long bytes;

    public int Rounds { get; private set; }

    public double Microseconds => least.Sum();

    public string Rate => Rounds == 0 ? "-" : (queries * 1e6 / Microseconds).ToString("N0", CultureInfo.InvariantCulture);

    public string Percentiles
    {
        get
        {
            var times = least.Order().ToArray();
            return Rounds == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{RankingMetrics.Percentile(times, 0.5):F0}/{RankingMetrics.Percentile(times, 0.99):F0}");
        }
    }

    public string Kilobytes => (bytes / 1e3 / queries / Rounds).ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>How many times longer the others took.</summary>
    public string TimesFasterThan(Figures others)
        => others.Rounds == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"**{others.Microseconds / Microseconds:F1}**");

    public void Add(double[] times, long allocated)
    {
        for (var i = 0; i < queries; i++)
        {
            least[i] = Rounds == 0 ? times[i] : Math.Min(least[i], times[i]);
        }

        bytes += allocated;
        Rounds++;
    }

    /// <summary>One more round of a kind.</summary>
    public void Measure(IContestant contestant, string kind, string[] texts, string? group)
    {
        var times = new double[texts.Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < texts.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            contestant.Search(kind, texts[i], group, withScores: false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Add(times, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
