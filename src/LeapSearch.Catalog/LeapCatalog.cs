using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Catalog;

/// <summary>The catalogue on a data folder, in process: <see cref="ILeapSearch"/> without a wire.</summary>
public sealed class LeapCatalog : ILeapSearch
{
    private LeapCatalog()
    {
    }

    /// <summary>
    /// Opens a data folder, creating it when it is not there. An index that is missing, damaged or of another schema is rebuilt from
    /// the store in the background; searches are UNAVAILABLE meanwhile.
    /// </summary>
    /// <exception cref="LeapSearchException">
    /// FAILED_PRECONDITION when another process holds the folder, or its store cannot be read.
    /// </exception>
    public static Task<LeapCatalog> OpenAsync(CatalogOptions options, CancellationToken cancellationToken = default)
        => throw new NotImplementedException(options.DataDir);

    /// <summary>Whether searches are answered now; the same state as in <see cref="GetStatusAsync"/>.</summary>
    public IndexState State => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<Film> GetFilmAsync(GetFilmRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<Person> GetPersonAsync(GetPersonRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<Article> GetArticleAsync(GetArticleRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<RelatedFilmsResponse> RelatedFilmsAsync(RelatedFilmsRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<RelatedArticlesResponse> RelatedArticlesAsync(RelatedArticlesRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<RelatedPeopleResponse> RelatedPeopleAsync(RelatedPeopleRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<BatchRelatedFilmsResponse> BatchRelatedFilmsAsync(BatchRelatedFilmsRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<WriteDocumentsResponse> WriteDocumentsAsync(WriteDocumentsRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public IAsyncEnumerable<ReindexResponse> ReindexAsync(IAsyncEnumerable<ReindexRequest> requests, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<GetStatusResponse> GetStatusAsync(GetStatusRequest request, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
