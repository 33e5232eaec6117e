using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace LeapSearch.LuceneExtensions.Search.Stock;

/// <summary>A filter whose documents are known before the search: one bit set a segment, by the segment's ordinal.</summary>
internal sealed class BitSetFilter(FixedBitSet[] sets) : Filter
{
    /// <summary>The live documents that a query matches.</summary>
    public static BitSetFilter Of(IndexSearcher searcher, Query query, CancellationToken cancellationToken)
    {
        var leaves = searcher.IndexReader.Leaves;
        var sets = new FixedBitSet[leaves.Count];
        var weight = searcher.CreateNormalizedWeight(query);
        foreach (var leaf in leaves)
        {
            var set = sets[leaf.Ord] = new FixedBitSet(leaf.AtomicReader.MaxDoc);
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            if (scorer is null)
            {
                continue;
            }

            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
            {
                if ((doc & 1023) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                set.Set(doc);
            }
        }

        return new BitSetFilter(sets);
    }

    /// <summary>The live documents that hold any of the terms.</summary>
    public static BitSetFilter OfTerms(IndexReader reader, string field, IEnumerable<byte[]> terms, CancellationToken cancellationToken)
    {
        var sets = new FixedBitSet[reader.Leaves.Count];
        foreach (var leaf in reader.Leaves)
        {
            var set = sets[leaf.Ord] = new FixedBitSet(leaf.AtomicReader.MaxDoc);
            var found = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
            if (found is null)
            {
                continue;
            }

            foreach (var term in terms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (found.SeekExact(new BytesRef(term)))
                {
                    set.Or(found.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE));
                }
            }
        }

        return new BitSetFilter(sets);
    }

    public FixedBitSet Set(AtomicReaderContext leaf) => sets[leaf.Ord];

    // The sets hold live documents only; below another filter, what is accepted are that filter's documents.
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
        => ReferenceEquals(acceptDocs, context.AtomicReader.LiveDocs)
            ? sets[context.Ord]
            : BitsFilteredDocIdSet.Wrap(sets[context.Ord], acceptDocs);
}
