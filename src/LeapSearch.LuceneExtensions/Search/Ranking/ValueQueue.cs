using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>The order of a plan's sort keys, then the key.</summary>
internal sealed class ValueQueue : HitQueue
{
    private readonly SearchPlan plan;
    private readonly SortedSet<Entry> best;
    private readonly Entry? after;
    private readonly EntryOrder order;
    private KeyColumn? keys;
    private SortColumn[] columns = [];
    private AtomicReaderContext? leaf;

    public ValueQueue(SearchPlan plan)
    {
        this.plan = plan;
        order = new EntryOrder(plan.Sort);
        best = new SortedSet<Entry>(order);
        if (plan.After is { } position)
        {
            var values = position.SortValues.Select((v, i) => SortColumn.FromPublic(v, plan.Sort[i])).ToArray();
            after = new Entry(values, KeyColumn.Encode(position.Key), 0, position.Tier, position.Score);
        }
    }

    public override void SetLeaf(AtomicReaderContext leaf)
    {
        if (this.leaf != leaf)
        {
            this.leaf = leaf;
            keys = KeyColumn.Of(leaf.AtomicReader, plan.KeyField);
            columns = plan.Sort.Select(key => new SortColumn(leaf.AtomicReader, key)).ToArray();
        }
    }

    public override bool Offer(int doc, int tier, float score)
    {
        if (plan.Count == 0 || (best.Count == plan.Count && IsSurelyBehind(best.Max!, doc)))
        {
            return false;
        }

        var values = new object?[columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = columns[i].Value(doc);
        }

        var entry = new Entry(values, keys!.Key(doc).ToArray(), leaf!.DocBase + doc, tier, score);
        if (after is not null && order.Compare(entry, after) <= 0)
        {
            return false;
        }

        best.Add(entry);
        return best.Count <= plan.Count || !ReferenceEquals(RemoveLast(), entry);
    }

    public override SearchHit[] ToHits() => best
        .Select(e => new SearchHit(
            e.Document, new SortPosition(e.Tier, e.Score, e.Values.Select(SortColumn.ToPublic).ToArray(), KeyColumn.Decode(e.Key))))
        .ToArray();

    private bool IsSurelyBehind(Entry worst, int doc)
        => SortColumn.Compare(columns[0].Value(doc), worst.Values[0], plan.Sort[0].Descending) > 0;

    private Entry RemoveLast()
    {
        var last = best.Max!;
        best.Remove(last);
        return last;
    }

    private sealed record Entry(object?[] Values, byte[] Key, int Document, int Tier, float Score);

    private sealed class EntryOrder(IReadOnlyList<SortKey> sort) : IComparer<Entry>
    {
        public int Compare(Entry? x, Entry? y)
        {
            for (var i = 0; i < sort.Count; i++)
            {
                var order = SortColumn.Compare(x!.Values[i], y!.Values[i], sort[i].Descending);
                if (order != 0)
                {
                    return order;
                }
            }

            return x!.Key.AsSpan().SequenceCompareTo(y!.Key);
        }
    }
}
