namespace LeapSearch.Client;

/// <summary>How a client calls.</summary>
public sealed record LeapSearchClientOptions
{
    /// <summary>
    /// The addresses of the service's replicas, <c>http://host:port</c>. With several, calls go round and one that is down is left
    /// out until it is back. At least one.
    /// </summary>
    public required IReadOnlyList<Uri> Addresses { get; init; }

    /// <summary>The longest a reading call may take, retries included. Above 0.</summary>
    public TimeSpan ReadDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest one written batch may take, retries included. Above 0.</summary>
    public TimeSpan WriteDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a call is tried in all, 1 to 5. Only UNAVAILABLE is tried again: the service did not take the call then. Writes
    /// replace whole documents, so that trying one twice changes nothing.
    /// </summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The wait before the second try; it doubles with each further one, with jitter.</summary>
    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a connection may be silent before it is probed, so that a vanished service is noticed.</summary>
    public TimeSpan KeepAlivePingDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a probe may stay unanswered before the connection is given up.</summary>
    public TimeSpan KeepAlivePingTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest answer taken, in bytes: a page of whole documents may be far above gRPC's default of 4 MiB.</summary>
    public int MaxReceiveBytes { get; init; } = 256 * 1024 * 1024;
}
