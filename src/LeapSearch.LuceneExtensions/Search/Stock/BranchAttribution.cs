using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search.Stock;

/// <summary>Tells which branch of a tier ranked a hit: the one that scores it highest, the first of equals.</summary>
internal static class BranchAttribution
{
    /// <param name="searcher">The snapshot.</param>
    /// <param name="hits">All hits; those of the tier are replaced.</param>
    /// <param name="tier">The tier.</param>
    /// <param name="branches">The evaluated branches of the tier, as indexes in the plan, ascending.</param>
    /// <param name="queries">Their queries.</param>
    public static void Apply(IndexSearcher searcher, SearchHit[] hits, int tier, IReadOnlyList<int> branches, IReadOnlyList<Query> queries)
    {
        var ordered = Enumerable.Range(0, hits.Length).Where(i => hits[i].Tier == tier).OrderBy(i => hits[i].Document).ToArray();
        if (branches.Count == 1)
        {
            foreach (var i in ordered)
            {
                hits[i] = hits[i] with { Branch = branches[0] };
            }

            return;
        }

        var best = new float[hits.Length];
        Array.Fill(best, float.NegativeInfinity);
        for (var b = 0; b < branches.Count; b++)
        {
            var weight = searcher.CreateNormalizedWeight(queries[b]);
            AtomicReaderContext? leaf = null;
            Scorer? scorer = null;
            foreach (var i in ordered)
            {
                var document = hits[i].Document;
                var next = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(document, searcher.IndexReader.Leaves)];
                if (next != leaf)
                {
                    leaf = next;
                    scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
                }

                if (scorer is null)
                {
                    continue;
                }

                var doc = document - leaf.DocBase;
                if (scorer.DocID < doc)
                {
                    scorer.Advance(doc);
                }

                if (scorer.DocID == doc && scorer.GetScore() > best[i])
                {
                    best[i] = scorer.GetScore();
                    hits[i] = hits[i] with { Branch = branches[b] };
                }
            }
        }
    }
}
