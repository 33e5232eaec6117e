using Grpc.Core;
using LeapSearch.Service.Calls;
using LeapSearch.Service.Startup;
using LeapSearch.V1;

namespace LeapSearch.Service.Handlers;

/// <summary>RecommendationService on the wire; the catalogue does the work.</summary>
internal sealed class RecommendationHandler(CatalogHost catalog) : RecommendationService.RecommendationServiceBase
{
    /// <inheritdoc/>
    public override Task<RelatedFilmsResponse> RelatedFilms(RelatedFilmsRequest request, ServerCallContext context)
        => catalog.Ready.RelatedFilmsAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<RelatedArticlesResponse> RelatedArticles(RelatedArticlesRequest request, ServerCallContext context)
        => catalog.Ready.RelatedArticlesAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<RelatedPeopleResponse> RelatedPeople(RelatedPeopleRequest request, ServerCallContext context)
        => catalog.Ready.RelatedPeopleAsync(request, CallScope.TokenOf(context));

    /// <inheritdoc/>
    public override Task<BatchRelatedFilmsResponse> BatchRelatedFilms(BatchRelatedFilmsRequest request, ServerCallContext context)
        => catalog.Ready.BatchRelatedFilmsAsync(request, CallScope.TokenOf(context));
}
