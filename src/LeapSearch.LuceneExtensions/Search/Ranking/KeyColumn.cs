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

    public int Ordinal(int doc) => values?.GetOrd(doc) ?? -1;

    public ReadOnlySpan<byte> Key(int doc)
    {
        var ordinal = Ordinal(doc);
        if (ordinal < 0)
        {
            return default;
        }

        values!.LookupOrd(ordinal, scratch);
        return scratch.Bytes.AsSpan(scratch.Offset, scratch.Length);
    }

    public static byte[] Encode(string key) => Encoding.UTF8.GetBytes(key);

    public static string Decode(ReadOnlySpan<byte> key) => Encoding.UTF8.GetString(key);
}
