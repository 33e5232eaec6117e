using System.Globalization;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Impacts;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace LeapSearch.Benchmarks.Search;

/// <summary><c>sizes FOLDER</c>: where the bytes of an index go, by kind of file (those in compound files too), and those of its side-cars by field and part.</summary>
internal static class SizesCommand
{
    public const string Name = "sizes";

    public static int Run(string[] arguments)
    {
        using var directory = IndexDirectory.Open(arguments[0]);
        using var reader = DirectoryReader.Open(directory);
        var files = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var fields = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        var segments = new ImpactsSegments(Console.Error.WriteLine);
        foreach (var leaf in reader.Leaves)
        {
            Count(((SegmentReader)leaf.AtomicReader).SegmentInfo.Info, files);
            long before = ImpactsFormat.HeaderLength;
            foreach (var field in segments.Of(leaf.AtomicReader).Fields)
            {
                var sums = fields[field.Name] = fields.GetValueOrDefault(field.Name) ?? new long[8];
                Count(field, sums);
                sums[7] += field.Dictionary.Start - before;
                before = field.Dictionary.End;
            }
        }

        var sideCars = files.GetValueOrDefault("." + ImpactsFormat.Extension);
        var graph = files.GetValueOrDefault("." + GraphFile.SideCar.Extension);
        var rest = files.Values.Sum() - sideCars - graph;
        Console.WriteLine($"{reader.NumDocs:N0} documents; side-cars {sideCars / 1e6:N1} MB, graph {graph / 1e6:N1} MB, the rest {rest / 1e6:N1} MB: {(double)sideCars / rest:F2}");
        Console.WriteLine(string.Join(", ", files.OrderByDescending(f => f.Value).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value / 1e6:F1}"))));
        Console.WriteLine("| field | terms | of one document | postings | entries, MB | rest of the dictionary | slots | term bytes | postings and positions |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, of) in fields.Append(new("all", Enumerable.Range(0, 8).Select(i => fields.Values.Sum(f => f[i])).ToArray())))
        {
            Console.WriteLine($"| {name} | {of[0]:N0} | {of[1]:N0} | {of[2]:N0} | {string.Join(" | ", of[3..].Select(v => (v / 1e6).ToString("F2", CultureInfo.InvariantCulture)))} |");
        }

        return 0;
    }

    private static void Count(ImpactsField field, long[] sums)
    {
        sums[0] += field.Terms;
        sums[2] += field.Entry.SumDocFreq;
        sums[3] += (long)field.Terms * sizeof(uint);
        sums[4] += field.Dictionary.End - field.Dictionary.Start - ((long)field.Terms * sizeof(uint)) - ((long)field.Entry.Slots * sizeof(int));
        sums[5] += (long)field.Entry.Slots * sizeof(int);
        for (var i = 0; i < field.Terms; i++)
        {
            sums[1] += field.DocFreq(i) == 1 ? 1 : 0;
            sums[6] += field.Term(i).Length;
            sums[4] -= field.Term(i).Length;
        }
    }

    private static void Count(SegmentInfo segment, SortedDictionary<string, long> files)
    {
        foreach (var name in segment.GetFiles())
        {
            if (!name.EndsWith(".cfs", StringComparison.Ordinal))
            {
                Add(name, segment.Dir.FileLength(name));
                continue;
            }

            using var compound = new CompoundFileDirectory(segment.Dir, name, IOContext.READ, openForWrite: false);
            foreach (var inner in compound.ListAll())
            {
                Add(inner, compound.FileLength(inner));
            }
        }

        void Add(string name, long length)
        {
            var kind = Path.GetExtension(name);
            files[kind] = files.GetValueOrDefault(kind) + length;
        }
    }
}
