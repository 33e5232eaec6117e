using System.Globalization;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// What a second thread adds to the engine (one engine, one reader, each thread its own half of the queries), beside what it adds to a loop that
/// shares nothing, in turns.
/// </summary>
internal static class TwoThreadsTable
{
    public static void Print(Impacts impacts, Dictionary<string, string[]> queries, string[] kinds, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine("| kind | two threads | an independent loop | ratio |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var kind in kinds)
        {
            var half = queries[kind].Length / 2;
            var engine = new TwoThreads(() => Search(queries[kind][..half]), () => Search(queries[kind][half..]));
            var loop = TwoThreads.OfLoops();
            for (var round = 0; round < Math.Max(5, rounds); round++)
            {
                engine.Measure();
                loop.Measure();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {engine.Scaling:F2} | {loop.Scaling:F2} | **{engine.Scaling / loop.Scaling:F2}** |"));

            void Search(string[] texts) => Array.ForEach(texts, t => impacts.Search(kind, t, group: null, withScores: false));
        }
    }
}
