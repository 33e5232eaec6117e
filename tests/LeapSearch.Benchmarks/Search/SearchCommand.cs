using System.Diagnostics;
using System.Globalization;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// <c>search [FILMS] [ROUNDS] [KIND…]</c>: the engine on side-cars, stock Lucene.Net on the same index, and Java Lucene on the same films; each kind
/// of query in turns, one thread, the ten best. Prints queries a second, p50, p99, bytes allocated, and the ratios of each round.
/// </summary>
internal static class SearchCommand
{
    public const string Name = "search";
    private const int Seed = 7;
    private const int QueriesEach = 200;

    private sealed record Round(double[] Microseconds, long Bytes)
    {
        public double Rate => Microseconds.Length * 1e6 / Microseconds.Sum();
    }

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
            var (ours, theirs, javas) = (new List<Round>(), new List<Round>(), new List<Round>());
            for (var round = -1; round < rounds; round++)
            {
                var turn = (Theirs: Measure(stock, kind, queries[kind]), Ours: Measure(impacts, kind, queries[kind]), Java: java is null ? null : new Round(java.Round(kind), 0));
                if (round >= 0)
                {
                    // The round before the first warms up.
                    ours.Add(turn.Ours);
                    theirs.Add(turn.Theirs);
                    javas.AddRange(turn.Java is null ? [] : [turn.Java]);
                }
            }

            Console.WriteLine(
                $"| {kind} | {Ratio(ours, theirs)} | {Ratio(ours, javas)} | {Rate(ours)} | {Rate(theirs)} | {Rate(javas)} | {Percentiles(ours)} | {Percentiles(theirs)} | {Percentiles(javas)} | {Kilobytes(ours)} | {Kilobytes(theirs)} |");
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

    private static Round Measure(IContestant contestant, string kind, string[] queries)
    {
        var times = new double[queries.Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < queries.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            contestant.Search(kind, queries[i], withScores: false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return new Round(times, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Ratio(List<Round> ours, List<Round> others)
    {
        var ratios = ours.Zip(others, (a, b) => a.Rate / b.Rate).Order().ToArray();
        return ratios.Length == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"**{ratios[ratios.Length / 2]:F1}** [{ratios[0]:F1}–{ratios[^1]:F1}]");
    }

    private static string Rate(List<Round> rounds)
        => rounds.Count == 0 ? "-" : rounds.Select(r => r.Rate).Order().ElementAt(rounds.Count / 2).ToString("N0", CultureInfo.InvariantCulture);

    private static string Percentiles(List<Round> rounds)
    {
        var times = rounds.SelectMany(r => r.Microseconds).Order().ToArray();
        return times.Length == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{times[times.Length / 2]:F0}/{times[times.Length * 99 / 100]:F0}");
    }

    private static string Kilobytes(List<Round> rounds)
        => (rounds.Sum(r => r.Bytes) / 1e3 / rounds.Sum(r => r.Microseconds.Length)).ToString("F1", CultureInfo.InvariantCulture);
}
