using System.Diagnostics;
using LeapSearch.Analysis.Names;
using LeapSearch.Analysis.Readings;
using LeapSearch.Benchmarks.Quality;
using LeapSearch.Testing;

namespace LeapSearch.Benchmarks.Names;

/// <summary>
/// <c>names [COUNT]</c>: microseconds and bytes for the keys of people and titles to index and of queries, over the sample catalogue, repeated to COUNT
/// (10,000) names, by script (the fastest of five rounds); and how many keys there are.
/// </summary>
internal static class NamesCommand
{
    public const string Name = "names";

    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        var count = args is [var given] ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 10_000;
        var catalog = QualityCatalog.Load(Path.Combine(Repository.Root, "index-data", "catalog"));
        NameInput[] people = [.. catalog.People.Select(p => new NameInput(p.Name, p.OriginalName, p.AlternativeNames, p.NameLanguage))];
        string[] names = [.. people.SelectMany(p => (string[])[p.Name, p.OriginalName ?? "", .. p.AlternativeNames ?? []]).Where(n => n.Length > 0).Distinct()];
        (string Text, string? Language)[] titles =
        [
            .. catalog.Films.SelectMany(f => f.LocalizedTitles.Select(t => (t.Text, (string?)t.Language)).Append((f.OriginalTitle, f.Languages.FirstOrDefault())).Append((f.Title, null)))
                .Where(t => t.Item1.Length > 0),
        ];

        Console.WriteLine($"{people.Length} people, {names.Length} names, {titles.Length} titles; {Environment.ProcessorCount} processors");
        Console.WriteLine("first use: " + Seconds(() => NameForms.OfQuery("黒澤明")) + " s to load the tables, " + (GC.GetTotalMemory(true) >> 20) + " MB");
        Report("people to index", people, count, p => Keys(NameForms.Of(p)));
        foreach (var language in (string[])["ko", "zh", "yue", "ja", "hi"])
        {
            Report("  " + language, [.. people.Where(p => p.NameLanguage == language)], count, p => Keys(NameForms.Of(p)));
        }

        Report("names asked for", names, count, n => Keys(NameForms.OfQuery(n)));
        foreach (var (script, select) in ((string, Func<char, bool>)[])[("Latin", c => c < 0x250), ("Han", c => c is >= '一' and <= '鿿'), ("Hangul", c => c is >= '가' and <= '힣'), ("kana", c => c is >= 'ぁ' and <= 'ヿ')])
        {
            Report("  " + script, [.. names.Where(n => n.All(c => select(c) || c == ' '))], count, n => Keys(NameForms.OfQuery(n)));
        }

        Report("titles to index", titles, count, t => ReadingForms.Of(t.Text, t.Language).Whole.Count);
        Report("titles asked for", titles, count, t => ReadingForms.OfQuery(t.Text).Whole.Count);
        return 0;
    }

    private static int Keys(NameKeys keys) => keys.Spelling.Count + keys.Sound.Count;

    private static string Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F2", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Report<T>(string what, T[] items, int count, Func<T, int> keysOf)
    {
        if (items.Length == 0)
        {
            return;
        }

        var times = new double[Rounds];
        long bytes = 0;
        long keys = 0;
        var worst = (Time: 0.0, Item: items[0]);
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                keys += keysOf(items[i % items.Length]);
            }

            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        }

        foreach (var item in items)
        {
            var start = Stopwatch.GetTimestamp();
            keysOf(item);
            var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            worst = time > worst.Time ? (time, item) : worst;
        }

        Console.WriteLine($"{what,-18} {times.Min(),8:F1} µs {bytes,8:N0} B {(double)keys / count / Rounds,6:F1} keys; slowest {worst.Time:F0} µs: {worst.Item}");
    }
}
