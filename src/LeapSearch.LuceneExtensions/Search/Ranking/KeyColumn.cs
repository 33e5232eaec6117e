using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>
/// The unique keys of one segment's documents. Comparing with a key of another segment costs one binary search a segment and key;
/// after that, comparing documents with it is comparing ordinals.
/// </summary>
internal sealed class KeyColumn(AtomicReader reader, string field)
{
    /// <summary>Lucene unpacks an ordinal in some hundred steps; every tie asks for one, so they are kept, 4 bytes a document.</summary>
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, int[]>> Known = [];

    private readonly int[] ordinals = Known.GetValue(reader.CoreCacheKey, static _ => new()).GetOrAdd(field, static (field, reader) => Read(reader, field), reader);
    private readonly SortedDocValues? values = reader.GetSortedDocValues(field);
    private readonly BytesRef scratch = new();

    /// <summary>The number of this segment's keys below <paramref name="key"/>, or not above it with <paramref name="inclusive"/>.</summary>
    public int Rank(ReadOnlySpan<byte> key, bool inclusive)
    {
        if (values is null)
        {
            return 0;
        }

        var found = values.LookupTerm(new BytesRef(key.ToArray()));
        return found < 0 ? ~found : inclusive ? found + 1 : found;
    }

    public int Ordinal(int doc) => ordinals[doc];

    /// <summary>The key of a document.</summary>
    public ReadOnlySpan<byte> Key(int doc) => KeyOf(Ordinal(doc));

    /// <summary>The key of an ordinal; it holds until the next is asked for.</summary>
    public ReadOnlySpan<byte> KeyOf(int ordinal)
    {
        if (ordinal < 0)
        {
            return default;
        }

        values!.LookupOrd(ordinal, scratch);
        return scratch.Bytes.AsSpan(scratch.Offset, scratch.Length);
    }

    public static byte[] Encode(string key) => Encoding.UTF8.GetBytes(key);

    public static string Decode(ReadOnlySpan<byte> key) => Encoding.UTF8.GetString(key);

    private static int[] Read(AtomicReader reader, string field)
    {
        var values = reader.GetSortedDocValues(field);
        var ordinals = new int[reader.MaxDoc];
        for (var doc = 0; doc < ordinals.Length; doc++)
        {
            ordinals[doc] = values?.GetOrd(doc) ?? -1;
        }

        return ordinals;
    }
}
