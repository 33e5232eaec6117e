using LeapSearch.Catalog.Related.Scoring;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// Fits the weights of the signals on one half of the judged films by coordinate ascent on the mean NDCG@10, and measures on the other half;
/// then the other way round.
/// </summary>
internal static class FitWeights
{
    private static readonly float[] Factors = [0, 0.5f, 0.7f, 0.85f, 1.2f, 1.45f, 2];

    public static int Run(string[] args)
    {
        var corpus = RelatedCorpus.Build(Judgements.Documents());
        var judgements = Judgements.Load(corpus);
        var films = judgements.Films.OrderBy(f => (uint)f.Seed * 2654435769u).ToArray();
        var halves = new[] { films[..(films.Length / 2)], films[(films.Length / 2)..] };
        Console.WriteLine($"{films.Length} judged films, {judgements.Catalogue} in the catalogue");
        for (var s = 0; s < Signals.Length; s++)
        {
            var alone = new Signals { [(Signal)s] = 1 };
            Console.WriteLine($"{(Signal)s,-11} alone {Mean(films, alone):F4}");
        }

        Report("default", SignalWeights.Default, halves);
        foreach (var off in new[] { false, true })
        {
            for (var half = 0; half < 2; half++)
            {
                var start = SignalWeights.Default;
                if (off)
                {
                    start[Signal.Year] = start[Signal.Popularity] = 0;
                }

                var fitted = Ascend(halves[half], start);
                Console.WriteLine($"fitted on half {half}{(off ? " without year and popularity" : "")}: held-out NDCG@10 {Mean(halves[1 - half], fitted):F4}, on itself {Mean(halves[half], fitted):F4}");
                Console.WriteLine("   " + Describe(fitted));
            }
        }

        return 0;
    }

    public static double Mean(JudgedFilm[] films, Signals weights)
    {
        var sums = new double[films.Length];
        Parallel.For(0, films.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => sums[i] = films[i].Ndcg(weights));
        return sums.Average();
    }

    private static Signals Ascend(JudgedFilm[] films, Signals start)
    {
        var (weights, best) = (start, Mean(films, start));
        for (var round = 0; round < 4; round++)
        {
            var before = best;
            for (var s = 0; s < Signals.Length; s++)
            {
                var signal = (Signal)s;
                var from = weights[signal];
                if (from == 0 && signal is Signal.Year or Signal.Popularity or Signal.Language or Signal.Writer)
                {
                    continue;
                }

                foreach (var factor in Factors)
                {
                    var tried = weights;
                    tried[signal] = from == 0 ? factor * 0.3f : from * factor;
                    var mean = Mean(films, tried);
                    if (mean > best + 0.0002)
                    {
                        (best, weights) = (mean, tried);
                    }
                }
            }

            if (best - before < 0.0005)
            {
                break;
            }
        }

        return weights;
    }

    private static void Report(string name, Signals weights, JudgedFilm[][] halves)
        => Console.WriteLine($"{name}: {Mean(halves[0], weights):F4} {Mean(halves[1], weights):F4}   {Describe(weights)}");

    private static string Describe(Signals weights)
        => string.Join(" ", Enum.GetValues<Signal>().Select(s => $"{s} {weights[s]:F2}"));
}
