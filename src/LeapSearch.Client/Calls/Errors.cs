using System.Net.Sockets;
using Google.Rpc;
using Grpc.Core;
using LeapSearch.Contracts;

namespace LeapSearch.Client.Calls;

/// <summary>A failed call's status back to the exception that it was on the other side.</summary>
internal static class Errors
{
    /// <summary>The exception to throw for a failed call.</summary>
    /// <param name="error">What the call threw.</param>
    /// <param name="cancellationToken">The caller's token: when it is cancelled, so is the call.</param>
    public static Exception From(RpcException error, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && error.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded)
        {
            return new OperationCanceledException("The call was cancelled.", error, cancellationToken);
        }

        var status = error.GetRpcStatus();
        var info = status?.GetDetail<ErrorInfo>();
        var violation = status?.GetDetail<BadRequest>()?.FieldViolations.FirstOrDefault();
        var retry = status?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();
        var code = Code(error, known: info is not null);
        return new LeapSearchException(code, info?.Reason ?? Reason(code), Message(error, known: info is not null), violation?.Field, retry, error);
    }

    // "Error connecting to subchannel." is no one's language; what the socket said is.
    private static string Message(RpcException error, bool known)
        => !known && error.StatusCode == StatusCode.Unavailable && error.Status.DebugException?.GetBaseException() is SocketException socket
            ? $"The service cannot be reached: {socket.Message}. Is it running there?"
            : error.Status.Detail;

    // A connection that dies under a call, by an unanswered ping for one, shows as INTERNAL; to the caller the service is away.
    private static StatusCode Code(RpcException error, bool known)
        => !known && error.StatusCode == StatusCode.Internal && error.Status.DebugException is IOException or HttpRequestException
            ? StatusCode.Unavailable
            : error.StatusCode;

    /// <summary>The reason of a status that carries none, as one from a proxy or from the network: the code's own name.</summary>
    private static string Reason(StatusCode code)
    {
        var name = code.ToString();
        return string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
    }
}
