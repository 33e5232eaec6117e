using Grpc.Core;
using LeapSearch.Service.Errors;

namespace LeapSearch.Service.Calls;

/// <summary>
/// Bounds one call: its token is cancelled when the caller goes away, when the deadline passes, or (streams only) when the service
/// ends. <see cref="Ended"/> completes at the same time, for handlers that do not heed the token at once.
/// </summary>
internal sealed class CallScope : IDisposable
{
    private static readonly object Key = new();

    private readonly CancellationTokenSource source;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> registrations = [];
    private int end;

    /// <summary>Begins the bounds of a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="longest">The longest time allowed, or null for no bound but the caller's own.</param>
    /// <param name="stopping">Cancelled when the service ends; <see cref="CancellationToken.None"/> to let the call finish.</param>
    /// <param name="time">The clock.</param>
    public CallScope(ServerCallContext context, TimeSpan? longest, CancellationToken stopping, TimeProvider time)
    {
        source = new CancellationTokenSource();
        context.UserState[Key] = this;
        if (Deadlines.Remaining(context, longest, time) is { } remaining)
        {
            registrations.Add(time.CreateTimer(_ => End(CallEnd.DeadlineExceeded), null, remaining, Timeout.InfiniteTimeSpan));
        }

        registrations.Add(context.CancellationToken.UnsafeRegister(static s => ((CallScope)s!).OnCallerToken(), this));
        registrations.Add(stopping.UnsafeRegister(static s => ((CallScope)s!).End(CallEnd.ShuttingDown), this));
        callerDeadline = context.Deadline;
        this.time = time;
    }

    private readonly DateTime callerDeadline;
    private readonly TimeProvider time;

    /// <summary>What handlers pass on.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Why the call was ended early, or <see cref="CallEnd.None"/>.</summary>
    public CallEnd Cause => (CallEnd)Volatile.Read(ref end);

    /// <summary>Completes when the call is ended early.</summary>
    public Task Ended => ended.Task;

    /// <summary>The token of the scope of a call.</summary>
    public static CancellationToken TokenOf(ServerCallContext context)
        => context.UserState.TryGetValue(Key, out var scope) ? ((CallScope)scope).Token : context.CancellationToken;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
    }

    // The framework cancels the same token when its own deadline timer fires and when the caller goes away; the clock tells which.
    private void OnCallerToken()
        => End(callerDeadline != DateTime.MaxValue && time.GetUtcNow().UtcDateTime >= callerDeadline ? CallEnd.DeadlineExceeded : CallEnd.Cancelled);

    private void End(CallEnd cause)
    {
        if (Interlocked.CompareExchange(ref end, (int)cause, (int)CallEnd.None) != (int)CallEnd.None)
        {
            return;
        }

        // The answer first: cancelling runs the handler's own continuations on this thread.
        ended.TrySetResult();
        source.Cancel();
    }
}
