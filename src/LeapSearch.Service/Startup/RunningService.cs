using LeapSearch.Catalog;
using LeapSearch.Contracts;
using LeapSearch.Import;
using LeapSearch.Service.Options;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LeapSearch.Service.Startup;

/// <summary>Opens the catalogue once the service listens.</summary>
/// <param name="grpcAddress">Where gRPC really listens.</param>
/// <param name="cancellationToken">Cancelled when the service is told to stop.</param>
internal delegate Task<OpenCatalog> CatalogOpener(string grpcAddress, CancellationToken cancellationToken);

/// <summary>The service as a whole: created, started, stopped, in a program and in tests alike.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ServiceOptions options;
    private readonly CatalogOpener? opener;
    private readonly CatalogHost catalog;
    private readonly ILogger<RunningService> log;

    private RunningService(WebApplication app, ServiceOptions options, CatalogOpener? opener)
    {
        this.app = app;
        this.options = options;
        this.opener = opener;
        catalog = app.Services.GetRequiredService<CatalogHost>();
        log = app.Services.GetRequiredService<ILogger<RunningService>>();
    }

    /// <summary>Where gRPC listens, once started.</summary>
    public string GrpcAddress { get; private set; } = "";

    /// <summary>Where the page, gRPC-Web and JSON listen, once started.</summary>
    public string HttpAddress { get; private set; } = "";

    /// <summary>The service from a command line.</summary>
    /// <exception cref="UsageException">An option is wrong.</exception>
    public static RunningService Create(string[] args, CatalogOpener? opener = null, Action<WebApplicationBuilder>? configure = null)
    {
        // The program's folder, not the caller's: appsettings.json and the page lie beside the program.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var options = ServiceOptionsReader.Read(
            args, builder.Configuration.GetSection(ServiceOptionsReader.Section), Environment.GetEnvironmentVariable);
        ServiceSetup.AddLogging(builder.Logging, options);
        configure?.Invoke(builder);
        return new RunningService(ServiceSetup.Build(builder, options), options, opener);
    }

    /// <summary>Listens, opens the catalogue, fills an empty one with the sample, and answers.</summary>
    /// <exception cref="StartException">A port is in use, the data folder is held or unreadable, the sample is broken.</exception>
    public async Task StartAsync()
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new StartException($"cannot listen: {error.Message.TrimEnd('.')}; stop what uses it, or choose --grpc-url and --http-url", error);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new StartException($"cannot listen on {options.GrpcUrl} and {options.HttpUrl}: {error.Message}", error);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        GrpcAddress = addresses[0];
        HttpAddress = addresses[^1];
        try
        {
            await OpenAsync(app.Lifetime.ApplicationStopping);
        }
        catch (Exception error) when (error is LeapSearchException or ImportException or IOException or UnauthorizedAccessException)
        {
            await StopAsync();
            throw new StartException(error.Message, error);
        }
        catch (Exception error)
        {
            await StopAsync();
            if (error is OperationCanceledException)
            {
                throw;
            }

            log.LogCritical(error, "The catalogue could not be opened");
            throw new StartException("the catalogue could not be opened; the log tells more", error);
        }
    }

    /// <summary>Waits until the service is told to stop, then lets open calls finish.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <summary>Stops: streams end UNAVAILABLE at once, unary calls finish within the shutdown timeout.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <summary>Stops and closes the catalogue.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await catalog.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var home = Folders.Home(app.Environment.ContentRootPath);
        var dataDir = Path.GetFullPath(options.DataDir ?? Folders.DataDir(home));
        catalog.Attach(opener is null ? await OpenFolderAsync(dataDir, cancellationToken) : await opener(GrpcAddress, cancellationToken));
        await SampleCatalog.FillAsync(catalog.Opened, Folders.Catalog(home), log, cancellationToken);
        catalog.MarkReady();
        log.LogInformation(
            "Serving {DataDir}: gRPC on {GrpcAddress}; page, gRPC-Web and JSON on {HttpAddress}", dataDir, GrpcAddress, HttpAddress);
    }

    private async Task<OpenCatalog> OpenFolderAsync(string dataDir, CancellationToken cancellationToken)
    {
        var catalogOptions = new CatalogOptions
        {
            DataDir = dataDir,
            GrpcAddress = GrpcAddress,
            Logging = app.Services.GetRequiredService<ILoggerFactory>(),
        };
        var leap = await LeapCatalog.OpenAsync(options.Scorer is { } scorer ? catalogOptions with { Scorer = scorer } : catalogOptions, cancellationToken);
        return new OpenCatalog(leap, () => leap.State);
    }
}
