using System.Diagnostics;
using System.Globalization;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.Testing;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// <c>directories [FILMS] [ROUNDS]</c>: the ways to read an index's files, each below stock queries and stored documents: one thread, two threads, cold
/// pages, opening with the integrity check, memory of the process's own.
/// </summary>
internal static class DirectoriesCommand
{
    public const string Name = "directories";
    private const int Seed = 7;
    private const int QueriesEach = 200;
    private const int Documents = 1_000;

    private static readonly (string Name, Func<string, Directory> Open)[] Ways =
    [
        ("mapped (ours)", IndexDirectory.Open),
        ("mapped (Lucene.Net)", f => new MMapDirectory(f)),
        ("pread (Lucene.Net)", f => new NIOFSDirectory(f)),
        ("resident (Lucene.Net)", f => new RAMDirectory(new NIOFSDirectory(f), IOContext.READ_ONCE)),
    ];

    public static int Run(string[] arguments)
    {
        var films = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5;
        using var folder = new TemporaryFolder();
        var source = SearchFilms.Load();
        var queries = SearchQueries.Make([.. source.Make(10_000, Seed)], QueriesEach, Seed);
        var index = folder.File("index");
        SearchIndex.Write(index, source.Make(films, Seed), sideCars: true);
        Console.WriteLine($"{films:N0} films {source.Name}; {rounds} rounds, least of each; {new DirectoryInfo(index).GetFiles().Sum(f => f.Length) / 1e6:N1} MB");

        Console.WriteLine("| way | own memory, MB | term, µs | phrase, µs | KB a phrase | document, µs | two threads, scaling | a loop's |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var peers = Ways.Select(w => new Peer(w.Name, w.Open, index, queries, films)).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            Array.ForEach(peers, p => p.Measure(warm: round >= 0));
        }

        Array.ForEach(peers, p => Console.WriteLine(p.Row));

        Console.WriteLine();
        Console.WriteLine("| way | open and check, ms | to reading once | then first query, ms | cold: open and check | to reading once | cold, unchecked: open, ms | 400 queries, ms | MB read |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, open) in Ways)
        {
            var figures = Enumerable.Range(0, rounds).Select(_ => Openings(folder, index, open, queries)).ToArray();
            var least = Enumerable.Range(0, 8).Select(i => figures.Min(f => f[i])).ToArray();
            double[] row = [least[0], least[0] / least[1], least[2], least[3], least[3] / least[4], .. least[5..]];
            Console.WriteLine($"| {name} | {string.Join(" | ", row.Select(v => v.ToString("F1", CultureInfo.InvariantCulture)))} |");
        }

        return 0;
    }

    /// <summary>Opens warm with the check, cold with the check, cold without, each beside reading the files once.</summary>
    private static double[] Openings(TemporaryFolder folder, string index, Func<string, Directory> open, Dictionary<string, string[]> queries)
    {
        var read = Milliseconds(() => ReadOnce(index));
        var (opened, first) = Checked(index);
        var coldRead = Cold(copy => Milliseconds(() => ReadOnce(copy)));
        var coldOpened = Cold(copy => Checked(copy).Opened);
        return Cold(copy =>
        {
            var before = ColdCopy.BytesRead;
            Stock? stock = null;
            var openedUnchecked = Milliseconds(() => stock = new Stock(open(copy)));
            var asked = Milliseconds(() => Array.ForEach(["term", "phrase"], k => Array.ForEach(queries[k], q => stock!.Search(k, q, group: null, withScores: false))));
            stock!.Dispose();
            return new[] { opened, read, first, coldOpened, coldRead, openedUnchecked, asked, (ColdCopy.BytesRead - before) / 1e6 };
        });

        (double Opened, double First) Checked(string path)
        {
            Stock? stock = null;
            var time = Milliseconds(() =>
            {
                stock = new Stock(open(path));
                IndexDirectory.CheckIntegrity(stock.Reader, null, CancellationToken.None);
            });
            var query = Milliseconds(() => stock!.Search("box", queries["box"][0], group: null, withScores: false));
            stock!.Dispose();
            return (time, query);
        }

        T Cold<T>(Func<string, T> measure)
        {
            var copy = folder.File("cold");
            ColdCopy.Make(index, copy);
            var figures = measure(copy);
            System.IO.Directory.Delete(copy, recursive: true);
            return figures;
        }
    }

    private static void ReadOnce(string folder)
    {
        var buffer = new byte[1 << 20];
        foreach (var path in System.IO.Directory.GetFiles(folder))
        {
            using var file = File.OpenHandle(path);
            for (long at = 0, read; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read)
            {
            }
        }
    }

    private static double Milliseconds(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>One way under queries and reads whose pages are in memory.</summary>
    private sealed class Peer
    {
        private readonly string name;
        private readonly long memory;
        private readonly Stock stock;
        private readonly Dictionary<string, string[]> queries;
        private readonly int[] documents;
        private readonly Figures term = new(QueriesEach), phrase = new(QueriesEach);
        private readonly TwoThreads threads, loop;
        private double reading = double.MaxValue;

        public Peer(string name, Func<string, Directory> open, string index, Dictionary<string, string[]> queries, int films)
        {
            (this.name, this.queries) = (name, queries);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            stock = new Stock(open(index));
            memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            var random = new Random(Seed);
            documents = [.. Enumerable.Range(0, Documents).Select(_ => random.Next(films))];
            threads = new TwoThreads(() => Ask(0), () => Ask(1));
            loop = TwoThreads.OfLoops();
        }

        public string Row => string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {memory / 1e6:F1} | {term.Microseconds / QueriesEach:F0} | {phrase.Microseconds / QueriesEach:F0} | {phrase.Kilobytes} | {reading:F1} | {threads.Scaling:F2} | {loop.Scaling:F2} |");

        public void Measure(bool warm)
        {
            if (!warm)
            {
                Array.ForEach(documents, d => stock.Reader.Document(d));
                return;
            }

            term.Measure(stock, "term", queries["term"], group: null);
            phrase.Measure(stock, "phrase", queries["phrase"], group: null);
            reading = Math.Min(reading, Milliseconds(() => Array.ForEach(documents, d => stock.Reader.Document(d))) * 1e3 / Documents);
            threads.Measure();
            loop.Measure();
        }

        /// <summary>Every other phrase and document.</summary>
        private void Ask(int first)
        {
            for (var i = first; i < QueriesEach; i += 2)
            {
                stock.Search("phrase", queries["phrase"][i], group: null, withScores: false);
                stock.Reader.Document(documents[i]);
            }
        }
    }
}
