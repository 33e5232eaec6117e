using System.Runtime.CompilerServices;
using Grpc.Core;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Service.Tests.Hosting;

/// <summary>
/// A catalogue of a few documents with no index: what the wire does can be shown without one, and calls can be made to fail, wait or
/// throw at will.
/// </summary>
internal sealed class FakeCatalog : ILeapSearch
{
    public static readonly Film Leap = new()
    {
        Id = "leap-2020", Title = "Leap", OriginalTitle = "夺冠", Year = 2020, Directors = { new Credit { PersonId = "peter-chan", Name = "Peter Chan" } },
    };

    /// <summary>Runs before each call with its request and token; may throw or wait.</summary>
    public Func<object, CancellationToken, Task>? Before { get; set; }

    public IndexState State { get; set; } = IndexState.Serving;

    public long Sequence { get; set; } = 9_007_199_254_740_993;

    public List<WriteDocumentsRequest> Writes { get; } = [];

    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        if (request.PageSize < 0)
        {
            throw LeapSearchException.InvalidArgument("page_size", "is negative");
        }

        if (System.Text.Encoding.UTF8.GetByteCount(request.Query) > 4_096)
        {
            throw LeapSearchException.InvalidArgument("query", "has more than 4,096 bytes");
        }

        return new SearchResponse
        {
            Results =
            {
                new SearchResult
                {
                    Document = new Document { Film = Leap }, Score = 1,
                    Match = new Match { Kind = MatchKind.Exact, Field = "title", Value = "Leap" },
                },
            },
            TotalSize = 9_007_199_254_740_993,
            TotalSizeIsExact = true,
        };
    }

    public async Task<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new SuggestResponse { Suggestions = { new Suggestion { Type = DocumentType.Film, Id = Leap.Id, Text = Leap.Title, Year = 2020 } } };
    }

    public async Task<Film> GetFilmAsync(GetFilmRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return request.FilmId == Leap.Id ? Leap : throw LeapSearchException.NotFound("film", request.FilmId);
    }

    public async Task<Person> GetPersonAsync(GetPersonRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new Person { Id = request.PersonId, Name = "Peter Chan" };
    }

    public async Task<Article> GetArticleAsync(GetArticleRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new Article { Id = request.ArticleId, Title = "Leap trailer" };
    }

    public async Task<RelatedFilmsResponse> RelatedFilmsAsync(RelatedFilmsRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new RelatedFilmsResponse { Results = { new RelatedFilm { Film = new Film { Id = "dearest-2014", Title = "Dearest" } } } };
    }

    public async Task<RelatedArticlesResponse> RelatedArticlesAsync(RelatedArticlesRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new RelatedArticlesResponse();
    }

    public async Task<RelatedPeopleResponse> RelatedPeopleAsync(RelatedPeopleRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new RelatedPeopleResponse();
    }

    public async Task<BatchRelatedFilmsResponse> BatchRelatedFilmsAsync(BatchRelatedFilmsRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new BatchRelatedFilmsResponse();
    }

    public async Task<WriteDocumentsResponse> WriteDocumentsAsync(WriteDocumentsRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        lock (Writes)
        {
            Writes.Add(request);
            return new WriteDocumentsResponse { Sequence = ++Sequence };
        }
    }

    public async IAsyncEnumerable<ReindexResponse> ReindexAsync(
        IAsyncEnumerable<ReindexRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var read = 0L;
        await foreach (var request in requests.WithCancellation(cancellationToken))
        {
            await RunAsync(request, cancellationToken);
            read += request.Batch?.Documents.Count ?? 0;
            yield return new ReindexResponse { Phase = ReindexPhase.Loading, DocumentsRead = read };
        }

        yield return new ReindexResponse { Phase = ReindexPhase.Done, DocumentsRead = read, Summary = new ReindexSummary { Generation = "1" } };
    }

    public async Task<GetStatusResponse> GetStatusAsync(GetStatusRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new GetStatusResponse { State = State, Generation = "1" };
    }

    public async Task<RollbackResponse> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        return new RollbackResponse { Generation = "1" };
    }

    public async IAsyncEnumerable<ExportResponse> ExportAsync(ExportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await RunAsync(request, cancellationToken);
        yield return new ExportResponse { Documents = { new Document { Film = Leap } } };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RunAsync(object request, CancellationToken cancellationToken)
    {
        if (Before is { } before)
        {
            await before(request, cancellationToken);
        }
        else if (State != IndexState.Serving)
        {
            throw new LeapSearchException(StatusCode.Unavailable, "INDEX_REBUILDING", "The index is rebuilt.", retryAfter: TimeSpan.FromSeconds(1));
        }
    }
}
