using System.Diagnostics;
using System.Globalization;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// <c>search [FILMS] [ROUNDS] [KIND…]</c>: the engine on side-cars, stock Lucene.Net on the same index, and Java Lucene on the same films; each kind
/// of query in turns, one thread, the ten best. A query's time is the least of the rounds, since the cores may be shared: a query cannot be
/// quicker than it is. Prints queries a second, p50, p99, bytes allocated, and the ratios; then what filters and deletes do (<see cref="LiveTable"/>),
/// and a second thread (<see cref="TwoThreadsTable"/>).
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
        Answers.Check(impacts, stock, queries, group: null);

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

                theirs.Measure(stock, kind, queries[kind], group: null);
                ours.Measure(impacts, kind, queries[kind], group: null);
                if (java is not null)
                {
                    javas.Add(java.Round(kind), 0);
                }
            }

            Console.WriteLine(
                $"| {kind} | {ours.TimesFasterThan(theirs)} | {ours.TimesFasterThan(javas)} | {ours.Rate} | {theirs.Rate} | {javas.Rate} | {ours.Percentiles} | {theirs.Percentiles} | {javas.Percentiles} | {ours.Kilobytes} | {theirs.Kilobytes} |");
        }

        LiveTable.Print(folder.File("with"), impacts, stock, queries, kinds, rounds);
        TwoThreadsTable.Print(impacts, queries, kinds, rounds);
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
}
