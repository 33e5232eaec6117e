using System.Runtime.CompilerServices;
using Google.Protobuf;
using LeapSearch.Contracts;
using LeapSearch.V1;

namespace LeapSearch.Cli.Tests.Harness;

/// <summary>A catalogue that answers what a test gave it and remembers what it was asked.</summary>
internal sealed class FakeLeapSearch : ILeapSearch
{
    private readonly Dictionary<Type, object> answers = [];

    public List<IMessage> Requests { get; } = [];

    /// <summary>How it was reached, each time.</summary>
    public List<string> Opened { get; } = [];

    public List<ReindexResponse> Reports { get; } = [];

    public FakeLeapSearch Answering<T>(T answer)
        where T : notnull
    {
        answers[typeof(T)] = answer;
        return this;
    }

    public FakeLeapSearch Failing(LeapSearchException error)
    {
        answers[typeof(LeapSearchException)] = error;
        return this;
    }

    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) => Answer<SearchResponse>(request);

    public Task<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default) => Answer<SuggestResponse>(request);

    public Task<Film> GetFilmAsync(GetFilmRequest request, CancellationToken cancellationToken = default) => Answer<Film>(request);

    public Task<Person> GetPersonAsync(GetPersonRequest request, CancellationToken cancellationToken = default) => Answer<Person>(request);

    public Task<Article> GetArticleAsync(GetArticleRequest request, CancellationToken cancellationToken = default) => Answer<Article>(request);

    public Task<RelatedFilmsResponse> RelatedFilmsAsync(RelatedFilmsRequest request, CancellationToken cancellationToken = default) => Answer<RelatedFilmsResponse>(request);

    public Task<RelatedArticlesResponse> RelatedArticlesAsync(RelatedArticlesRequest request, CancellationToken cancellationToken = default) => Answer<RelatedArticlesResponse>(request);

    public Task<RelatedPeopleResponse> RelatedPeopleAsync(RelatedPeopleRequest request, CancellationToken cancellationToken = default) => Answer<RelatedPeopleResponse>(request);

    public Task<BatchRelatedFilmsResponse> BatchRelatedFilmsAsync(BatchRelatedFilmsRequest request, CancellationToken cancellationToken = default) => Answer<BatchRelatedFilmsResponse>(request);

    public Task<WriteDocumentsResponse> WriteDocumentsAsync(WriteDocumentsRequest request, CancellationToken cancellationToken = default) => Answer<WriteDocumentsResponse>(request);

    public async IAsyncEnumerable<ReindexResponse> ReindexAsync(
        IAsyncEnumerable<ReindexRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var request in requests.WithCancellation(cancellationToken))
        {
            Requests.Add(request);
        }

        foreach (var report in Reports)
        {
            yield return report;
        }
    }

    public Task<GetStatusResponse> GetStatusAsync(GetStatusRequest request, CancellationToken cancellationToken = default) => Answer<GetStatusResponse>(request);

    public Task<RollbackResponse> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken = default) => Answer<RollbackResponse>(request);

    public async IAsyncEnumerable<ExportResponse> ExportAsync(ExportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return await Answer<ExportResponse>(request);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Answer<T>(IMessage request)
    {
        Requests.Add(request);
        return answers.TryGetValue(typeof(LeapSearchException), out var error) ? Task.FromException<T>((Exception)error) : Task.FromResult((T)answers[typeof(T)]);
    }
}
