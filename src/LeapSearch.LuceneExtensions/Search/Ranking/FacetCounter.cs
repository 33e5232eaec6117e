using Lucene.Net.Index;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>Counts the values of SortedSetDocValues fields over the documents it is shown, by ordinal within a segment.</summary>
internal sealed class FacetCounter(IReadOnlyList<string> fields)
{
    private readonly Dictionary<string, long>[] totals = fields.Select(_ => new Dictionary<string, long>()).ToArray();
    private readonly SortedSetDocValues?[] values = new SortedSetDocValues?[fields.Count];
    private readonly int[][] counts = new int[fields.Count][];
    private AtomicReaderContext? leaf;

    public void SetLeaf(AtomicReaderContext next)
    {
        if (leaf == next)
        {
            return;
        }

        Flush();
        leaf = next;
        for (var f = 0; f < fields.Count; f++)
        {
            values[f] = next.AtomicReader.GetSortedSetDocValues(fields[f]);
            counts[f] = new int[values[f]?.ValueCount ?? 0];
        }
    }

    public void Add(int doc)
    {
        for (var f = 0; f < values.Length; f++)
        {
            if (values[f] is not { } column)
            {
                continue;
            }

            column.SetDocument(doc);
            for (var ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
            {
                counts[f][ordinal]++;
            }
        }
    }

    public IReadOnlyList<FacetCounts> Counts(int limit)
    {
        Flush();
        leaf = null;
        return fields.Select((field, f) => new FacetCounts(field, totals[f]
            .OrderByDescending(v => v.Value)
            .ThenBy(v => v.Key, StringComparer.Ordinal)
            .Take(limit)
            .ToArray())).ToArray();
    }

    private void Flush()
    {
        if (leaf is null)
        {
            return;
        }

        var scratch = new BytesRef();
        for (var f = 0; f < values.Length; f++)
        {
            for (var ordinal = 0; ordinal < counts[f].Length; ordinal++)
            {
                if (counts[f][ordinal] > 0)
                {
                    values[f]!.LookupOrd(ordinal, scratch);
                    var value = scratch.Utf8ToString();
                    totals[f][value] = totals[f].GetValueOrDefault(value) + counts[f][ordinal];
                }
            }
        }
    }
}
