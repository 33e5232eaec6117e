using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>The values of one sort key in one segment: <see cref="long"/>, UTF-8 bytes, or null where missing.</summary>
internal sealed class SortColumn
{
    private readonly NumericDocValues? numbers;
    private readonly IBits? present;
    private readonly SortedDocValues? texts;
    private readonly BytesRef scratch = new();

    public SortColumn(AtomicReader reader, SortKey key)
    {
        if (key.Kind == SortKeyKind.Long)
        {
            numbers = reader.GetNumericDocValues(key.Field);
            present = numbers is null ? null : reader.GetDocsWithField(key.Field);
        }
        else
        {
            texts = reader.GetSortedDocValues(key.Field);
        }
    }

    public object? Value(int doc)
    {
        if (numbers is not null)
        {
            return present is null || present.Get(doc) ? numbers.Get(doc) : null;
        }

        var ordinal = texts?.GetOrd(doc) ?? -1;
        if (ordinal < 0)
        {
            return null;
        }

        texts!.LookupOrd(ordinal, scratch);
        return scratch.Bytes.AsSpan(scratch.Offset, scratch.Length).ToArray();
    }

    /// <summary>Below 0 when <paramref name="a"/> comes first; a missing value comes last in either direction.</summary>
    public static int Compare(object? a, object? b, bool descending)
    {
        if (a is null || b is null)
        {
            return a is null ? (b is null ? 0 : 1) : -1;
        }

        var order = a is long number ? number.CompareTo((long)b) : ((byte[])a).AsSpan().SequenceCompareTo((byte[])b);
        return descending ? -order : order;
    }

    /// <summary>A value as <see cref="SortPosition"/> shows it.</summary>
    public static object? ToPublic(object? value) => value is byte[] bytes ? KeyColumn.Decode(bytes) : value;

    /// <summary>A value of <see cref="SortPosition"/> as it is compared.</summary>
    /// <exception cref="ArgumentException">It is of another type than the key's.</exception>
    public static object? FromPublic(object? value, SortKey key) => (value, key.Kind) switch
    {
        (null, _) => null,
        (long number, SortKeyKind.Long) => number,
        (string text, SortKeyKind.Text) => KeyColumn.Encode(text),
        _ => throw new ArgumentException($"The position's value for {key.Field} is not a {key.Kind}."),
    };
}
