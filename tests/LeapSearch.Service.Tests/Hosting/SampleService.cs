using LeapSearch.Service.Startup;
using LeapSearch.Testing;
using Xunit;

namespace LeapSearch.Service.Tests.Hosting;

/// <summary>The service as a stranger starts it, on free ports and a new data folder: it indexes the sample catalogue and serves it.</summary>
[CollectionDefinition(Collection)]
public sealed class SampleService : IAsyncLifetime, ICollectionFixture<SampleService>
{
    public const string Collection = "the sample service";

    /// <summary>The film that the checks ask for.</summary>
    public const string FilmId = "leap-2020";

    private readonly TemporaryFolder data = new();
    private RunningService? service;

    public string GrpcAddress => service!.GrpcAddress;

    public string HttpAddress => service!.HttpAddress;

    public string GrpcHostAndPort => new Uri(GrpcAddress).Authority;

    public async Task InitializeAsync()
    {
        service = RunningService.Create(
        [
            "--grpc-url", "http://127.0.0.1:0", "--http-url", "http://127.0.0.1:0", "--data-dir", data.Path, "--reflection", "on",

            // The machine that runs the tests may be busy with others of them.
            "--read-deadline", "30",
        ]);
        await service.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await service!.DisposeAsync();
        data.Dispose();
    }
}
