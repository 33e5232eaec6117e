using LeapSearch.LuceneExtensions.Search.Ranking;
using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>What one document holds, read from Lucene's own postings, norms and doc values: nothing here knows the side-cars.</summary>
internal sealed class DocumentProbe
{
    private readonly IndexSearcher searcher;
    private readonly AtomicReaderContext leaf;
    private readonly int doc;
    private readonly StockQueries queries;
    private readonly IndexSearcher frequencies;

    /// <exception cref="ArgumentException">There is no such document.</exception>
    public DocumentProbe(IndexSearcher searcher, int document, CancellationToken cancellationToken)
    {
        var reader = searcher.IndexReader;
        if (document < 0 || document >= reader.MaxDoc)
        {
            throw new ArgumentException($"There is no document {document}; the reader has {reader.MaxDoc}.", nameof(document));
        }

        this.searcher = searcher;
        leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        doc = document - leaf.DocBase;
        if (leaf.AtomicReader.LiveDocs is { } live && !live.Get(doc))
        {
            throw new ArgumentException($"The document {document} is deleted.", nameof(document));
        }

        queries = new StockQueries(reader, cancellationToken);
        frequencies = new IndexSearcher(reader) { Similarity = new FrequencySimilarity() };
    }

    /// <summary>How often a term stands in a field of the document.</summary>
    public int Frequency(string field, string term)
        => leaf.AtomicReader.GetTermDocsEnum(new Term(field, term)) is { } docs && docs.Advance(doc) == doc ? docs.Freq : 0;

    /// <summary>How often a phrase stands there; near matches count less.</summary>
    public float Frequency(PhraseClause phrase)
    {
        var scorer = frequencies.CreateNormalizedWeight(queries.Translate(phrase with { Weight = 1 })).GetScorer(leaf, null);
        return scorer is not null && scorer.Advance(doc) == doc ? scorer.GetScore() : 0;
    }

    /// <summary>Whether the document is in a range.</summary>
    public bool Holds(RangeClause range)
        => searcher.CreateNormalizedWeight(queries.Translate(range)).GetScorer(leaf, null) is { } scorer && scorer.Advance(doc) == doc;

    /// <summary>The terms of a field that begin with a prefix and stand in the document, in order.</summary>
    public IEnumerable<string> TermsWith(string field, string prefix)
    {
        DocsEnum? docs = null;
        foreach (var terms in PrefixTerms.Of(leaf.AtomicReader.GetTerms(field), prefix))
        {
            docs = terms.Docs(null, docs, DocsFlags.NONE);
            if (docs.Advance(doc) == doc)
            {
                yield return terms.Term.Utf8ToString();
            }
        }
    }

    /// <summary>The score of terms that together stand so often in a field.</summary>
    public TermScore Score(string field, IReadOnlyList<string> terms, float weight, float frequency)
    {
        var statistics = searcher.CollectionStatistics(field);
        var docCount = statistics.DocCount >= 0 ? statistics.DocCount : statistics.MaxDoc;
        long[] docFreqs = [.. terms.Select(t => (long)searcher.IndexReader.DocFreq(new Term(field, t)))];
        return new TermScore(
            weight,
            docFreqs.Sum(n => (double)LeapSimilarity.Idf(n, docCount)),
            frequency,
            leaf.AtomicReader.GetNormValues(field) is { } norms ? FieldLength.Decode((byte)norms.Get(doc)) : null,
            LeapSimilarity.AverageLength(statistics.SumTotalTermFreq, docCount),
            docFreqs,
            docCount);
    }

    public ExplainedBoost Boost(DocumentBoost boost) => new(new BoostColumn(leaf.AtomicReader, boost with { Weight = 1 }).Of(doc), boost.Weight);
}
