using System.Globalization;

namespace LeapSearch.Benchmarks.Search;

/// <summary>
/// What a filter that keeps 10 % or 1 % of the documents, and 5 % deleted documents still in their segments, do to the engine and to stock
/// Lucene.Net: each kind of query in turns, all on one index, whose readers were opened before and after the deletion.
/// </summary>
internal static class LiveTable
{
    /// <summary>Deletes from the index, which <paramref name="impacts"/> and <paramref name="stock"/> go on searching as it was.</summary>
    public static void Print(string folder, Impacts impacts, Stock stock, Dictionary<string, string[]> queries, string[] kinds, int rounds)
    {
        SearchIndex.DeleteSome(folder);
        using var impactsAfter = new Impacts(folder);
        using var stockAfter = new Stock(folder);
        (Impacts Ours, Stock Theirs, string? Group)[] cases =
        [
            (impacts, stock, null), (impacts, stock, SearchIndex.Tenth), (impacts, stock, SearchIndex.Hundredth), (impactsAfter, stockAfter, null), (impactsAfter, stockAfter, SearchIndex.Tenth),
        ];
        foreach (var (ours, theirs, group) in cases)
        {
            Answers.Check(ours, theirs, queries, group);
        }

        Console.WriteLine();
        Console.WriteLine("| kind | our time to that without: filter of 10 % | 1 % | 5 % deleted | both (10 %) | × Lucene.Net: without | filter of 10 % | 1 % | 5 % deleted | both | p50/p99, µs: without | filter of 10 % | 1 % | 5 % deleted | both |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var kind in kinds)
        {
            var figures = Measure(cases, kind, queries[kind], rounds);
            var cells = figures[1..].Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Ours.Microseconds / figures[0].Ours.Microseconds:F2}"))
                .Concat(figures.Select(f => f.Ours.TimesFasterThan(f.Theirs)))
                .Concat(figures.Select(f => f.Ours.Percentiles));
            Console.WriteLine($"| {kind} | {string.Join(" | ", cells)} |");
        }
    }

    private static (Figures Ours, Figures Theirs)[] Measure((Impacts Ours, Stock Theirs, string? Group)[] cases, string kind, string[] texts, int rounds)
    {
        (Figures Ours, Figures Theirs)[] figures = [];
        for (var round = -1; round < rounds; round++)
        {
            if (round <= 0)
            {
                // The round before has warmed up.
                figures = [.. cases.Select(_ => (new Figures(texts.Length), new Figures(texts.Length)))];
            }

            for (var i = 0; i < cases.Length; i++)
            {
                figures[i].Theirs.Measure(cases[i].Theirs, kind, texts, cases[i].Group);
                figures[i].Ours.Measure(cases[i].Ours, kind, texts, cases[i].Group);
            }
        }

        return figures;
    }
}
