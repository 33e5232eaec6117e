using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using LeapSearch.LuceneExtensions.Native;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>
/// The unique keys of one segment's documents, in memory: Lucene reads a key in a microsecond or two, and every hit and many a tie asks for
/// one. Read once a segment; a key costs its bytes and 8 more. Comparing with a key of another segment is one binary search; after that,
/// comparing documents with it is comparing ordinals.
/// </summary>
internal sealed class KeyColumn
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, KeyColumn>> Known = [];

    private readonly int[] ordinals;
    private readonly int[] offsets;
    private readonly byte[] keys;

    private KeyColumn(AtomicReader reader, string field)
    {
        var values = reader.GetSortedDocValues(field);
        ordinals = new int[reader.MaxDoc];
        for (var doc = 0; doc < ordinals.Length; doc++)
        {
            ordinals[doc] = values?.GetOrd(doc) ?? -1;
        }

        LeastOrdinals = new int[PostingsLayout.Windows(ordinals.Length)];
        for (var window = 0; window < LeastOrdinals.Length; window++)
        {
            var start = window << PostingsLayout.WindowBits;
            LeastOrdinals[window] = Least(ordinals.AsSpan(start, Math.Min(PostingsLayout.Window, ordinals.Length - start)));
        }

        offsets = new int[(values?.ValueCount ?? 0) + 1];
        using var all = new MemoryStream();
        var found = values?.GetTermsEnum();
        for (var ordinal = 0; ordinal < offsets.Length - 1 && found!.MoveNext(); ordinal++)
        {
            all.Write(found.Term.Bytes, found.Term.Offset, found.Term.Length);
            offsets[ordinal + 1] = (int)all.Length;
        }

        keys = all.ToArray();
    }

    /// <summary>The least ordinal of each window of documents.</summary>
    public int[] LeastOrdinals { get; }

    /// <summary>The keys of a segment.</summary>
    public static KeyColumn Of(AtomicReader reader, string field)
        => Known.GetValue(reader.CoreCacheKey, static _ => new()).GetOrAdd(field, static (field, reader) => new KeyColumn(reader, field), reader);

    /// <summary>The number of this segment's keys below <paramref name="key"/>, or not above it with <paramref name="inclusive"/>.</summary>
    public int Rank(ReadOnlySpan<byte> key, bool inclusive)
    {
        int low = 0, high = offsets.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            var order = KeyOf(middle).SequenceCompareTo(key);
            (low, high) = order < 0 || (inclusive && order == 0) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public int Ordinal(int doc) => ordinals[doc];

    /// <summary>The key of a document.</summary>
    public ReadOnlySpan<byte> Key(int doc) => KeyOf(Ordinal(doc));

    /// <summary>The key of an ordinal.</summary>
    public ReadOnlySpan<byte> KeyOf(int ordinal)
        => ordinal < 0 ? default : keys.AsSpan(offsets[ordinal], offsets[ordinal + 1] - offsets[ordinal]);

    private static int Least(ReadOnlySpan<int> ordinals)
    {
        var least = int.MaxValue;
        foreach (var ordinal in ordinals)
        {
            least = Math.Min(least, ordinal);
        }

        return least;
    }

    public static byte[] Encode(string key) => Encoding.UTF8.GetBytes(key);

    public static string Decode(ReadOnlySpan<byte> key) => Encoding.UTF8.GetString(key);
}
