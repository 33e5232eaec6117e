using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using Lucene.Net.Index;
using Lucene.Net.Queries.Mlt;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// Lucene's MoreLikeThis (Lucene.Net.Queries) over a film's people, tags and synopsis: of each the eight best terms by tf-idf, 24 in all
/// where its own default is 25, as one Boolean query with tf-idf scores.
/// Its thresholds on frequency are off, since people and tags stand once in a film; with them it finds nothing.
/// </summary>
internal sealed class MoreLikeThisPeer
{
    private static readonly string[] Fields = [IndexFields.Film.People, IndexFields.Film.Tags, IndexFields.Film.Text];

    private readonly IndexReader reader;
    private readonly IndexSearcher searcher;
    private readonly MoreLikeThis likeness;

    public MoreLikeThisPeer(IndexReader reader)
    {
        this.reader = reader;
        searcher = new IndexSearcher(reader) { Similarity = new DefaultSimilarity() };
        likeness = new MoreLikeThis(reader) { Analyzer = new TextAnalyzer(), MinTermFreq = 1, MinDocFreq = 2, MaxQueryTerms = 8, FieldNames = Fields };
    }

    /// <summary>The most alike, best first, without the film itself.</summary>
    public int[] Find(int document, int count) => [.. Scored(document, count).Select(d => d.Doc)];

    /// <summary>The same with scores, the best counting 10.</summary>
    public ScoreDoc[] Scored(int document, int count)
    {
        var film = SnapshotReader.Read(reader, document).Film;
        string[] texts =
        [
            string.Join(' ', film.Directors.Concat(film.Cast).Select(c => c.Name)), string.Join(' ', film.Genres.Concat(film.Keywords)), film.Synopsis,
        ];
        var query = new BooleanQuery();
        for (var i = 0; i < Fields.Length; i++)
        {
            query.Add(likeness.Like(new StringReader(texts[i]), Fields[i]), Occur.SHOULD);
        }

        var found = searcher.Search(query, count + 1).ScoreDocs.Where(d => d.Doc != document).Take(count).ToArray();
        foreach (var one in found.Reverse())
        {
            one.Score *= 10 / found[0].Score;
        }

        return found;
    }
}
