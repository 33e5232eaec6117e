using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace LeapSearch.Service.Errors;

/// <summary>Writes a <c>google.rpc.Status</c> as a JSON answer, in the same shape as JSON transcoding does.</summary>
internal static class JsonStatus
{
    /// <summary>The types that may stand in a status's details.</summary>
    public static TypeRegistry Types { get; } = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(Types));

    /// <summary>Writes the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">What to tell.</param>
    /// <param name="httpStatus">The HTTP status; null for the code's own.</param>
    public static Task WriteAsync(HttpContext context, RpcStatus status, int? httpStatus = null)
    {
        context.Response.StatusCode = httpStatus ?? HttpStatus((StatusCode)status.Code);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Formatter.Format(status), Encoding.UTF8, context.RequestAborted);
    }

    /// <summary>The HTTP status that google/rpc/code.proto gives for a code.</summary>
    private static int HttpStatus(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange => StatusCodes.Status400BadRequest,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
