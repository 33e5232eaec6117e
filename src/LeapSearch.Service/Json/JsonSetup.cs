using Grpc.Core;
using LeapSearch.Service.Errors;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace LeapSearch.Service.Json;

/// <summary>The settings of JSON over HTTP.</summary>
internal static class JsonSetup
{
    public static void AddJsonSettings(this IServiceCollection services)
        => services.Configure<GrpcJsonTranscodingOptions>(json =>
        {
            // Without the registry an error with details is a bare 500.
            json.TypeRegistry = JsonStatus.Types;

            // proto3 JSON: a number of JavaScript loses bits above 2^53.
            json.JsonSettings.WriteInt64sAsStrings = true;
            json.JsonSettings.IgnoreDefaultValues = true;
        });

    /// <summary>Answers unknown JSON paths, and known paths with the wrong verb, in the form of every other error.</summary>
    public static void MapJsonFallback(this WebApplication app)
        => app.MapFallback("/v1/{**path}", context => JsonStatus.WriteAsync(
            context,
            StatusMapper.New(StatusCode.NotFound, "NO_SUCH_ROUTE", $"There is no call at {context.Request.Method} {context.Request.Path}.")));
}
