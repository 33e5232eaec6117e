using LeapSearch.Catalog.Related.Scoring;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// <c>related-fit</c>: fits the weights of the signals on one half of the judged films by coordinate ascent, and measures on the other half;
/// then the other way round; then on all, which is what ships.
/// <code>
/// objective = NDCG@10 with all signals + NDCG@10 with year and popularity off + 1/4 distinct share of the slots of all lists
/// </code>
/// The second term keeps weights good for requests that turn those two off; the third keeps the same famous films out of every list.
/// </summary>
internal static class FitWeights
{
    private const double DistinctWeight = 0.25;

    private static readonly float[] Factors = [0, 0.5f, 0.75f, 0.9f, 1.1f, 1.35f, 2];

    /// <summary>What the judged films cannot tell: nearly all are from one country, and none has a writer or language.</summary>
    private static readonly Signal[] Untold = [Signal.Writer, Signal.Country, Signal.Language];

    public static int Run()
    {
        var judgements = Judgements.Load(RelatedCorpus.Build(Judgements.Documents()));
        var films = judgements.Films.OrderBy(f => (uint)f.Seed * 2654435769u).ToArray();
        var halves = new[] { films[..(films.Length / 2)], films[(films.Length / 2)..] };
        Console.WriteLine($"{films.Length} judged films, {judgements.Catalogue} in the catalogue");
        for (var s = 0; s < Signals.Length; s++)
        {
            Console.WriteLine($"{(Signal)s,-11} alone {Measure(films, new Signals { [(Signal)s] = 1 }).Ndcg:F4}");
        }

        Report("as shipped", SignalWeights.Default, films);
        for (var half = 0; half < 2; half++)
        {
            Console.WriteLine();
            var fitted = Ascend(halves[half], Start());
            Report($"fitted on half {half}, on itself", fitted, halves[half]);
            Report($"fitted on half {half}, held out", fitted, halves[1 - half]);
        }

        Console.WriteLine();
        Report("fitted on all", Ascend(films, Start()), films);
        return 0;
    }

    /// <summary>Ones, but for what cannot be fitted.</summary>
    private static Signals Start()
    {
        var start = SignalWeights.Default;
        for (var s = 0; s < Signals.Length; s++)
        {
            start[(Signal)s] = Untold.Contains((Signal)s) ? start[(Signal)s] : 2;
        }

        return start;
    }

    private static (double Ndcg, double Content, double Distinct) Measure(JudgedFilm[] films, Signals weights)
    {
        var content = weights;
        content[Signal.Year] = content[Signal.Popularity] = 0;
        var ndcg = new double[films.Length];
        var contents = new double[films.Length];
        var lists = new int[films.Length][];
        Parallel.For(0, films.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            lists[i] = films[i].Best(weights, 10);
            ndcg[i] = films[i].Ndcg(lists[i]);
            contents[i] = films[i].Ndcg(content);
        });
        return (ndcg.Average(), contents.Average(), lists.SelectMany(l => l).Distinct().Count() / (double)lists.Sum(l => l.Length));
    }

    private static double Objective(JudgedFilm[] films, Signals weights)
    {
        var (ndcg, content, distinct) = Measure(films, weights);
        return ndcg + content + (DistinctWeight * distinct);
    }

    private static Signals Ascend(JudgedFilm[] films, Signals start)
    {
        var (weights, best) = (start, Objective(films, start));
        for (var round = 0; round < 8; round++)
        {
            var before = best;
            for (var signal = Signal.Director; signal <= Signal.Popularity; signal++)
            {
                var from = weights[signal];
                if (Untold.Contains(signal))
                {
                    continue;
                }

                foreach (var factor in Factors)
                {
                    var tried = weights;
                    tried[signal] = from == 0 ? factor * 0.3f : from * factor;
                    var objective = Objective(films, tried);
                    if (objective > best + 0.0002)
                    {
                        (best, weights) = (objective, tried);
                    }
                }
            }

            if (best - before < 0.001)
            {
                break;
            }
        }

        return weights;
    }

    private static void Report(string name, Signals weights, JudgedFilm[] films)
    {
        var (ndcg, content, distinct) = Measure(films, weights);
        Console.WriteLine($"{name}: NDCG@10 {ndcg:F4}, without year and popularity {content:F4}, distinct {distinct:P1}");
        Console.WriteLine("   " + string.Join(" ", Enum.GetValues<Signal>().Select(s => $"{s} {weights[s]:F2}")));
    }
}
