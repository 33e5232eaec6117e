using Grpc.Core;
using LeapSearch.Service.Errors;
using LeapSearch.Service.Startup;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http.Features;

namespace LeapSearch.Service.Json;

/// <summary>
/// Refuses what JSON transcoding passes over in silence: unknown and misspelt query parameters, maps in a query, a query beside a
/// body, and bodies above the message limit.
/// </summary>
internal sealed class JsonRequestCheck(RequestDelegate next)
{
    /// <summary>Checks the request and passes it on.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not { } call)
        {
            await next(context);
            return;
        }

        if (QueryCheck.Find(call, context.Request) is { } error)
        {
            await JsonStatus.WriteAsync(context, StatusMapper.From(error));
            return;
        }

        if (!await FitsAsync(context))
        {
            var tooLarge = StatusMapper.New(
                StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE", $"The body has more than {ServiceSetup.MaxMessageBytes:N0} bytes (4 MiB).");
            await JsonStatus.WriteAsync(context, tooLarge, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        await next(context);
    }

    /// <summary>
    /// Whether the body is within the limit, which the framework applies to gRPC messages only. A body of unknown length is read
    /// here, as transcoding reads it whole anyway.
    /// </summary>
    private static async Task<bool> FitsAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is { } length)
        {
            return length <= ServiceSetup.MaxMessageBytes;
        }

        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return true;
        }

        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > ServiceSetup.MaxMessageBytes)
            {
                return false;
            }

            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        request.Body = body;
        return true;
    }
}
