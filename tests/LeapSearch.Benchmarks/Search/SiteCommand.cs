using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using LeapSearch.Analysis;
using LeapSearch.Benchmarks.Related;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Similarities;
using LeapSearch.Testing;
using LeapSearch.V1;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// <c>site [FILMS] [QUERIES] [FOLDER] [STOCK]</c>: searches and suggestions as the service answers them, with names, tiers, slips and the ladder, in process
/// and on one thread, over so many films and half as many people; beside the first of them (STOCK) with stock queries in the same run. With a folder, the index
/// is kept there.
/// </summary>
internal static class SiteCommand
{
    public const string Name = "site";
    private const int Seed = 1911;

    public static int Run(string[] arguments)
    {
        var films = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var queries = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1_000;
        using var temporary = new TemporaryFolder();
        var folder = Path.Combine(arguments.Length > 2 ? arguments[2] : temporary.Path, $"site-{films}");
        var directory = IndexDirectory.Open(folder);
        var clock = Stopwatch.StartNew();
        if (!DirectoryReader.IndexExists(directory))
        {
            Write(directory, films);
        }

        using var reader = DirectoryReader.Open(directory);
        Console.WriteLine($"{films:N0} films, {reader.NumDocs - films:N0} people, {reader.Leaves.Count} segments, indexed in {clock.Elapsed.TotalSeconds:F0} s");
        var snapshot = new Snapshot(new IndexSearcher(reader) { Similarity = new LeapSimilarity() }, FilmGraph.Build(reader, null, Console.Error.WriteLine), "site", 0);
        Film[] known = [.. RecombinedFilms.Make(5_000, Seed).Select(d => d.Film)];
        var searches = SiteQueries.Searches(known, queries, new Random(Seed));
        var starts = SiteQueries.Starts(known, queries, new Random(Seed + 1));
        ISearchEngine impacts = new ImpactEngine(Console.Error.WriteLine), stock = new StockEngine();
        var few = arguments.Length > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : Math.Max(50, queries / 10);
        Console.WriteLine("| call | p50, µs | p99, µs | most, µs | KB a call | × stock |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Report("Search", searches, SiteQueries.SearchKinds, few, e => Search(snapshot, e), impacts, stock);
        Report("Suggest", starts, SiteQueries.StartKinds, few, e => Suggest(snapshot, e), impacts, stock);
        return 0;
    }

    private static Action<string> Search(Snapshot snapshot, ISearchEngine engine)
    {
        var handler = new SearchHandler(engine, TimeProvider.System, SearchEditors.None);
        return q => handler.Search(snapshot, new SearchRequest { Query = q, PageSize = 10 }, default);
    }

    private static Action<string> Suggest(Snapshot snapshot, ISearchEngine engine)
    {
        var handler = new SuggestHandler(engine, TimeProvider.System, SearchEditors.None);
        return q => handler.Suggest(snapshot, new SuggestRequest { Prefix = q, PageSize = 10 }, default);
    }

    private static void Report(string name, string[] queries, string[] kinds, int few, Func<ISearchEngine, Action<string>> with, ISearchEngine impacts, ISearchEngine stock)
    {
        Measure(queries, with(impacts));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var ours = Measure(queries, with(impacts));
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / queries.Length;
        var ratio = Measure(queries[..few], with(stock)).Sum() / Measure(queries[..few], with(impacts)).Sum();
        foreach (var i in Enumerable.Range(0, queries.Length).OrderByDescending(i => ours[i]).Take(8))
        {
            Console.Error.WriteLine($"  {ours[i],10:N0} µs  {queries[i]}");
        }

        foreach (var kind in ours.Index().GroupBy(t => kinds[t.Index % kinds.Length], t => t.Item))
        {
            var times = kind.Order().ToArray();
            Console.Error.WriteLine($"  {RankingMetrics.Percentile(times, 0.5),10:N0} µs p50, {RankingMetrics.Percentile(times, 0.99),10:N0} µs p99  {kind.Key}");
        }

        Array.Sort(ours);
        Console.WriteLine($"| {name} | {RankingMetrics.Percentile(ours, 0.5):N0} | {RankingMetrics.Percentile(ours, 0.99):N0} | {ours[^1]:N0} | {allocated:N0} | {ratio:N1} |");
    }

    private static double[] Measure(string[] queries, Action<string> call)
    {
        var times = new double[queries.Length];
        for (var i = 0; i < queries.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            call(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        return times;
    }

    private static void Write(Lucene.Net.Store.Directory directory, int films)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new TextAnalyzer())
        {
            Codec = new ImpactsCodec(IndexFields.IsMirrored, GraphFile.SideCar),
            Similarity = new LeapSimilarity(),
            RAMBufferSizeMB = 64,
        });
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in RecombinedFilms.Make(films, Seed))
        {
            Add(document);
            foreach (var credit in document.Film.Directors.Concat(document.Film.Cast))
            {
                if (people.Count < films / 2 && people.Add(credit.Name))
                {
                    Add(new Document { Person = new Person { Id = $"p{people.Count}", Name = credit.Name, Professions = { "Actor" } } });
                }
            }
        }

        writer.Commit();

        void Add(Document document) => writer.AddDocument(DocumentMapper.Map(document, document.ToByteArray(), NoPeople.Instance));
    }
}
