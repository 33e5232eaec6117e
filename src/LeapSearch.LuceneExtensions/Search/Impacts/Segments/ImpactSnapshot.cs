using System.Collections.Concurrent;
using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Segments;

/// <summary>The side-cars of one reader's segments, their windows numbered through, and its fields' statistics. Safe for many threads.</summary>
internal sealed class ImpactSnapshot
{
    private readonly ConcurrentDictionary<string, FieldStatistics> fields = new(StringComparer.Ordinal);

    public ImpactSnapshot(IndexReader reader, ImpactsSegments sideCars, SegmentColumns columns)
    {
        Columns = columns;
        Segments = new ImpactSegment[reader.Leaves.Count];
        for (var i = 0; i < Segments.Length; i++)
        {
            var leaf = reader.Leaves[i];
            Segments[i] = new ImpactSegment(leaf, sideCars.Of(leaf.AtomicReader), columns.Live(leaf.AtomicReader), Windows);
            Windows += Segments[i].Windows;
        }

        Deleted = reader.NumDeletedDocs;
        SegmentOfWindow = new int[Windows];
        for (var i = 0; i < Segments.Length; i++)
        {
            Array.Fill(SegmentOfWindow, i, Segments[i].FirstWindow, Segments[i].Windows);
        }
    }

    public ImpactSegment[] Segments { get; }

    /// <summary>Windows of all segments.</summary>
    public int Windows { get; }

    /// <summary>Documents deleted, of all segments.</summary>
    public int Deleted { get; }

    /// <summary>The segment of each window.</summary>
    public int[] SegmentOfWindow { get; }

    public SegmentColumns Columns { get; }

    /// <summary>What took long to gather.</summary>
    public KeptSets Kept { get; } = new();

    public FieldStatistics Field(string name) => fields.GetOrAdd(name, static (name, segments) => new FieldStatistics(name, segments), Segments);
}

/// <summary>One segment of a snapshot.</summary>
/// <param name="Leaf">Lucene's.</param>
/// <param name="SideCar">Its postings.</param>
/// <param name="Live">Its live documents; null where none is deleted.</param>
/// <param name="FirstWindow">Its first window among all of the snapshot.</param>
internal sealed record ImpactSegment(AtomicReaderContext Leaf, ImpactsReader SideCar, ulong[]? Live, int FirstWindow)
{
    public int Windows { get; } = PostingsLayout.Windows(SideCar.MaxDoc);
}
