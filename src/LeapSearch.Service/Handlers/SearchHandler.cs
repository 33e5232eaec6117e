using Grpc.Core;
using LeapSearch.Service.Calls;
using LeapSearch.Service.Startup;
using LeapSearch.V1;

namespace LeapSearch.Service.Handlers;

/// <summary>SearchService on the wire; the catalogue does the work.</summary>
internal sealed class SearchHandler(CatalogHost catalog) : SearchService.SearchServiceBase
{
    /// <inheritdoc/>
    public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context)
        => catalog.Ready.SearchAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<SuggestResponse> Suggest(SuggestRequest request, ServerCallContext context)
        => catalog.Ready.SuggestAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<Film> GetFilm(GetFilmRequest request, ServerCallContext context)
        => catalog.Ready.GetFilmAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<Person> GetPerson(GetPersonRequest request, ServerCallContext context)
        => catalog.Ready.GetPersonAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<Article> GetArticle(GetArticleRequest request, ServerCallContext context)
        => catalog.Ready.GetArticleAsync(request, CallScope.TokenOf(context));
}
