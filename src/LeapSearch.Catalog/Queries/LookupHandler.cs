using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries;

/// <summary>Answers documents by their ids.</summary>
internal sealed class LookupHandler(TimeProvider time)
{
    public Film Film(Snapshot snapshot, string id)
        => Find(snapshot, DocumentType.Film, RequestRules.RequiredId(id, "film_id"))?.Film ?? throw LeapSearchException.NotFound("film", id);

    public Person Person(Snapshot snapshot, string id)
        => Find(snapshot, DocumentType.Person, RequestRules.RequiredId(id, "person_id"))?.Person ?? throw LeapSearchException.NotFound("person", id);

    public Article Article(Snapshot snapshot, string id)
    {
        var article = Find(snapshot, DocumentType.Article, RequestRules.RequiredId(id, "article_id"))?.Article;
        return article is not null && Visibility.IsPublic(article, time.GetUtcNow()) ? article : throw LeapSearchException.NotFound("article", id);
    }

    private static Document? Find(Snapshot snapshot, DocumentType type, string id)
        => SnapshotReader.Find(snapshot.Searcher.IndexReader, new DocumentKey(type, id));
}
