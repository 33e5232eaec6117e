using Grpc.Net.Client;
using LeapSearch.Client.Calls;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Client;

/// <summary>
/// LeapSearch over gRPC: what other services use. Thread-safe; make one and keep it, as it holds the connections.
/// </summary>
/// <remarks>
/// Every failed call is a <see cref="LeapSearchException"/> with the service's code, reason, field and retry hint; a cancelled one
/// is an <see cref="OperationCanceledException"/>.
/// </remarks>
/// <example>
/// <code>
/// await using var leap = new LeapSearchClient("http://127.0.0.1:5081");
/// var answer = await leap.SearchAsync(new SearchRequest { Query = "gong li", PageSize = 5 });
/// </code>
/// </example>
public sealed class LeapSearchClient : ILeapSearch
{
    private readonly LeapSearchClientOptions options;
    private readonly GrpcChannel channel;
    private readonly SearchService.SearchServiceClient search;
    private readonly RecommendationService.RecommendationServiceClient recommendations;
    private readonly IndexService.IndexServiceClient index;

    /// <summary>A client of one service.</summary>
    /// <param name="address"><c>http://host:port</c>.</param>
    public LeapSearchClient(string address)
        : this(new LeapSearchClientOptions { Addresses = [new Uri(address)] })
    {
    }

    /// <summary>A client with all its options.</summary>
    /// <exception cref="ArgumentException">There is no address, or an option is out of range.</exception>
    public LeapSearchClient(LeapSearchClientOptions options)
    {
        this.options = options;
        channel = Channels.Open(options);
        search = new SearchService.SearchServiceClient(channel);
        recommendations = new RecommendationService.RecommendationServiceClient(channel);
        index = new IndexService.IndexServiceClient(channel);
    }

    /// <inheritdoc/>
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(search.SearchAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(search.SuggestAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<Film> GetFilmAsync(GetFilmRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(search.GetFilmAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<Person> GetPersonAsync(GetPersonRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(search.GetPersonAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<Article> GetArticleAsync(GetArticleRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(search.GetArticleAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<RelatedFilmsResponse> RelatedFilmsAsync(RelatedFilmsRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(recommendations.RelatedFilmsAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<RelatedArticlesResponse> RelatedArticlesAsync(RelatedArticlesRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(recommendations.RelatedArticlesAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<RelatedPeopleResponse> RelatedPeopleAsync(RelatedPeopleRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(recommendations.RelatedPeopleAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<BatchRelatedFilmsResponse> BatchRelatedFilmsAsync(BatchRelatedFilmsRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(recommendations.BatchRelatedFilmsAsync, request, options.ReadDeadline, cancellationToken);

    /// <summary>
    /// Writes and deletes documents; completes when all are durable. More than the service takes at once (1,000 documents or 4 MiB)
    /// goes in several batches, in the request's order: when one fails, those before it stay written, and the batch that failed is
    /// not. The answer is the last batch's.
    /// </summary>
    public async Task<WriteDocumentsResponse> WriteDocumentsAsync(WriteDocumentsRequest request, CancellationToken cancellationToken = default)
    {
        var written = new WriteDocumentsResponse();
        foreach (var batch in Batches.Split(request))
        {
            written = await UnaryCall.RunAsync(index.WriteDocumentsAsync, batch, options.WriteDeadline, cancellationToken).ConfigureAwait(false);
        }

        return written;
    }

    /// <summary>
    /// Streams the documents of a new generation to the service and its progress back. Messages above the service's limits are
    /// split. No deadline but the token's: a reindex takes as long as its sources.
    /// </summary>
    public IAsyncEnumerable<ReindexResponse> ReindexAsync(IAsyncEnumerable<ReindexRequest> requests, CancellationToken cancellationToken = default)
        => ReindexCall.RunAsync(index, requests, cancellationToken);

    /// <inheritdoc/>
    public Task<GetStatusResponse> GetStatusAsync(GetStatusRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(index.GetStatusAsync, request, options.ReadDeadline, cancellationToken);

    /// <inheritdoc/>
    public Task<RollbackResponse> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken = default)
        => UnaryCall.RunAsync(index.RollbackAsync, request, options.WriteDeadline, cancellationToken);

    /// <summary>Streams every document of the live generation. No deadline but the token's.</summary>
    public IAsyncEnumerable<ExportResponse> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default)
        => ExportCall.RunAsync(index, request, cancellationToken);

    /// <summary>Closes the connections; calls under way end.</summary>
    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return ValueTask.CompletedTask;
    }
}
