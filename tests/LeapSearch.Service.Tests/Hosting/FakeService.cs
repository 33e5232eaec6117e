using Grpc.Net.Client;
using LeapSearch.Service.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeapSearch.Service.Tests.Hosting;

/// <summary>The real service on real sockets, on free ports, over a <see cref="FakeCatalog"/>.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly RunningService service;
    private readonly Lazy<GrpcChannel> channel;

    private FakeService(RunningService service, FakeCatalog catalog, LogLines log)
    {
        this.service = service;
        Catalog = catalog;
        Log = log;
        channel = new(() => GrpcChannel.ForAddress(service.GrpcAddress));
        Http = new HttpClient { BaseAddress = new Uri(service.HttpAddress) };
    }

    public FakeCatalog Catalog { get; }

    public LogLines Log { get; }

    public HttpClient Http { get; }

    public GrpcChannel Channel => channel.Value;

    public string GrpcAddress => service.GrpcAddress;

    public string HttpAddress => service.HttpAddress;

    public static async Task<FakeService> StartAsync(params string[] args)
    {
        var catalog = new FakeCatalog();
        var log = new LogLines();
        var service = RunningService.Create(
            ["--grpc-url", "http://127.0.0.1:0", "--http-url", "http://127.0.0.1:0", .. args],
            (_, _) => Task.FromResult(new OpenCatalog(catalog, () => catalog.State)),
            builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        await service.StartAsync();
        return new FakeService(service, catalog, log);
    }

    public Task StopAsync() => service.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (channel.IsValueCreated)
        {
            Channel.Dispose();
        }

        await service.DisposeAsync();
    }
}
