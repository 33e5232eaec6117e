using System.Net;
using LeapSearch.Service.Calls;
using LeapSearch.Service.Errors;
using LeapSearch.Service.Handlers;
using LeapSearch.Service.Health;
using LeapSearch.Service.Json;
using LeapSearch.Service.Options;
using LeapSearch.Service.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LeapSearch.Service.Startup;

/// <summary>Puts the web application together: ports and limits, services, the order of the pipeline.</summary>
internal static class ServiceSetup
{
    /// <summary>The largest gRPC message, before and after decompression; also the largest JSON body.</summary>
    public const int MaxMessageBytes = 4 * 1024 * 1024;

    /// <summary>Builds the application, not yet started.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, ServiceOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        AddServices(builder.Services, options);

        var app = builder.Build();
        app.UseResponseCompression();
        app.UsePage();
        app.UseRouting();
        app.UseCors();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<MalformedMessages>();
        app.UseMiddleware<JsonRequestCheck>();
        app.MapGrpcService<SearchHandler>();
        app.MapGrpcService<RecommendationHandler>();
        app.MapGrpcService<IndexHandler>();
        app.MapGrpcService<CatalogHealth>();
        if (options.Reflection ?? app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService();
        }

        app.MapJsonFallback();
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, ServiceOptions options)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = options.MaxConnections;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MaxRequestHeadersTotalSize = 16 * 1024;

        // A query of 4,096 bytes has up to 12,288 once percent-encoded.
        limits.MaxRequestLineSize = 16 * 1024;

        // Above the message limit, which answers RESOURCE_EXHAUSTED; this one would break the call off as UNKNOWN.
        limits.MaxRequestBodySize = 2 * MaxMessageBytes;

        // Finds callers that vanished without closing; their streams end and their work with them.
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);

        Listen(kestrel, options.GrpcUrl, HttpProtocols.Http2);
        Listen(kestrel, options.HttpUrl, HttpProtocols.Http1);
    }

    // Without TLS there is no negotiation of HTTP/2, so each protocol has its port.
    private static void Listen(KestrelServerOptions kestrel, Uri url, HttpProtocols protocols)
    {
        if (url.Host == "localhost" && url.Port != 0)
        {
            kestrel.ListenLocalhost(url.Port, listen => listen.Protocols = protocols);
            return;
        }

        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.Host.Trim('[', ']'));
        kestrel.Listen(address, url.Port, listen => listen.Protocols = protocols);
    }

    private static void AddServices(IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CatalogHost>();
        services.AddSingleton<StreamDrain>();
        services.AddHostedService(provider => provider.GetRequiredService<StreamDrain>());
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = MaxMessageBytes;
            grpc.Interceptors.Add<CallInterceptor>();
        }).AddJsonTranscoding();
        services.AddJsonSettings();
        services.AddGrpcReflection();
        services.AddPageCompression();
        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
        {
            if (options.AllowedOrigins.Count > 0)
            {
                // A trailers-only answer of gRPC-Web has its status in the headers.
                policy.WithOrigins([.. options.AllowedOrigins]).AllowAnyHeader().WithMethods("GET", "POST")
                    .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin");
            }
        }));
    }

    /// <summary>Log lines on the console, as text or as JSON objects.</summary>
    public static void AddLogging(ILoggingBuilder logging, ServiceOptions options)
    {
        logging.ClearProviders();

        // Told elsewhere: a failed start in one line by the program, unreadable messages to their sender.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
        if (options.JsonLog)
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            });
        }
    }
}
