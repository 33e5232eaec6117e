using Grpc.Core;
using Grpc.Health.V1;
using LeapSearch.Service.Calls;
using LeapSearch.Service.Startup;
using LeapSearch.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace LeapSearch.Service.Health;

/// <summary><c>grpc.health.v1</c> for the whole service ("") and for each service by name, from the state of the catalogue.</summary>
/// <remarks>
/// The framework's own integration answers a watcher's first status from a look of its own and the later ones from a publisher that tells
/// what has changed since its last look, once a second. What changes between the two looks is never told: a watcher that came in between keeps the
/// wrong status. Here each watcher is told what differs from what it was told.
/// </remarks>
internal sealed class CatalogHealth(CatalogHost catalog, StreamDrain drain, TimeProvider time) : Grpc.Health.V1.Health.HealthBase
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = StatusOf(request.Service);
        return status == ServingStatus.ServiceUnknown
            ? throw new RpcException(new Status(StatusCode.NotFound, $"There is no service '{request.Service}'; leave the name out for the whole."))
            : Task.FromResult(new HealthCheckResponse { Status = status });
    }

    /// <summary>Tells the status now and, within a second, whenever it has changed; NOT_SERVING last, when the service ends.</summary>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        drain.Enter();
        try
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, drain.Draining);
            using var timer = new PeriodicTimer(Period, time);
            ServingStatus? told = null;
            do
            {
                told = await TellAsync(StatusOf(request.Service), told, responseStream);
            }
            while (await TickedAsync(timer, source.Token));

            if (!context.CancellationToken.IsCancellationRequested && told == ServingStatus.Serving)
            {
                await TellAsync(ServingStatus.NotServing, told, responseStream);
            }
        }
        finally
        {
            drain.Leave();
        }
    }

    private ServingStatus StatusOf(string service)
    {
        var state = catalog.State;
        if (service.Length == 0 || service == SearchService.Descriptor.FullName || service == RecommendationService.Descriptor.FullName)
        {
            return Serves(state == IndexState.Serving);
        }

        // Writes are acknowledged while the index is rebuilt.
        return service == IndexService.Descriptor.FullName
            ? Serves(state is not (IndexState.Unspecified or IndexState.Failed))
            : ServingStatus.ServiceUnknown;
    }

    private static ServingStatus Serves(bool yes) => yes ? ServingStatus.Serving : ServingStatus.NotServing;

    private static async Task<ServingStatus> TellAsync(ServingStatus status, ServingStatus? told, IServerStreamWriter<HealthCheckResponse> stream)
    {
        if (status != told)
        {
            await stream.WriteAsync(new HealthCheckResponse { Status = status });
        }

        return status;
    }

    private static async Task<bool> TickedAsync(PeriodicTimer timer, CancellationToken token)
    {
        try
        {
            return await timer.WaitForNextTickAsync(token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
