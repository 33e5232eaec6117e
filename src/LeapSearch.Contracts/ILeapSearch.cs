using LeapSearch.V1;

namespace LeapSearch.Contracts;

/// <summary>
/// Every call of the contract over its own messages. The in-process catalogue and the gRPC client both implement it, so that the
/// command line, the tests and the evaluation run the same way on a data folder and on a service.
/// </summary>
/// <remarks>
/// Errors are <see cref="LeapSearchException"/> from either side, with the same code and fields. A cancelled call throws
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public interface ILeapSearch : IAsyncDisposable
{
    /// <summary>Searches films, people and articles together.</summary>
    Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completes what is being typed.</summary>
    Task<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default);

    /// <summary>A film by its id.</summary>
    Task<Film> GetFilmAsync(GetFilmRequest request, CancellationToken cancellationToken = default);

    /// <summary>A person by their id.</summary>
    Task<Person> GetPersonAsync(GetPersonRequest request, CancellationToken cancellationToken = default);

    /// <summary>An article by its id.</summary>
    Task<Article> GetArticleAsync(GetArticleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Films related to films, a person or an article, with reasons.</summary>
    Task<RelatedFilmsResponse> RelatedFilmsAsync(RelatedFilmsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Articles related to a film, person or article.</summary>
    Task<RelatedArticlesResponse> RelatedArticlesAsync(RelatedArticlesRequest request, CancellationToken cancellationToken = default);

    /// <summary>People who work with a person.</summary>
    Task<RelatedPeopleResponse> RelatedPeopleAsync(RelatedPeopleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Related films for up to 64 requests.</summary>
    Task<BatchRelatedFilmsResponse> BatchRelatedFilmsAsync(BatchRelatedFilmsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Writes and deletes documents; completes when they are durable.</summary>
    Task<WriteDocumentsResponse> WriteDocumentsAsync(WriteDocumentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Builds a new generation from the requests and swaps it in. The first request carries the options. The answers are progress;
    /// the last one carries the summary. Enumerating drives the work; abandoning the enumeration cancels it and leaves the live
    /// generation as it was.
    /// </summary>
    IAsyncEnumerable<ReindexResponse> ReindexAsync(IAsyncEnumerable<ReindexRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Generations, counts, sizes and health of the index.</summary>
    Task<GetStatusResponse> GetStatusAsync(GetStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Goes back to a generation that was live before; what was written since is taken along.</summary>
    Task<RollbackResponse> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken = default);

    /// <summary>Every document of the live generation, in (type, id) order. What is written meanwhile may or may not be in it.</summary>
    IAsyncEnumerable<ExportResponse> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default);
}
