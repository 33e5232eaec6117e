using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>Makes results of hits: the document in its view, what matched, where, and what the site wrote about it.</summary>
internal sealed class ResultBuilder(Snapshot snapshot, ISearchEngine engine, ParsedQuery query, SynonymReading? synonyms, DocumentView view, DateTimeOffset now)
{
    /// <summary>Newest articles that a film or person carries.</summary>
    private const int LinkedArticles = 3;

    private readonly QueryMarks marks = new(query, synonyms);

    /// <summary>How the first result that was found with a slip reads the query; null while there is none.</summary>
    public Correction? FirstCorrection { get; private set; }

    public SearchResult Build(SearchHit hit, MatchKind kind, CancellationToken cancellationToken)
    {
        var document = SnapshotReader.Read(snapshot.Searcher.IndexReader, hit.Document);
        var marks = this.marks.For(document, kind);
        FirstCorrection ??= marks.Correction;
        var result = new SearchResult
        {
            Score = hit.Score,
            Match = marks.Matches.Find(document, kind),
            Highlights = { marks.Highlights.Of(document) },
        };
        if (document.DocumentCase != Document.DocumentOneofCase.Article)
        {
            result.Articles.AddRange(Newest(DocumentKey.Of(document), cancellationToken));
        }

        result.Document = DocumentViews.Cut(document, view);
        return result;
    }

    private IEnumerable<Article> Newest(DocumentKey about, CancellationToken cancellationToken)
    {
        var field = about.Type == DocumentType.Film ? FilterFields.Film : FilterFields.Person;
        var plan = new SearchPlan
        {
            Branches = [new SearchBranch(0, new ConstantClause(new TermClause(field.Name, about.Id)))],
            Filter = Visibility.Filter([DocumentType.Article], null, now),
            Sort = [new SortKey(IndexFields.SortDate, SortKeyKind.Long, Descending: true)],
            KeyField = IndexFields.Key,
            Count = LinkedArticles,
            CountUpTo = LinkedArticles,
        };
        return engine.Search(snapshot.Searcher, plan, cancellationToken).Hits
            .Select(h => DocumentViews.Basic(SnapshotReader.Read(snapshot.Searcher.IndexReader, h.Document).Article))
            .ToArray();
    }
}
