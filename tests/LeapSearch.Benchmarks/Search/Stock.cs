using LeapSearch.LuceneExtensions.Search.Stock;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Benchmarks.Search;

/// <summary>Stock Lucene.Net, as its users search: its own directory, queries and collector; filters are bit sets, made at their first use.</summary>
internal sealed class Stock : IContestant
{
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly Dictionary<string, Filter> filters = [];

    public Stock(string folder)
        : this(FSDirectory.Open(folder))
    {
    }

    public Stock(Directory directory)
    {
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new LeapSimilarity() };
    }

    public string Name => "Lucene.Net";

    public IndexReader Reader => reader;

    public float[] Search(string kind, string text, string? group, bool withScores)
    {
        var hits = searcher.Search(Query(kind, text), group is null ? null : Filter(group), 10).ScoreDocs;
        return withScores ? [.. hits.Select(h => h.Score)] : [];
    }

    public void Dispose() => reader.Dispose();

    private Filter Filter(string group)
    {
        if (!filters.TryGetValue(group, out var filter))
        {
            filters[group] = filter = BitSetFilter.Of(searcher, new TermQuery(new Term(SearchIndex.GroupField, group)), CancellationToken.None);
        }

        return filter;
    }

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
