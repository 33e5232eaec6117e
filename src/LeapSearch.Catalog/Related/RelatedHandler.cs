using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Queries.Paging;
using LeapSearch.Catalog.Related.Answers;
using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related;

/// <summary>Answers what is related, each call from one snapshot.</summary>
internal sealed class RelatedHandler(TimeProvider time, EditorFile<EditorChoices> editors)
{
    private const int MaxBatch = 64;

    public RelatedFilmsResponse RelatedFilms(Snapshot snapshot, RelatedFilmsRequest request, CancellationToken cancellationToken)
    {
        var query = RelatedFilmsQuery.Parse(request);
        if (query.FilmIds.Count > 0)
        {
            ItemRef[] seeds = [.. query.FilmIds.Select(id => snapshot.Graph.FindFilm(id) ?? throw LeapSearchException.NotFound("film", id))];
            return new RelatedFilmsResponse { Results = { new RelatedFilmsAnswer(snapshot, query, cancellationToken).ToFilms(seeds, editors.Current) } };
        }

        if (query.PersonId.Length > 0)
        {
            var person = FindPerson(snapshot, query.PersonId);
            return new RelatedFilmsResponse { Results = { new RelatedFilmsAnswer(snapshot, query, cancellationToken).ToPerson(person) } };
        }

        var (article, item) = FindArticle(snapshot, query.ArticleId);
        return new RelatedFilmsResponse { Results = { new RelatedFilmsAnswer(snapshot, query, cancellationToken).ToArticle(article, item) } };
    }

    public RelatedArticlesResponse RelatedArticles(Snapshot snapshot, RelatedArticlesRequest request, CancellationToken cancellationToken)
    {
        RelatedFilmsQuery.OneSeed((request.FilmId.Length > 0, "film_id"), (request.PersonId.Length > 0, "person_id"), (request.ArticleId.Length > 0, "article_id"));
        var count = PageSize.Of(request.PageSize);
        var (seed, self) = ArticleSeedOf(snapshot, request);
        return new RelatedArticlesResponse { Results = { new RelatedArticlesAnswer(snapshot, time.GetUtcNow(), cancellationToken).To(seed, self, count) } };
    }

    public RelatedPeopleResponse RelatedPeople(Snapshot snapshot, RelatedPeopleRequest request, CancellationToken cancellationToken)
    {
        var count = PageSize.Of(request.PageSize);
        var person = FindPerson(snapshot, RequestRules.RequiredId(request.PersonId, "person_id"));
        return new RelatedPeopleResponse { Results = { new RelatedPeopleAnswer(snapshot, cancellationToken).To(person.Id, count) } };
    }

    /// <summary>Each request is answered, or says why it cannot be, by itself.</summary>
    public BatchRelatedFilmsResponse BatchRelatedFilms(Snapshot snapshot, BatchRelatedFilmsRequest request, CancellationToken cancellationToken)
    {
        if (request.Requests.Count is 0 or > MaxBatch)
        {
            throw LeapSearchException.InvalidArgument("requests", $"requests has {request.Requests.Count:N0} entries; give 1 to {MaxBatch}.");
        }

        var response = new BatchRelatedFilmsResponse();
        foreach (var one in request.Requests)
        {
            var result = new BatchRelatedFilmsResult();
            try
            {
                result.Results.Add(RelatedFilms(snapshot, one, cancellationToken).Results);
            }
            catch (LeapSearchException error)
            {
                result.Error = error.Message;
            }

            response.Results.Add(result);
        }

        return response;
    }

    private (ArticleSeed Seed, ItemRef? Self) ArticleSeedOf(Snapshot snapshot, RelatedArticlesRequest request)
    {
        if (request.FilmId.Length > 0)
        {
            var film = snapshot.Graph.FindFilm(request.FilmId) ?? throw LeapSearchException.NotFound("film", request.FilmId);
            return (ArticleSeed.OfFilm(IndexValues.Document(snapshot, film).Film, People(snapshot, film)), null);
        }

        if (request.PersonId.Length > 0)
        {
            var person = FindPerson(snapshot, request.PersonId);
            var films = PersonFilms.Of(snapshot.Graph, person.Id).Select(f => IndexValues.Document(snapshot, f.Film).Film);
            return (ArticleSeed.OfPerson(person, films), null);
        }

        var (_, item) = FindArticle(snapshot, request.ArticleId);
        var ties = ArticleTies.Of(snapshot, item);
        return (
            ArticleSeed.OfArticle(
                ties,
                id => snapshot.Graph.FindFilm(id) is { } film ? IndexValues.Document(snapshot, film).Film.Title : id,
                id => Person(snapshot, id)?.Name ?? id),
            item);
    }

    private static IEnumerable<(ulong IdHash, byte Mark, ReasonItem Item)> People(Snapshot snapshot, ItemRef film)
    {
        var names = new TieNames();
        names.Add(IndexValues.Document(snapshot, film).Film, IndexValues.Value(snapshot, film));
        var part = snapshot.Graph.Leaves[film.Leaf].Part;
        for (var i = part.TieStart[film.Item]; i < part.TieStart[film.Item + 1]; i++)
        {
            var tie = part.Ties[i];
            if (part.Kinds[tie] == TieKind.Person && names.Find(part.Keys[tie]) is { } item)
            {
                yield return (TieKey.Of(TieKind.Person, part.Keys[tie]), part.Marks[i], item);
            }
        }
    }

    private static Person FindPerson(Snapshot snapshot, string id) => Person(snapshot, id) ?? throw LeapSearchException.NotFound("person", id);

    private static Person? Person(Snapshot snapshot, string id)
        => SnapshotReader.Find(snapshot.Searcher.IndexReader, new DocumentKey(DocumentType.Person, id))?.Person;

    private (Article Article, ItemRef Item) FindArticle(Snapshot snapshot, string id)
    {
        if (snapshot.Graph.FindArticle(id) is { } item && snapshot.Graph.About(item).Published <= time.GetUtcNow().ToUnixTimeSeconds())
        {
            return (IndexValues.Document(snapshot, item).Article, item);
        }

        throw LeapSearchException.NotFound("article", id);
    }
}
