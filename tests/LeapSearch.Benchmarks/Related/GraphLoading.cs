using System.Diagnostics;
using System.Globalization;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Graph;
using Lucene.Net.Index;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// How long the graph of a reader takes to build from the index and to load from its files, and what of loading no code of ours can save: making as many
/// bytes of fresh memory, and copying them from memory to memory.
/// </summary>
internal static class GraphLoading
{
    private const int Rounds = 5;

    public static void Run(IndexReader reader, TimeSpan first)
    {
        var bytes = 0L;
        var load = Times(() => bytes = FilmGraph.Build(reader, null, Console.Error.WriteLine).Bytes);
        var build = Times(() => reader.Leaves.Select(l => GraphFile.BuildPart(l.AtomicReader)).ToArray(), 1);
        var pieces = reader.Leaves.Count * 4;
        var from = Pieces(bytes, pieces);
        Array.ForEach(from, p => Array.Fill(p, (byte)1));
        var fresh = Times(() => Parallel.ForEach(Pieces(bytes, pieces), Touch));
        var into = Pieces(bytes, pieces);
        Array.ForEach(into, Touch);
        var copy = Times(() => Parallel.For(0, pieces, i => from[i].CopyTo(into[i], 0)));
        Console.WriteLine($"graph of {bytes / 1048576.0:N1} MiB: built from the index in {Text(build)} ms, loaded in {first.TotalMilliseconds:N0}, then {Text(load)} ms (in brackets: of both processors)");
        Console.WriteLine($"    of as many bytes: fresh memory {Text(fresh)} ms, copied within memory {Text(copy)} ms");
    }

    /// <summary>Milliseconds that went by, and those of the processors.</summary>
    private static (double Wall, double Processors)[] Times(Action call, int rounds = Rounds)
    {
        var times = new (double Wall, double Processors)[rounds];
        for (var round = 0; round < rounds; round++)
        {
            // Gives memory back to the system, so that every round has to ask for it as the first does.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var before = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            call();
            times[round] = (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return times;
    }

    private static string Text((double Wall, double Processors)[] times)
        => string.Join(", ", times.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Wall:N0} ({t.Processors:N0})")));

    private static byte[][] Pieces(long bytes, int count) => [.. Enumerable.Range(0, count).Select(_ => GC.AllocateUninitializedArray<byte>((int)(bytes / count)))];

    private static void Touch(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += Environment.SystemPageSize)
        {
            bytes[at] = 1;
        }
    }
}
