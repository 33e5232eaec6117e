using System.Collections.Concurrent;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Segments;

/// <summary>Documents of a segment, by window: which windows have any, and their marks.</summary>
internal sealed record KeptSet(ulong[] Words, bool[] Filled);

/// <summary>
/// The documents of prefixes that took long to gather, kept while the snapshot is searched: a single letter begins words of most documents, and every
/// reader types one. When they are too many all go, and those in use come back.
/// </summary>
internal sealed class KeptSets
{
    /// <summary>Postings whose reading takes longer than it takes to find what is kept.</summary>
    private const long Worth = 8_192;

    /// <summary>Of a million and a half documents some 340 sets: the letters, in the fields that are asked by them.</summary>
    private const long MostBytes = 64L << 20;

    private readonly ConcurrentDictionary<(string Field, string Prefix, int Segment), KeptSet> sets = new();
    private long bytes;

    public KeptSet? Find(string field, string prefix, int segment) => sets.TryGetValue((field, prefix, segment), out var kept) ? kept : null;

    /// <summary>Whether what took so many postings is to be kept.</summary>
    public static bool IsWorth(long postingsRead) => postingsRead >= Worth;

    public void Keep(string field, string prefix, int segment, KeptSet kept)
    {
        var size = ((long)kept.Words.Length * sizeof(ulong)) + kept.Filled.Length;
        if (Interlocked.Add(ref bytes, size) > MostBytes)
        {
            sets.Clear();
            Interlocked.Exchange(ref bytes, size);
        }

        if (!sets.TryAdd((field, prefix, segment), kept))
        {
            Interlocked.Add(ref bytes, -size);
        }
    }
}
