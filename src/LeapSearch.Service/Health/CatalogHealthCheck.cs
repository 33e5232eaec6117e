using LeapSearch.Service.Startup;
using LeapSearch.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeapSearch.Service.Health;

/// <summary>Whether searches are answered: the health of the whole service and of its reading services.</summary>
internal sealed class SearchHealthCheck(CatalogHost catalog) : IHealthCheck
{
    public const string Name = "search";

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(catalog.State == IndexState.Serving
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the index is {catalog.State}"));
}

/// <summary>Whether writes are acknowledged, as they are while the index is rebuilt: the health of IndexService.</summary>
internal sealed class WriteHealthCheck(CatalogHost catalog) : IHealthCheck
{
    public const string Name = "write";

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(catalog.State is IndexState.Unspecified or IndexState.Failed
            ? HealthCheckResult.Unhealthy("the catalogue is not open")
            : HealthCheckResult.Healthy());
}
