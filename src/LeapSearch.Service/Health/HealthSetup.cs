using LeapSearch.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeapSearch.Service.Health;

/// <summary><c>grpc.health.v1</c> for the whole service ("") and for each service by name.</summary>
internal static class HealthSetup
{
    public static void AddCatalogHealth(this IServiceCollection services)
    {
        services.AddGrpcHealthChecks(options =>
        {
            options.Services.Map("", check => check.Name == SearchHealthCheck.Name);
            options.Services.Map(SearchService.Descriptor.FullName, check => check.Name == SearchHealthCheck.Name);
            options.Services.Map(RecommendationService.Descriptor.FullName, check => check.Name == SearchHealthCheck.Name);
            options.Services.Map(IndexService.Descriptor.FullName, check => check.Name == WriteHealthCheck.Name);
        })
        .AddCheck<SearchHealthCheck>(SearchHealthCheck.Name)
        .AddCheck<WriteHealthCheck>(WriteHealthCheck.Name);

        // Watchers learn of a change within a second; by default it takes half a minute.
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.Zero;
            options.Period = TimeSpan.FromSeconds(1);
        });
    }
}
