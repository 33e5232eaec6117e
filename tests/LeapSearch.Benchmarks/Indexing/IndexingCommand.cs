using System.Diagnostics;
using System.Globalization;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Indexing;

/// <summary>
/// <c>indexing [ROUNDS]</c>: a whole reindex beside a bare Lucene.Net IndexWriter and Java Lucene's over the same films, in turns, each run
/// a process of its own. Prints the medians and their ratios; only the ratios mean anything on another machine.
/// </summary>
internal static class IndexingCommand
{
    public const string Name = "indexing";
    private const int DefaultRounds = 5;
    private const string JavaFolder = "/usr/share/java";

    private static readonly string[] JavaJars = ["lucene-core", "lucene-analyzers-common"];

    private sealed record Figures(long Documents, double Seconds, double Processor, long PeakBytes, long IndexBytes);

    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["reindex", var file, var folder]:
                return await IndexingRuns.ReindexAsync(file, folder);
            case ["bare", var file, var folder]:
                return IndexingRuns.Bare(file, folder);
            case [] or [_] when arguments is [] || (int.TryParse(arguments[0], out var given) && given > 0):
                Compare(arguments is [var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : DefaultRounds);
                return 0;
            default:
                Console.Error.WriteLine("indexing [ROUNDS]");
                return 2;
        }
    }

    private static void Compare(int rounds)
    {
        using var folder = new TemporaryFolder();
        var (catalog, lines) = (folder.File("films.jsonl"), folder.File("films.tsv"));
        Console.WriteLine($"Films: {FilmLines.Write(catalog, lines)}; {rounds} rounds, medians");
        var runs = new (string Name, Func<string, ProcessStartInfo?> Start, Func<string, string> Index)[]
        {
            ("leapsearch reindex", target => Self("reindex", catalog, target), target => Directory.GetDirectories(target, "index", SearchOption.AllDirectories).Single()),
            ("bare Lucene.Net", target => Self("bare", lines, target), target => target),
            ("Java Lucene", target => Java(lines, target), target => target),
        };
        var figures = runs.Select(_ => new List<Figures>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                var target = Directory.CreateDirectory(folder.File($"run-{round}-{i}")).FullName;
                if (runs[i].Start(target) is { } start)
                {
                    figures[i].Add(Run(start) with { IndexBytes = Bytes(runs[i].Index(target)) });
                }

                Directory.Delete(target, recursive: true);
            }
        }

        var medians = figures.Select(Median).ToArray();
        Console.WriteLine("| | documents/s | peak memory, MB | index, MB | ours to its: time | processor | memory | index |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var i = 0; i < runs.Length; i++)
        {
            if (medians[i] is { } its && medians[0] is { } ours)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {runs[i].Name} | {its.Documents / its.Seconds:N0} | {its.PeakBytes / 1e6:N0} | {its.IndexBytes / 1e6:N1} | {ours.Seconds / its.Seconds:F2} | {ours.Processor / its.Processor:F2} | {(double)ours.PeakBytes / its.PeakBytes:F2} | {(double)ours.IndexBytes / its.IndexBytes:F2} |"));
            }
        }
    }

    private static Figures? Median(List<Figures> figures)
        => figures.Count == 0
            ? null
            : new(figures[0].Documents, Middle(figures.Select(f => f.Seconds)), Middle(figures.Select(f => f.Processor)), Middle(figures.Select(f => f.PeakBytes)), Middle(figures.Select(f => f.IndexBytes)));

    private static T Middle<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static ProcessStartInfo Self(params string[] arguments)
        => new("dotnet", [typeof(IndexingCommand).Assembly.Location, Name, .. arguments]);

    private static ProcessStartInfo? Java(string lines, string target)
    {
        var jars = JavaJars
            .Select(j => Directory.Exists(JavaFolder) ? Directory.GetFiles(JavaFolder, $"{j}-8*.jar").FirstOrDefault() : null)
            .ToArray();
        if (jars.Contains(null) || !File.Exists("/usr/bin/java"))
        {
            Console.Error.WriteLine("Java Lucene is LEFT OUT: apt-get install openjdk-17-jdk-headless liblucene8-java");
            return null;
        }

        var source = Path.Combine(Repository.Root, "tests", "LeapSearch.Benchmarks", "Indexing", "java", "BareIndex.java");
        return new("/usr/bin/java", ["-cp", string.Join(':', jars), source, lines, target]);
    }

    private static Figures Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var values = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return process.ExitCode == 0 && values.Length == 4
            ? new(long.Parse(values[0], CultureInfo.InvariantCulture), Number(values[1]), Number(values[2]), long.Parse(values[3], CultureInfo.InvariantCulture), 0)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} exited with {process.ExitCode}: {output}");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long Bytes(string folder) => new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
}
