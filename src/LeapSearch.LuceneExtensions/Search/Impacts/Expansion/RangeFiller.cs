using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>Adds the terms of a numeric range, as Lucene splits it into ranges of prefix-coded terms, to a set; segments whose documents are kept, at once.</summary>
internal sealed class RangeFiller : NumericUtils.Int64RangeBuilder
{
    private readonly FieldStatistics field;
    private readonly SetNode set;
    private readonly bool[] isKept;

    public RangeFiller(ImpactSnapshot snapshot, FieldStatistics field, SetNode set, SetKey key)
    {
        (this.field, this.set) = (field, set);
        isKept = new bool[snapshot.Segments.Length];
        for (var i = 0; i < isKept.Length; i++)
        {
            Any |= isKept[i] = set.AddKept(i, key);
        }
    }

    public bool Any { get; private set; }

    public override void AddRange(BytesRef minPrefixCoded, BytesRef maxPrefixCoded)
    {
        var from = minPrefixCoded.Bytes.AsSpan(minPrefixCoded.Offset, minPrefixCoded.Length);
        var to = maxPrefixCoded.Bytes.AsSpan(maxPrefixCoded.Offset, maxPrefixCoded.Length);
        for (var i = 0; i < isKept.Length; i++)
        {
            if (!isKept[i] && field.Fields[i] is { } dictionary)
            {
                var first = dictionary.LowerBound(from);
                var end = dictionary.LowerBound(to, first);
                end += end < dictionary.Terms && dictionary.Term(end).SequenceEqual(to) ? 1 : 0;
                Any |= set.Add(i, dictionary, first, end);
            }
        }
    }
}
