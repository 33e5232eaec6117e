using Xunit;

namespace LeapSearch.Service.Tests.Hosting;

/// <summary>One running service for every test that only asks.</summary>
[CollectionDefinition(Collection)]
public sealed class SampleService : IAsyncLifetime, ICollectionFixture<SampleService>
{
    public const string Collection = "the sample service";

    /// <summary>The film that the checks ask for.</summary>
    public const string FilmId = "leap-2020";

    private FakeService? service;

    public string GrpcAddress => service!.GrpcAddress;

    public string HttpAddress => service!.HttpAddress;

    public string GrpcHostAndPort => new Uri(GrpcAddress).Authority;

    public async Task InitializeAsync() => service = await FakeService.StartAsync("--reflection", "on");

    public Task DisposeAsync() => service!.DisposeAsync().AsTask();
}
