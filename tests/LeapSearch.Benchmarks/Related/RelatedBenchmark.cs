using System.Diagnostics;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Scoring;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// <c>related [FILMS] [CALLS] [FOLDER]</c>: related films on a recombined catalogue, in process and on one thread, beside Lucene's MoreLikeThis on
/// the same index in the same run; how much of the true ten is found; memory and allocations. With a folder, the index is kept there.
/// </summary>
internal static class RelatedBenchmark
{
    private const int Seed = 1895;

    public static int Run(string[] arguments)
    {
        var films = arguments.Length > 0 ? int.Parse(arguments[0]) : 100_000;
        var calls = arguments.Length > 1 ? int.Parse(arguments[1]) : 2_000;
        var clock = Stopwatch.StartNew();
        var corpus = arguments.Length > 2
            ? RelatedCorpus.OpenOrBuild(Path.Combine(arguments[2], $"{films}"), () => RecombinedFilms.Make(films, Seed))
            : RelatedCorpus.Build(RecombinedFilms.Make(films, Seed));
        var built = clock.Elapsed;
        clock.Restart();
        var graph = FilmGraph.Build(corpus.Reader, null);
        Console.WriteLine($"{graph.Films:N0} films in {graph.Leaves.Length} segments, indexed in {built.TotalSeconds:F0} s; graph in {clock.Elapsed.TotalMilliseconds:F0} ms");
        Memory(graph);
        var seeds = Seeds(graph, calls);
        Report("related films, diversity 0", seeds, s => Ours(graph, s, 0));
        Report("related films, default", seeds, s => Ours(graph, s, Diversity.Default));
        Recall(graph, seeds.AsSpan(0, Math.Min(seeds.Length, 200)));
        var slow = seeds[..Math.Min(seeds.Length, Math.Max(50, 100_000_000 / films))];
        var like = new MoreLikeThisPeer(corpus.Reader);
        Report("MoreLikeThis, 25 terms", slow, s => like.Find(graph.DocumentOf(s), 10).Length);
        return 0;
    }

    /// <summary>The ten that are answered; what follows, reading the documents from the index, is the same for all.</summary>
    private static int Ours(FilmGraph graph, ItemRef seed, double diversity)
    {
        var search = RelatedSearch.Current;
        search.Profile.Clear();
        search.Profile.AddFilm(graph, seed, 1);
        var found = search.Find(graph, SignalWeights.Default, null, Diversity.PoolFor(10));
        return Diversity.Current.Pick(graph, found, 10, diversity, 1, search.Profile, false).Length;
    }

    private static void Report(string name, ItemRef[] seeds, Func<ItemRef, int> call)
    {
        foreach (var seed in seeds.AsSpan(0, Math.Min(200, seeds.Length)))
        {
            call(seed);
        }

        var times = new double[seeds.Length];
        var short10 = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < seeds.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            short10 += call(seeds[i]) < 10 ? 1 : 0;
            times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / seeds.Length;
        Array.Sort(times);
        Console.WriteLine(
            $"{name,-28} p50 {times[times.Length / 2],9:N1} µs  p99 {times[times.Length * 99 / 100],9:N1} µs  {allocated,10:N0} bytes a call  {short10} of {seeds.Length} lists short of ten");
    }

    private static void Recall(FilmGraph graph, ReadOnlySpan<ItemRef> seeds)
    {
        var (shared, score, best) = (0, 0.0, 0.0);
        var search = RelatedSearch.Current;
        foreach (var seed in seeds)
        {
            search.Profile.Clear();
            search.Profile.AddFilm(graph, seed, 1);
            var found = search.Find(graph, SignalWeights.Default, null, 10)[..10].ToArray();
            var all = search.Exhaustive(graph, SignalWeights.Default, null)[..10].ToArray();
            shared += all.Count(a => found.Any(f => f.IdHash == a.IdHash));
            score += found.Sum(f => f.Score);
            best += all.Sum(f => f.Score);
        }

        Console.WriteLine($"of the ten best of all films {shared / 10.0 / seeds.Length:P1} are found; the sum of scores is {score / best:P2} of the best");
    }

    private static void Memory(FilmGraph graph)
    {
        var people = 0L;
        foreach (var leaf in graph.Leaves)
        {
            foreach (var tie in leaf.Part.Ties)
            {
                people += leaf.Part.Kinds[tie] == TieKind.Person ? 1 : 0;
            }
        }

        Console.WriteLine($"graph {graph.Bytes / 1048576.0:N1} MiB, {graph.Bytes / (double)graph.Films:N0} bytes a film, {graph.Bytes / (double)people:N1} bytes a film-person tie");
    }

    private static ItemRef[] Seeds(FilmGraph graph, int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var leaf = random.Next(graph.Leaves.Length);
            return new ItemRef(leaf, random.Next(graph.Leaves[leaf].Part.Documents.Length));
        })];
    }
}
