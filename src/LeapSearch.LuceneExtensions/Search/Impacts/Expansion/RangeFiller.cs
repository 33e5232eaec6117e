using LeapSearch.LuceneExtensions.Search.Impacts.Nodes;
using LeapSearch.LuceneExtensions.Search.Impacts.Segments;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Impacts.Expansion;

/// <summary>Adds the terms of a numeric range, as Lucene splits it into ranges of prefix-coded terms, to a set.</summary>
internal sealed class RangeFiller(ImpactSnapshot snapshot, FieldStatistics field, SetNode set)
    : NumericUtils.Int64RangeBuilder
{
    public bool Any { get; private set; }

    public override void AddRange(BytesRef minPrefixCoded, BytesRef maxPrefixCoded)
    {
        var from = minPrefixCoded.Bytes.AsSpan(minPrefixCoded.Offset, minPrefixCoded.Length);
        var to = maxPrefixCoded.Bytes.AsSpan(maxPrefixCoded.Offset, maxPrefixCoded.Length);
        for (var i = 0; i < snapshot.Segments.Length; i++)
        {
            if (field.Fields[i] is { } dictionary)
            {
                var first = dictionary.LowerBound(from);
                var end = dictionary.LowerBound(to, first);
                end += end < dictionary.Terms && dictionary.Term(end).SequenceEqual(to) ? 1 : 0;
                Any |= set.Add(i, dictionary, first, end);
            }
        }
    }
}
