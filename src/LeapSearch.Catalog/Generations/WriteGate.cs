namespace LeapSearch.Catalog.Generations;

/// <summary>
/// Lets writers through side by side, until it is closed for the moment of a swap: then those inside finish, and those who come wait.
/// </summary>
internal sealed class WriteGate
{
    private readonly Lock @lock = new();
    private int inside;
    private TaskCompletionSource? opened;
    private TaskCompletionSource? drained;

    /// <summary>Enters; dispose to leave.</summary>
    public async Task<Pass> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task opened;
            lock (@lock)
            {
                if (this.opened is null)
                {
                    inside++;
                    return new Pass(this);
                }

                opened = this.opened.Task;
            }

            await opened.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the gate and waits until nobody is inside. One caller at a time; ends with <see cref="Open"/>, whatever happened.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        Task drained;
        lock (@lock)
        {
            opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (inside == 0)
            {
                return;
            }

            this.drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            drained = this.drained.Task;
        }

        await drained.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the gate.</summary>
    public void Open()
    {
        TaskCompletionSource? opened;
        lock (@lock)
        {
            opened = this.opened;
            this.opened = null;
            drained = null;
        }

        opened?.TrySetResult();
    }

    private void Leave()
    {
        TaskCompletionSource? drained = null;
        lock (@lock)
        {
            if (--inside == 0)
            {
                drained = this.drained;
            }
        }

        drained?.TrySetResult();
    }

    /// <summary>Somebody inside.</summary>
    internal struct Pass(WriteGate gate) : IDisposable
    {
        private WriteGate? gate = gate;

        public void Dispose()
        {
            gate?.Leave();
            gate = null;
        }
    }
}
