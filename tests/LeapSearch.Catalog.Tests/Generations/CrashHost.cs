using System.Diagnostics;
using System.Globalization;
using LeapSearch.Catalog.Generations;
using LeapSearch.V1;
using static LeapSearch.Catalog.Tests.Generations.Catalogue;

namespace LeapSearch.Catalog.Tests.Generations;

/// <summary>
/// The process that is killed: writes and deletes from several callers and reindexes without pause, and prints what it
/// tries and what was acknowledged.
/// </summary>
/// <remarks>
/// Arguments: <c>write FOLDER FIRST-VERSION SOURCES [STEP]</c>; with a step it kills itself there. Lines: <c>ready</c>; <c>put ID VERSION</c> and
/// <c>del ID VERSION</c> when acknowledged, with <c>try</c> before them when sent; <c>swap N</c>. A document's title is its version; sources have version 0, and live writes are kept over them.
/// <c>hold FOLDER</c> opens the folder and waits.
/// </remarks>
internal static class CrashHost
{
    private const int Callers = 4;
    private const int KeysOfCaller = 40;

    private static async Task<int> Main(string[] args)
    {
        await using var host = await OpenAsync(args[1]);
        Console.WriteLine("ready");
        if (args[0] == "hold")
        {
            await Task.Delay(Timeout.Infinite);
        }

        var sources = int.Parse(args[3], CultureInfo.InvariantCulture);
        if (args.Length > 4)
        {
            var step = Enum.Parse<SwapStep>(args[4]);
            host.OnStep = s => KillAt(s == step);
        }

        var version = long.Parse(args[2], CultureInfo.InvariantCulture);
        var callers = Enumerable.Range(0, Callers).Select(c => Task.Run(() => WriteAsync(host, c, () => Interlocked.Increment(ref version)))).ToArray();
        for (var swaps = 1; ; swaps++)
        {
            if (sources == 0)
            {
                await Task.WhenAll(callers);
            }

            // One in three from what is stored, the others from sources older than every live write.
            var options = swaps % 3 == 0 ? new ReindexOptions { Rebuild = true } : new ReindexOptions { AsOf = "2000-01-01T00:00:00Z" };
            Document[][] batches = options.Rebuild ? [] : [.. Enumerable.Range(0, sources).Select(Source).Chunk(100)];
            await foreach (var _ in host.ReindexAsync(Requests(options, batches)))
            {
            }

            Console.WriteLine($"swap {swaps}");
        }
    }

    /// <summary>The documents of the sources; some are those that callers write.</summary>
    public static Document Source(int n) => n % 2 == 0 ? Film($"source-{n}", "0") : Film($"{n / 2 % Callers}-{n / 2 / Callers}", "0");

    private static async Task WriteAsync(CatalogHost host, int caller, Func<long> nextVersion)
    {
        var random = new Random(caller + Environment.ProcessId);
        while (true)
        {
            var changes = new List<Store.DocumentChange>();
            var lines = new List<string>();
            foreach (var key in Enumerable.Range(0, KeysOfCaller).OrderBy(_ => random.Next()).Take(random.Next(1, 6)))
            {
                var (id, version) = ($"{caller}-{key}", nextVersion());
                var deletes = random.Next(5) == 0;
                changes.Add(deletes ? Remove(DocumentType.Film, id) : Put(Film(id, version.ToString(CultureInfo.InvariantCulture))));
                lines.Add($"{(deletes ? "del" : "put")} {id} {version}");
            }

            Print(lines.Select(l => "try " + l));
            await host.WriteAsync(changes);
            Print(lines);
        }
    }

    private static void Print(IEnumerable<string> lines) => Console.Out.WriteLine(string.Join(Environment.NewLine, lines));

    private static void KillAt(bool now)
    {
        if (now)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
