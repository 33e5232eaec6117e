using System.Collections.Concurrent;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Segments;

/// <summary>Documents of a segment, by window: which windows have any, their marks, and about how many one has.</summary>
internal sealed record KeptSet(ulong[] Words, bool[] Filled, int Estimate);

/// <summary>What a set was gathered for: a prefix, or a range of numbers.</summary>
internal readonly record struct SetKey(string Field, string Prefix, long Min = 0, long Max = 0);

/// <summary>
/// The documents of prefixes and ranges that took long to gather, kept while the snapshot is searched: a single letter begins words of most documents, and
/// every reader types one; decades come again and again. When they are too many all go, and those in use come back.
/// </summary>
internal sealed class KeptSets
{
    /// <summary>Postings whose reading takes longer than it takes to find what is kept.</summary>
    private const long Worth = 8_192;

    /// <summary>Of a million and a half documents some 340 sets: the letters, in the fields that are asked by them.</summary>
    private const long MostBytes = 64L << 20;

    private readonly ConcurrentDictionary<(SetKey Key, int Segment), KeptSet> sets = new();
    private long bytes;

    public KeptSet? Find(SetKey key, int segment) => sets.TryGetValue((key, segment), out var kept) ? kept : null;

    /// <summary>Whether what took so many postings is to be kept.</summary>
    public static bool IsWorth(long postingsRead) => postingsRead >= Worth;

    public void Keep(SetKey key, int segment, KeptSet kept)
    {
        var size = ((long)kept.Words.Length * sizeof(ulong)) + kept.Filled.Length;
        if (Interlocked.Add(ref bytes, size) > MostBytes)
        {
            sets.Clear();
            Interlocked.Exchange(ref bytes, size);
        }

        if (!sets.TryAdd((key, segment), kept))
        {
            Interlocked.Add(ref bytes, -size);
        }
    }
}
