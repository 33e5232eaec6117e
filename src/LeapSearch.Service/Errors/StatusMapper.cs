using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using LeapSearch.Contracts;
using RpcStatus = Google.Rpc.Status;

namespace LeapSearch.Service.Errors;

/// <summary>
/// Makes the <c>google.rpc.Status</c> of a failed call: the one place where exceptions become status codes, for gRPC, gRPC-Web and JSON
/// alike. Text of unexpected exceptions never leaves the process; a reference ties the answer to the log line.
/// </summary>
internal static class StatusMapper
{
    /// <summary>
    /// The longest message, in characters. Messages may quote what the caller sent, and they travel in headers, which clients limit
    /// to 8 or 16 KiB in all.
    /// </summary>
    private const int MaxMessage = 1_000;

    private const int MaxField = 200;

    /// <summary>The status of an error of the contract.</summary>
    public static RpcStatus From(LeapSearchException error)
    {
        var status = New(error.Code, error.Reason, error.Message);
        if (error.Field is { Length: > 0 } field)
        {
            var violation = new BadRequest.Types.FieldViolation { Field = Cut(field, MaxField), Description = status.Message, Reason = error.Reason };
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violation } }));
        }

        if (error.RetryAfter is { } after)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(after) }));
        }

        return status;
    }

    /// <summary>The status of a call that was ended early.</summary>
    public static RpcStatus From(CallEnd end) => end switch
    {
        CallEnd.Cancelled => New(StatusCode.Cancelled, "CANCELLED", "The call was cancelled."),
        CallEnd.DeadlineExceeded => New(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED", "The call was not done within its deadline."),
        CallEnd.ShuttingDown => From(new LeapSearchException(
            StatusCode.Unavailable, "SHUTTING_DOWN", "The service is shutting down.", retryAfter: TimeSpan.FromSeconds(1))),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "is not an end"),
    };

    /// <summary>The status of a message that could not be read: broken protobuf, invalid UTF-8, broken compression.</summary>
    public static RpcStatus Malformed() => New(
        StatusCode.InvalidArgument, "MALFORMED_MESSAGE", "The request is no valid message of this call: broken protobuf, text that is not UTF-8, or broken compression.");

    /// <summary>The status of an error that nobody expected.</summary>
    /// <param name="reference">Ties the answer to its log line.</param>
    public static RpcStatus Internal(string reference)
    {
        var status = New(StatusCode.Internal, "INTERNAL", $"Internal error; the service's log tells more under {reference}.");
        status.Details.Clear();
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = "INTERNAL", Domain = LeapSearchException.Domain, Metadata = { ["reference"] = reference } }));
        return status;
    }

    /// <summary>A status with its ErrorInfo.</summary>
    public static RpcStatus New(StatusCode code, string reason, string message) => new()
    {
        Code = (int)code,
        Message = Cut(message, MaxMessage),
        Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = LeapSearchException.Domain }) },
    };

    /// <summary>The status in a trailer's or header's form: unpadded base64, as the gRPC specification asks of <c>-bin</c> headers.</summary>
    public static string ToHeader(RpcStatus status) => Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Not within a surrogate pair: a lone half is no valid string of a message.
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
