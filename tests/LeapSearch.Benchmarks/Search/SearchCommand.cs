using System.Diagnostics;
using System.Globalization;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// <c>search [FILMS] [ROUNDS] [KIND…]</c>: the engine on side-cars, stock Lucene.Net on the same index, and Java Lucene on the same films; each kind
/// of query in turns, one thread, the ten best. A query's time is the least of the rounds, since the cores may be shared: a query cannot be
/// quicker than it is. Prints queries a second, p50, p99, bytes allocated, and the ratios.
/// </summary>
internal static class SearchCommand
{
    public const string Name = "search";
    private const int Seed = 7;
    private const int QueriesEach = 200;

    public static int Run(string[] arguments)
    {
        var films = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5;
        var kinds = arguments.Length > 2 ? arguments[2..] : SearchQueries.Kinds;
        using var folder = new TemporaryFolder();
        var source = SearchFilms.Load();
        var queries = SearchQueries.Make([.. source.Make(10_000, Seed)], QueriesEach, Seed);
        Console.WriteLine($"{films:N0} films {source.Name}; {QueriesEach} queries a kind, {rounds} rounds, one thread");
        WriteIndexes(folder, source, films);
        using var impacts = new Impacts(folder.File("with"));
        using var stock = new Stock(folder.File("with"));
        using var java = StartJava(folder, source, films, queries);
        CheckAnswers(impacts, stock, queries);

        Console.WriteLine("| kind | × Lucene.Net | × Java | queries/s: LeapSearch | Lucene.Net | Java | p50/p99, µs: LeapSearch | Lucene.Net | Java | KB a query: LeapSearch | Lucene.Net |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var kind in kinds)
        {
            var (ours, theirs, javas) = (new Figures(QueriesEach), new Figures(QueriesEach), new Figures(QueriesEach));
            for (var round = -2; round < rounds; round++)
            {
                if (round == 0)
                {
                    // The rounds before have warmed up.
                    (ours, theirs, javas) = (new Figures(QueriesEach), new Figures(QueriesEach), new Figures(QueriesEach));
                }

                Measure(stock, kind, queries[kind], theirs);
                Measure(impacts, kind, queries[kind], ours);
                if (java is not null)
                {
                    javas.Add(java.Round(kind), 0);
                }
            }

            Console.WriteLine(
                $"| {kind} | {Ratio(ours, theirs)} | {Ratio(ours, javas)} | {ours.Rate} | {theirs.Rate} | {javas.Rate} | {ours.Percentiles} | {theirs.Percentiles} | {javas.Percentiles} | {ours.Kilobytes} | {theirs.Kilobytes} |");
        }

        return 0;
    }

    private static void WriteIndexes(TemporaryFolder folder, SearchFilms source, int films)
    {
        foreach (var (name, sideCars) in new[] { ("without", false), ("with", true) })
        {
            var watch = Stopwatch.StartNew();
            SearchIndex.Write(folder.File(name), source.Make(films, Seed), sideCars);
            var bytes = new DirectoryInfo(folder.File(name)).GetFiles().Sum(f => f.Length);
            Console.WriteLine($"Index {name} side-cars: {watch.Elapsed.TotalSeconds:F1} s, {bytes / 1e6:N1} MB");
        }

        Directory.Delete(folder.File("without"), recursive: true);
    }

    private static JavaLucene? StartJava(TemporaryFolder folder, SearchFilms source, int films, Dictionary<string, string[]> queries)
    {
        File.WriteAllLines(folder.File("films.tsv"), source.Make(films, Seed).Select(f => $"{f.Title}\t{f.People}\t{f.Plot}"));
        File.WriteAllLines(folder.File("queries.tsv"), queries.SelectMany(k => k.Value.Select(q => $"{k.Key}\t{q}")));
        return JavaLucene.Start(folder.File("films.tsv"), folder.File("queries.tsv"), folder.File("java"));
    }

    /// <summary>The ratios would mean nothing if the answers differed. Fuzzy scores are each engine's own.</summary>
    private static void CheckAnswers(Impacts impacts, Stock stock, Dictionary<string, string[]> queries)
    {
        foreach (var kind in SearchQueries.Kinds.Where(k => !k.StartsWith("fuzzy", StringComparison.Ordinal)))
        {
            foreach (var text in queries[kind])
            {
                var (ours, theirs) = (impacts.Search(kind, text, withScores: true), stock.Search(kind, text, withScores: true));
                if (ours.Length != theirs.Length || ours.Zip(theirs).Any(p => Math.Abs(p.First - p.Second) > 1e-5 * Math.Max(1, p.Second)))
                {
                    throw new InvalidOperationException($"{kind} '{text}': {string.Join(' ', ours)} instead of {string.Join(' ', theirs)}");
                }
            }
        }
    }

    private static void Measure(IContestant contestant, string kind, string[] queries, Figures figures)
    {
        var times = new double[queries.Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < queries.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            contestant.Search(kind, queries[i], withScores: false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        figures.Add(times, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Ratio(Figures ours, Figures others)
        => others.Rounds == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"**{others.Microseconds / ours.Microseconds:F1}**");

    /// <summary>The times of one contestant's queries of a kind, each the least of the rounds.</summary>
    private sealed class Figures(int queries)
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

        public void Add(double[] times, long allocated)
        {
            for (var i = 0; i < queries; i++)
            {
                least[i] = Rounds == 0 ? times[i] : Math.Min(least[i], times[i]);
            }

            bytes += allocated;
            Rounds++;
        }
    }
}
