using System.Reflection;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using LeapSearch.Catalog.Editors;
using LeapSearch.Catalog.Generations;
using LeapSearch.Catalog.Queries;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Explaining;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Catalog.Schema;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.Catalog.Writes;
using LeapSearch.Contracts;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.Store;
using LeapSearch.V1;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Catalog;

/// <summary>The catalogue on a data folder, in process: <see cref="ILeapSearch"/> without a wire.</summary>
public sealed class LeapCatalog : ILeapSearch
{
    private readonly CatalogHost host;
    private readonly ISearchEngine engine;
    private readonly SearchHandler search;
    private readonly ExplainHandler explain;
    private readonly SuggestHandler suggest;
    private readonly LookupHandler lookup;
    private readonly RelatedHandler related;

    private LeapCatalog(CatalogHost host, ISearchEngine engine)
    {
        this.host = host;
        this.engine = engine;
        var logger = host.Options.Logging.CreateLogger<LeapCatalog>();
        var editors = new SearchEditors(host.Options.DataDir, host.Options.Time, logger);
        search = new SearchHandler(engine, host.Options.Time, editors);
        explain = new ExplainHandler(search, engine);
        suggest = new SuggestHandler(engine, host.Options.Time, editors);
        lookup = new LookupHandler(host.Options.Time);
        related = new RelatedHandler(
            host.Options.Time,
            new EditorFile<EditorChoices>(
                Path.Combine(host.Options.DataDir, EditorChoices.FileName), EditorChoices.Read, EditorChoices.None, host.Options.Time, logger));
    }

    /// <summary>Whether searches are answered now; the same state as in <see cref="GetStatusAsync"/>.</summary>
    public IndexState State => host.State;

    /// <summary>
    /// Opens a data folder, creating it when it is not there. An index that is missing, damaged or of another schema is rebuilt from
    /// the store in the background; searches are UNAVAILABLE meanwhile.
    /// </summary>
    /// <exception cref="LeapSearchException">
    /// FAILED_PRECONDITION when another process holds the folder, or its store cannot be read; INVALID_ARGUMENT for an unknown scorer.
    /// </exception>
    public static async Task<LeapCatalog> OpenAsync(CatalogOptions options, CancellationToken cancellationToken = default)
    {
        var engine = SearchEngines.Named(options.Scorer, options.Logging);
        var host = await CatalogHost.OpenAsync(options, () => new CatalogIndexer(Warm), cancellationToken).ConfigureAwait(false);
        return new LeapCatalog(host, engine);

        void Warm(IndexSearcher searcher) => engine.Warm(searcher, IndexFields.Key, Ranking.Popularity);
    }

    /// <inheritdoc/>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        if (request.MinSequence < 0)
        {
            throw LeapSearchException.InvalidArgument("min_sequence", $"min_sequence is {request.MinSequence}; give the sequence that a write answered, or 0.");
        }

        await host.WaitForSequenceAsync(request.MinSequence, cancellationToken).ConfigureAwait(false);
        return Answer(s => search.Search(s, request, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default)
        => Completed(s => suggest.Suggest(s, request, cancellationToken));

    /// <inheritdoc/>
    public Task<Film> GetFilmAsync(GetFilmRequest request, CancellationToken cancellationToken = default)
        => Completed(s => lookup.Film(s, request.FilmId));

    /// <inheritdoc/>
    public Task<Person> GetPersonAsync(GetPersonRequest request, CancellationToken cancellationToken = default)
        => Completed(s => lookup.Person(s, request.PersonId));

    /// <inheritdoc/>
    public Task<Article> GetArticleAsync(GetArticleRequest request, CancellationToken cancellationToken = default)
        => Completed(s => lookup.Article(s, request.ArticleId));

    /// <inheritdoc/>
    public Task<RelatedFilmsResponse> RelatedFilmsAsync(RelatedFilmsRequest request, CancellationToken cancellationToken = default)
        => Completed(s => related.RelatedFilms(s, request, cancellationToken));

    /// <inheritdoc/>
    public Task<RelatedArticlesResponse> RelatedArticlesAsync(RelatedArticlesRequest request, CancellationToken cancellationToken = default)
        => Completed(s => related.RelatedArticles(s, request, cancellationToken));

    /// <inheritdoc/>
    public Task<RelatedPeopleResponse> RelatedPeopleAsync(RelatedPeopleRequest request, CancellationToken cancellationToken = default)
        => Completed(s => related.RelatedPeople(s, request, cancellationToken));

    /// <inheritdoc/>
    public Task<BatchRelatedFilmsResponse> BatchRelatedFilmsAsync(BatchRelatedFilmsRequest request, CancellationToken cancellationToken = default)
        => Completed(s => related.BatchRelatedFilms(s, request, cancellationToken));

    /// <inheritdoc/>
    public async Task<WriteDocumentsResponse> WriteDocumentsAsync(WriteDocumentsRequest request, CancellationToken cancellationToken = default)
    {
        WriteRules.Check(request);
        DocumentChange[] changes =
        [
            .. request.Documents.Select(d => (Key: DocumentKey.Of(d), Body: d.ToByteArray())).Select(d => new DocumentChange((int)d.Key.Type, d.Key.Id, d.Body)),
            .. request.Deletes.Select(d => new DocumentChange((int)d.Type, d.Id, null)),
        ];
        return new WriteDocumentsResponse { Sequence = await host.WriteAsync(changes, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReindexResponse> ReindexAsync(IAsyncEnumerable<ReindexRequest> requests, CancellationToken cancellationToken = default)
        => host.ReindexAsync(Checked(requests, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<GetStatusResponse> GetStatusAsync(GetStatusRequest request, CancellationToken cancellationToken = default)
    {
        var status = host.Status();
        status.Version = typeof(LeapCatalog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        status.Scorer = engine.Name;
        return Task.FromResult(status);
    }

    /// <inheritdoc/>
    public async Task<RollbackResponse> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken = default)
        => new RollbackResponse { Generation = await host.RollbackAsync(request.Generation, cancellationToken).ConfigureAwait(false) };

    /// <inheritdoc/>
    public IAsyncEnumerable<ExportResponse> ExportAsync(ExportRequest request, CancellationToken cancellationToken = default)
        => Exporter.RunAsync(host, request.Types_, cancellationToken);

    /// <summary>Answers a search and tells what was done for it: the plan of each round of the ladder, and what looking for each tier took.</summary>
    /// <exception cref="LeapSearchException">As for <see cref="SearchAsync"/>.</exception>
    public Task<TracedSearch> TraceAsync(SearchRequest request, CancellationToken cancellationToken = default)
        => Completed(s =>
        {
            var trace = new SearchTrace();
            var response = search.Search(s, request, cancellationToken, trace);
            return new TracedSearch(response, new TraceReport(s.Searcher.IndexReader, cancellationToken).Of(request.Query, trace));
        });

    /// <summary>Tells where a document stands in the answer to a search, and why.</summary>
    /// <param name="request">The search; page and facets do not matter.</param>
    /// <param name="type">The document's type.</param>
    /// <param name="id">The document's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LeapSearchException">NOT_FOUND: there is no such document; INVALID_ARGUMENT: as for the search.</exception>
    public Task<SearchExplanation> ExplainAsync(SearchRequest request, DocumentType type, string id, CancellationToken cancellationToken = default)
        => Completed(s => explain.Explain(s, request, new DocumentKey(type, id), cancellationToken));

    /// <summary>Reads every byte of the live generation's store and index; what is wrong, one line each, empty when nothing is.</summary>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken = default) => host.VerifyAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static async IAsyncEnumerable<ReindexRequest> Checked(
        IAsyncEnumerable<ReindexRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (request.Batch is { } batch)
            {
                WriteRules.Documents(batch.Documents, "batch.documents", seen: null);
            }

            yield return request;
        }
    }

    /// <summary>Answers from one snapshot.</summary>
    private TResponse Answer<TResponse>(Func<Snapshot, TResponse> answer)
    {
        using var lease = host.Acquire();
        return answer(lease.Snapshot);
    }

    /// <summary>The same as a task that is done: a search is work of this thread, not waiting; its errors are the task's.</summary>
    private Task<TResponse> Completed<TResponse>(Func<Snapshot, TResponse> answer)
    {
        try
        {
            return Task.FromResult(Answer(answer));
        }
        catch (OperationCanceledException e)
        {
            return Task.FromCanceled<TResponse>(e.CancellationToken.IsCancellationRequested ? e.CancellationToken : new CancellationToken(canceled: true));
        }
        catch (Exception e)
        {
            return Task.FromException<TResponse>(e);
        }
    }
}
