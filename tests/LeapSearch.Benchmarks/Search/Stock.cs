using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace LeapSearch.Benchmarks.Search;

/// <summary>Stock Lucene.Net, as its users search: its own directory, queries and collector; filters are bit sets made beforehand.</summary>
internal sealed class Stock : IContestant
{
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly Dictionary<string, Filter> filters;

    public Stock(string folder)
    {
        reader = DirectoryReader.Open(FSDirectory.Open(folder));
        searcher = new IndexSearcher(reader) { Similarity = new LeapSimilarity() };
        filters = SearchIndex.Groups.ToDictionary(g => g, g => (Filter)BitSetFilter.Of(searcher, new TermQuery(new Term(SearchIndex.GroupField, g)), CancellationToken.None));
    }

    public string Name => "Lucene.Net";

    public float[] Search(string kind, string text, string? group, bool withScores)
    {
        var hits = searcher.Search(Query(kind, text), group is null ? null : filters[group], 10).ScoreDocs;
        return withScores ? [.. hits.Select(h => h.Score)] : [];
    }

    public void Dispose() => reader.Dispose();

    private static Query Query(string kind, string text)
    {
        var words = text.Split(' ');
        switch (kind)
        {
            case "term":
                return new TermQuery(new Term("plot", text));
            case "prefix":
                return new PrefixQuery(new Term("title", text));
            case "fuzzy" or "fuzzy2":
                return new FuzzyQuery(new Term("people", text), kind == "fuzzy" ? 1 : 2);
            case "phrase":
                var phrase = new PhraseQuery();
                Array.ForEach(words, w => phrase.Add(new Term("plot", w)));
                return phrase;
            default:
                var query = new BooleanQuery(disableCoord: true);
                Array.ForEach(words, w => query.Add(kind == "box" ? Box(w) : new TermQuery(new Term("plot", w)), kind == "and" ? Occur.MUST : Occur.SHOULD));
                return query;
        }
    }

    private static DisjunctionMaxQuery Box(string word) => new(0.1f)
    {
        new TermQuery(new Term("title", word)) { Boost = 3 },
        new TermQuery(new Term("people", word)) { Boost = 2 },
        new TermQuery(new Term("plot", word)),
    };
}
