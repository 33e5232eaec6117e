using System.Diagnostics;
using System.Globalization;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Search;

/// <summary>Java Lucene in a process of its own, which indexes the same lines and answers whole rounds on request.</summary>
internal sealed class JavaLucene : IDisposable
{
    private const string JavaFolder = "/usr/share/java";
    private static readonly string[] Jars = ["lucene-core", "lucene-analyzers-common"];

    private readonly Process process;

    private JavaLucene(Process process, string version)
    {
        this.process = process;
        Name = $"Java Lucene {version}";
    }

    public string Name { get; }

    /// <summary>Starts it; null where it is not installed.</summary>
    public static JavaLucene? Start(string films, string queries, string folder)
    {
        var jars = Jars.Select(j => Directory.Exists(JavaFolder) ? Directory.GetFiles(JavaFolder, $"{j}-8*.jar").FirstOrDefault() : null).ToArray();
        if (jars.Contains(null) || !File.Exists("/usr/bin/java"))
        {
            Console.Error.WriteLine("Java Lucene is LEFT OUT: apt-get install openjdk-17-jdk-headless liblucene8-java");
            return null;
        }

        var source = Path.Combine(Repository.Root, "tests", "LeapSearch.Benchmarks", "Search", "java", "SearchRounds.java");
        var start = new ProcessStartInfo("/usr/bin/java", ["-Xmx1g", "-cp", string.Join(':', jars), source, films, queries, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException("Java Lucene did not start.");
        }

        return new JavaLucene(process, Path.GetFileNameWithoutExtension(jars[0]!)["lucene-core-".Length..]);
    }

    /// <summary>One round of a kind: microseconds of each query.</summary>
    public double[] Round(string kind)
    {
        process.StandardInput.WriteLine(kind);
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Java Lucene ended.");
        return [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(10_000);
        process.Dispose();
    }
}
