namespace LeapSearch.Service.Calls;

/// <summary>Ends open streams before the server closes its connections.</summary>
/// <remarks>
/// The server closes a connection as soon as its last stream is done, and may do so before that stream's status has left: in a loop of
/// such stops every sixth caller saw a torn connection instead of UNAVAILABLE. So streams are ended first, and the connections are
/// left a moment to carry the statuses away.
/// </remarks>
internal sealed class StreamDrain(TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource draining = new();
    private int open;

    /// <summary>Cancelled when streams have to end.</summary>
    public CancellationToken Draining => draining.Token;

    /// <summary>Counts a stream in.</summary>
    public void Enter() => Interlocked.Increment(ref open);

    /// <summary>Counts a stream out.</summary>
    public void Leave() => Interlocked.Decrement(ref open);

    /// <summary>Runs before anything of the host is stopped.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var any = Volatile.Read(ref open) > 0;
        await draining.CancelAsync();
        var start = time.GetTimestamp();
        while (Volatile.Read(ref open) > 0 && time.GetElapsedTime(start) < Longest)
        {
            await Task.Delay(Poll, time, CancellationToken.None);
        }

        if (any)
        {
            await Task.Delay(Flush, time, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => draining.Dispose();

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
