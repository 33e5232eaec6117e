using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Ranking;

/// <summary>Tier ascending, score descending, key ascending: a binary heap with the worst hit at its root.</summary>
internal sealed class RelevanceQueue : HitQueue
{
    private readonly List<KeyColumn?> columns = [];
    private Entry[] heap = [];
    private SortPosition? after;
    private byte[] afterKey = [];
    private string keyField = "";
    private int wanted;
    private KeyColumn? keys;
    private AtomicReaderContext? leaf;
    private int size;
    private int afterRank;
    private int worstRank;

    /// <summary>Begins a search, in the room of the one before.</summary>
    public void Begin(SearchPlan plan)
    {
        wanted = plan.Count;
        if (heap.Length < wanted)
        {
            heap = new Entry[wanted];
        }

        after = plan.After;
        afterKey = after is null ? [] : KeyColumn.Encode(after.Key);
        keyField = plan.KeyField;
        columns.Clear();
        (leaf, keys, size) = (null, null, 0);
    }

    public override void SetLeaf(AtomicReaderContext leaf)
    {
        if (this.leaf == leaf)
        {
            return;
        }

        this.leaf = leaf;
        while (columns.Count <= leaf.Ord)
        {
            columns.Add(null);
        }

        keys = columns[leaf.Ord] ??= KeyColumn.Of(leaf.AtomicReader, keyField);

        afterRank = -1;
        worstRank = -1;
    }

    /// <summary>
    /// The least score with which a document of <paramref name="tier"/> might enter: below it, none does. At it, the key decides.
    /// </summary>
    public float LeastScore(int tier)
        => wanted == 0 ? float.PositiveInfinity
            : size < wanted || tier < heap[0].Tier ? float.NegativeInfinity
            : tier > heap[0].Tier ? float.PositiveInfinity
            : heap[0].Score;

    /// <summary>Whether a document of a window that scores just <see cref="LeastScore"/> may enter, by its key.</summary>
    public bool MayTie(AtomicReaderContext leaf, int window)
    {
        SetLeaf(leaf);
        return keys!.LeastOrdinals[window] < WorstRank();
    }

    public override bool Offer(int doc, int tier, float score)
    {
        if (wanted == 0)
        {
            return false;
        }

        var isFull = size == wanted;
        if (isFull)
        {
            ref var worst = ref heap[0];
            if (tier > worst.Tier || (tier == worst.Tier && (score < worst.Score || (score == worst.Score && !IsBelowWorst(doc)))))
            {
                return false;
            }
        }

        if (after is not null && !IsAfter(doc, tier, score))
        {
            return false;
        }

        if (isFull)
        {
            Set(ref heap[0], doc, tier, score);
            SiftDown();
            worstRank = -1;
        }
        else
        {
            Set(ref heap[size], doc, tier, score);
            SiftUp(size++);
            worstRank = -1;
        }

        return true;
    }

    public override SearchHit[] ToHits()
    {
        // The worst goes last, again and again.
        var hits = new SearchHit[size];
        while (size > 0)
        {
            var worst = heap[0];
            (heap[0], heap[size - 1]) = (heap[size - 1], worst);
            size--;
            SiftDown();
            hits[size] = new SearchHit(worst.Document, worst.Tier, worst.Score, columns[worst.Leaf]!, worst.Ordinal);
        }

        return hits;
    }

    private bool IsAfter(int doc, int tier, float score)
    {
        if (tier != after!.Tier)
        {
            return tier > after.Tier;
        }

        if (score != after.Score)
        {
            return score < after.Score;
        }

        if (afterRank < 0)
        {
            afterRank = keys!.Rank(afterKey, inclusive: true);
        }

        return keys!.Ordinal(doc) >= afterRank;
    }

    private bool IsBelowWorst(int doc)
    {
        return keys!.Ordinal(doc) < WorstRank();
    }

    /// <summary>The number of the current segment's keys that come before the worst hit's.</summary>
    private int WorstRank()
    {
        if (worstRank < 0)
        {
            worstRank = heap[0].Leaf == leaf!.Ord ? heap[0].Ordinal : keys!.Rank(Key(in heap[0]), inclusive: false);
        }

        return worstRank;
    }

    private void Set(ref Entry entry, int doc, int tier, float score)
    {
        entry.Leaf = leaf!.Ord;
        entry.Ordinal = keys!.Ordinal(doc);
        entry.Document = leaf.DocBase + doc;
        entry.Tier = tier;
        entry.Score = score;
    }

    private ReadOnlySpan<byte> Key(in Entry entry) => columns[entry.Leaf]!.KeyOf(entry.Ordinal);

    /// <summary>Below 0 when <paramref name="a"/> comes first.</summary>
    private int Compare(in Entry a, in Entry b)
    {
        var order = a.Tier.CompareTo(b.Tier);
        order = order != 0 ? order : b.Score.CompareTo(a.Score);
        return order != 0 ? order
            : a.Leaf == b.Leaf ? a.Ordinal.CompareTo(b.Ordinal)
            : Key(in a).SequenceCompareTo(Key(in b));
    }

    private void SiftUp(int i)
    {
        while (i > 0 && Compare(in heap[i], in heap[(i - 1) / 2]) > 0)
        {
            (heap[i], heap[(i - 1) / 2]) = (heap[(i - 1) / 2], heap[i]);
            i = (i - 1) / 2;
        }
    }

    private void SiftDown()
    {
        for (var i = 0; ;)
        {
            var worst = i;
            for (var child = (2 * i) + 1; child <= (2 * i) + 2 && child < size; child++)
            {
                worst = Compare(in heap[child], in heap[worst]) > 0 ? child : worst;
            }

            if (worst == i)
            {
                return;
            }

            (heap[i], heap[worst]) = (heap[worst], heap[i]);
            i = worst;
        }
    }

    private struct Entry
    {
        public int Leaf;
        public int Ordinal;
        public int Document;
        public int Tier;
        public float Score;
    }
}
