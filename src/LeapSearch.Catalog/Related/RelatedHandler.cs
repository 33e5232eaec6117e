using Grpc.Core;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related;

/// <summary>Answers what is related; until its scoring lands, says so.</summary>
internal sealed class RelatedHandler(ISearchEngine engine, TimeProvider time)
{
    public RelatedFilmsResponse RelatedFilms(Snapshot snapshot, RelatedFilmsRequest request, CancellationToken cancellationToken) => throw NotYet();

    public RelatedArticlesResponse RelatedArticles(Snapshot snapshot, RelatedArticlesRequest request, CancellationToken cancellationToken) => throw NotYet();

    public RelatedPeopleResponse RelatedPeople(Snapshot snapshot, RelatedPeopleRequest request, CancellationToken cancellationToken) => throw NotYet();

    public BatchRelatedFilmsResponse BatchRelatedFilms(Snapshot snapshot, BatchRelatedFilmsRequest request, CancellationToken cancellationToken) => throw NotYet();

    private LeapSearchException NotYet()
        => new(StatusCode.Unimplemented, "NOT_YET", $"Related documents are not answered yet ({engine.Name}, {time.GetUtcNow():u}).");
}
