using Grpc.Core;

namespace LeapSearch.Service.Errors;

/// <summary>
/// Answers INVALID_ARGUMENT to a unary message that cannot be read. The framework parses such messages before any interceptor and
/// answers UNKNOWN, as for an exception of a handler. Every exception of our handlers is mapped by the interceptor, so that an UNKNOWN
/// which gets here is always an unreadable message.
/// </summary>
internal sealed class MalformedMessages(RequestDelegate next)
{
    private const string Unknown = "2";

    /// <summary>Passes the request on and looks at the status of a trailers-only answer.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var headers = context.Response.Headers;
        if (!context.Response.HasStarted && headers["grpc-status"] == Unknown)
        {
            var status = StatusMapper.Malformed();
            headers["grpc-status"] = ((int)StatusCode.InvalidArgument).ToString(System.Globalization.CultureInfo.InvariantCulture);
            headers["grpc-message"] = status.Message;
            headers["grpc-status-details-bin"] = StatusMapper.ToHeader(status);
        }
    }
}
