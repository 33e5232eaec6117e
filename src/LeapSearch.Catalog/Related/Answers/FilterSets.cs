using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.LuceneExtensions.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using BooleanClause = LeapSearch.LuceneExtensions.Search.BooleanClause;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>
/// Turns a request's filter into the set of films that it lets through. The search entry answers at most a page; here the whole set is
/// needed, unscored, so the clauses that filters are made of are evaluated as plain Lucene.Net queries.
/// </summary>
internal static class FilterSets
{
    /// <summary>The films that pass; null for no filter.</summary>
    public static AllowedFilms? Of(FilmGraph graph, IndexSearcher searcher, Clause? filter, CancellationToken cancellationToken)
    {
        if (filter is null)
        {
            return null;
        }

        var passing = new QueryWrapperFilter(Translate(filter));
        var sets = new FixedBitSet[graph.Leaves.Length];
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = graph.Leaves[leaf.Ord].Part;
            var set = sets[leaf.Ord] = new FixedBitSet(Math.Max(part.Documents.Length, 1));
            var documents = passing.GetDocIdSet(leaf, leaf.AtomicReader.LiveDocs)?.GetIterator();
            if (documents is null)
            {
                continue;
            }

            // Both ascend, so one walk pairs documents with items.
            var item = 0;
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                while (item < part.Documents.Length && part.Documents[item] < document)
                {
                    item++;
                }

                if (item < part.Documents.Length && part.Documents[item] == document)
                {
                    set.Set(item);
                }
            }
        }

        return new AllowedFilms(sets);
    }

    private static Query Translate(Clause clause)
    {
        switch (clause)
        {
            case TermClause term:
                return new TermQuery(new Term(term.Field, term.Term));
            case PrefixClause prefix:
                return new PrefixQuery(new Term(prefix.Field, prefix.Prefix));
            case RangeClause range:
                return NumericRangeQuery.NewInt64Range(range.Field, RangeClause.PrecisionStep, range.Min, range.Max, true, true);
            case ConstantClause constant:
                return Translate(constant.Inner);
            case AllClause:
                return new MatchAllDocsQuery();
            case DisMaxClause any:
                return Translate(new BooleanClause([], any.Alternatives, []));
            case BooleanClause boolean:
                var query = new BooleanQuery { MinimumNumberShouldMatch = boolean.Should.Count > 0 ? Math.Max(boolean.MinimumShould, boolean.Must.Count == 0 ? 1 : 0) : 0 };
                Add(boolean.Must, Occur.MUST);
                Add(boolean.Should, Occur.SHOULD);
                Add(boolean.MustNot, Occur.MUST_NOT);
                return query;

                void Add(IReadOnlyList<Clause> clauses, Occur occur)
                {
                    foreach (var inner in clauses)
                    {
                        query.Add(Translate(inner), occur);
                    }
                }

            default:
                throw new ArgumentException($"A filter is not made of {clause.GetType().Name}.", nameof(clause));
        }
    }
}
