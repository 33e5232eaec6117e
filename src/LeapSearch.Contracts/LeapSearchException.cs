using Grpc.Core;

namespace LeapSearch.Contracts;

/// <summary>
/// A failed call, the same on every side of the wire: a status code, a machine-readable reason, and the field at fault where one
/// is. The message says what is wrong, where, and what to do.
/// </summary>
public sealed class LeapSearchException : Exception
{
    /// <summary>The domain of <c>google.rpc.ErrorInfo</c> in every error of this service.</summary>
    public const string Domain = "leapsearch";

    /// <summary>A failed call.</summary>
    /// <param name="code">The gRPC status.</param>
    /// <param name="reason">UPPER_SNAKE_CASE, at most 63 characters; stable, for programs.</param>
    /// <param name="message">For people.</param>
    /// <param name="field">The request's field at fault, in proto spelling with indexes: <c>documents[3].film.id</c>.</param>
    /// <param name="retryAfter">When trying again may help.</param>
    /// <param name="inner">The cause.</param>
    public LeapSearchException(
        StatusCode code,
        string reason,
        string message,
        string? field = null,
        TimeSpan? retryAfter = null,
        Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Reason = reason;
        Field = field;
        RetryAfter = retryAfter;
    }

    /// <summary>The gRPC status.</summary>
    public StatusCode Code { get; }

    /// <summary>UPPER_SNAKE_CASE; stable, for programs.</summary>
    public string Reason { get; }

    /// <summary>The request's field at fault, or null.</summary>
    public string? Field { get; }

    /// <summary>When trying again may help, or null.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>A request field that is not as the contract says.</summary>
    public static LeapSearchException InvalidArgument(string field, string message)
        => new(StatusCode.InvalidArgument, "INVALID_FIELD", message, field);

    /// <summary>An id that names no document.</summary>
    public static LeapSearchException NotFound(string kind, string id)
        => new(StatusCode.NotFound, "NOT_FOUND", $"There is no {kind} with the id '{id}'.");

    /// <summary>The index does not answer yet.</summary>
    public static LeapSearchException Rebuilding(string message)
        => new(StatusCode.Unavailable, "INDEX_REBUILDING", message, retryAfter: TimeSpan.FromSeconds(1));
}
