using System.Diagnostics;
using System.Globalization;
using LeapSearch.Catalog;
using LeapSearch.Import;
using LeapSearch.V1;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Document = Lucene.Net.Documents.Document;

namespace LeapSearch.Benchmarks.Indexing;

/// <summary>One run in a process of its own, so that the peak of its memory is its own. Prints documents, seconds, processor seconds and peak in bytes.</summary>
internal static class IndexingRuns
{
    /// <summary>What <c>leapsearch reindex</c> does: read, validate, store durably, index, check, swap in.</summary>
    public static async Task<int> ReindexAsync(string catalogFile, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var phases = new Dictionary<ReindexPhase, TimeSpan>();
        var reader = new DocumentReader(ImportSources.Find([catalogFile]));
        await using (var catalog = await LeapCatalog.OpenAsync(new CatalogOptions { DataDir = folder }))
        {
            await foreach (var progress in catalog.ReindexAsync(ReindexRequests.FromAsync(reader, new ReindexOptions())))
            {
                phases[progress.Phase] = Stopwatch.GetElapsedTime(started);
            }
        }

        Print(reader.Documents, started);
        foreach (var (phase, end) in phases)
        {
            Console.Error.WriteLine($"  {phase} until {end.TotalSeconds:F1} s");
        }

        return 0;
    }

    /// <summary>A Lucene.Net IndexWriter with its standard analyzer over the same text, committed once.</summary>
    public static int Bare(string linesFile, string folder)
    {
        string[] fields = ["id", "title", "original", "other", "people", "tags", "text"];
        var started = Stopwatch.GetTimestamp();
        var documents = 0L;
        using (var directory = FSDirectory.Open(folder))
        using (var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 64 }))
        {
            foreach (var line in File.ReadLines(linesFile))
            {
                var values = line.Split('\t');
                var document = new Document { new StringField(fields[0], values[0], Field.Store.YES) };
                for (var i = 1; i < fields.Length; i++)
                {
                    if (values[i].Length > 0)
                    {
                        document.Add(new TextField(fields[i], values[i], Field.Store.YES));
                    }
                }

                writer.AddDocument(document);
                documents++;
            }

            writer.Commit();
        }

        Print(documents, started);
        return 0;
    }

    private static void Print(long documents, long started)
    {
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var peak = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = long.Parse(new string(peak.Where(char.IsAsciiDigit).ToArray()), CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} {seconds} {Environment.CpuUsage.TotalTime.TotalSeconds} {kilobytes * 1024}"));
    }
}
