using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search.Stock;

/// <summary>Clauses as queries of stock Lucene.Net.</summary>
internal sealed class StockQueries(IndexReader reader, CancellationToken cancellationToken)
{
    public Query Translate(Clause clause) => clause switch
    {
        TermClause c => new TermQuery(new Term(c.Field, c.Term)) { Boost = c.Weight },
        PhraseClause c => Phrase(c),
        PrefixClause c => new PrefixQuery(new Term(c.Field, c.Prefix))
        {
            Boost = c.Weight,
            MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE,
        },
        FuzzyClause c => Fuzzy(c),
        DisMaxClause c => Best(c.Alternatives.Select(Translate), c.Tie),
        BooleanClause c => Boolean(c),
        ConstantClause c => new ConstantScoreQuery(Translate(c.Inner)) { Boost = c.Score },
        AllClause c => new MatchAllDocsQuery { Boost = c.Score },
        RangeClause c => NumericRangeQuery.NewInt64Range(c.Field, RangeClause.PrecisionStep, c.Min, c.Max, minInclusive: true, maxInclusive: true),
        _ => throw new ArgumentException($"Unknown clause {clause.GetType().Name}."),
    };

    public static Query Best(IEnumerable<Query> alternatives, float tie)
    {
        var query = new DisjunctionMaxQuery(tie);
        foreach (var alternative in alternatives)
        {
            query.Add(alternative);
        }

        return query;
    }

    private static PhraseQuery Phrase(PhraseClause clause)
    {
        var query = new PhraseQuery { Slop = clause.Slop, Boost = clause.Weight };
        for (var i = 0; i < clause.Terms.Count; i++)
        {
            query.Add(new Term(clause.Field, clause.Terms[i]), clause.Positions is null ? i : clause.Positions[i]);
        }

        return query;
    }

    /// <summary>A constant score for each distance; the best of them is that of the document's nearest term.</summary>
    private Query Fuzzy(FuzzyClause clause) => Best(
        FuzzyTerms.Find(reader, clause, cancellationToken)
            .GroupBy(term => term.Distance)
            .Select(group => new ConstantScoreQuery(
                BitSetFilter.OfTerms(reader, clause.Field, group.Select(term => term.Term), cancellationToken))
            {
                Boost = clause.Weight / (1 + group.Key),
            }),
        0);

    private BooleanQuery Boolean(BooleanClause clause)
    {
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = clause.MinimumShould };
        Add(query, clause.Must, Occur.MUST);
        Add(query, clause.Should, Occur.SHOULD);
        Add(query, clause.MustNot, Occur.MUST_NOT);
        return query;
    }

    private void Add(BooleanQuery query, IEnumerable<Clause> clauses, Occur occur)
    {
        foreach (var clause in clauses)
        {
            query.Add(Translate(clause), occur);
        }
    }
}
