using System.Diagnostics;
using System.Numerics;
using System.Text;
using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Answers;
using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// <c>related [FILMS] [CALLS] [FOLDER]</c>: related films on a recombined catalogue, in process and on one thread, beside Lucene's MoreLikeThis on
/// the same index in the same run; how much of the true ten is found; memory and allocations. With a folder, the index is kept there.
/// Ours is asked after as many calls for other films, in several rounds over the seeds: of the first round what a caller saw; of each seed's
/// quickest call what it takes where nothing interrupts it. A number made of all answers tells whether a change of code changed any.
/// </summary>
internal static class RelatedBenchmark
{
    private const int Seed = 1895;
    private const int Rounds = 5;

    private static readonly Signals Weights = SignalWeights.Default;

    public static int Run(string[] arguments)
    {
        var films = arguments.Length > 0 ? int.Parse(arguments[0]) : 100_000;
        var calls = arguments.Length > 1 ? int.Parse(arguments[1]) : 2_000;
        var clock = Stopwatch.StartNew();
        var corpus = arguments.Length > 2
            ? RelatedCorpus.OpenOrBuild(Path.Combine(arguments[2], $"{films}"), () => RecombinedFilms.Make(films, Seed))
            : RelatedCorpus.Build(RecombinedFilms.Make(films, Seed));
        var built = clock.Elapsed;
        var graph = corpus.Graph;
        Console.WriteLine($"{graph.Films:N0} films in {graph.Leaves.Length} segments, indexed in {built.TotalSeconds:F0} s");
        GraphLoading.Run(corpus.Reader, corpus.LoadTime);
        Memory(graph);
        var seeds = Seeds(graph, calls, Seed);
        var others = Seeds(graph, Math.Max(calls, 2_000), Seed + 1);
        Report("related films, diversity 0", others, seeds, Rounds, s => Ours(graph, s, 0));
        Report("related films, default", others, seeds, Rounds, s => Ours(graph, s, Diversity.Default));
        Whole(corpus.Reader, graph, others, seeds);
        Answers(graph, seeds);
        Recall(graph, seeds.AsSpan(0, Math.Min(seeds.Length, 200)));
        var slow = seeds[..Math.Min(seeds.Length, Math.Max(50, 100_000_000 / films))];
        var like = new MoreLikeThisPeer(corpus.Reader);
        Report("MoreLikeThis, 24 terms", slow[..Math.Min(slow.Length, 200)], slow, 1, s => like.Find(graph.DocumentOf(s), 10).Length);
        return 0;
    }

    /// <summary>The ten that are answered; what follows, reading the documents from the index, is the same for all.</summary>
    private static int Ours(FilmGraph graph, ItemRef seed, double diversity) => List(graph, seed, diversity, out _).Length;

    private static ReadOnlySpan<int> List(FilmGraph graph, ItemRef seed, double diversity, out Span<ScoredFilm> found)
    {
        var search = RelatedSearch.Current;
        search.Profile.Clear();
        search.Profile.AddFilm(graph, seed, 1);
        found = search.Find(graph, Weights, null, Diversity.PoolFor(10));
        return Diversity.Current.Pick(graph, found, 10, diversity, 1, search.Profile, false);
    }

    /// <summary>The call as the service answers it: the seed's document read for the names of its ties, ten documents read, reasons told, one message made.</summary>
    private static void Whole(IndexReader reader, FilmGraph graph, ItemRef[] others, ItemRef[] seeds)
    {
        var snapshot = new Snapshot(new IndexSearcher(reader), graph, "related", 0);
        var editors = new EditorFile<EditorChoices>("no editors", EditorChoices.Read, EditorChoices.None, TimeProvider.System, NullLogger.Instance);
        var handler = new RelatedHandler(TimeProvider.System, editors);
        var requests = others.Concat(seeds).Distinct().ToDictionary(s => s, s => new RelatedFilmsRequest { FilmId = Encoding.ASCII.GetString(graph.IdOf(s)) });
        Report("RelatedFilms, the whole call", others, seeds, Rounds, s => handler.RelatedFilms(snapshot, requests[s], default).Results.Count);
        Report("    of it reading 11 documents", others, seeds, Rounds, s =>
        {
            for (var i = 0; i < 11; i++)
            {
                IndexValues.Document(snapshot, s with { Item = (s.Item + (i * 7919)) % graph.Leaves[s.Leaf].Part.Documents.Length });
            }

            return 10;
        });
    }

    /// <summary>Lists at three diversities, as one number.</summary>
    private static void Answers(FilmGraph graph, ItemRef[] seeds)
    {
        var hash = 0UL;
        foreach (var seed in seeds)
        {
            foreach (var diversity in new[] { 0, Diversity.Default, 1 })
            {
                foreach (var pick in List(graph, seed, diversity, out var found))
                {
                    hash = BitOperations.RotateLeft(hash ^ found[pick].IdHash, 27) * 0x9E37_79B9_7F4A_7C15;
                }
            }
        }

        Console.WriteLine($"answers {hash:X16}");
    }

    private static void Report(string name, ItemRef[] others, ItemRef[] seeds, int rounds, Func<ItemRef, int> call)
    {
        foreach (var seed in others)
        {
            call(seed);
        }

        var first = new double[seeds.Length];
        var least = new double[seeds.Length];
        Array.Fill(least, double.MaxValue);
        var short10 = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < seeds.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                short10 += call(seeds[i]) < 10 ? 1 : 0;
                var time = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                first[i] = round == 0 ? time : first[i];
                least[i] = Math.Min(least[i], time);
            }
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (seeds.Length * rounds);
        Array.Sort(first);
        Array.Sort(least);
        Console.WriteLine($"{name,-28} {allocated,10:N0} bytes a call  {short10 / rounds} of {seeds.Length} lists short of ten");
        Console.WriteLine($"    once             p50 {RankingMetrics.Percentile(first, 0.5),9:N1} µs  p99 {RankingMetrics.Percentile(first, 0.99),9:N1} µs");
        Console.WriteLine($"    least of {rounds} calls  p50 {RankingMetrics.Percentile(least, 0.5),9:N1} µs  p99 {RankingMetrics.Percentile(least, 0.99),9:N1} µs  longest {least[^1],9:N1} µs");
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

    private static ItemRef[] Seeds(FilmGraph graph, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var leaf = random.Next(graph.Leaves.Length);
            return new ItemRef(leaf, random.Next(graph.Leaves[leaf].Part.Documents.Length));
        })];
    }
}
