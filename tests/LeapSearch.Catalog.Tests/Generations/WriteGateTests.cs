using LeapSearch.Catalog.Generations;
using Xunit;

namespace LeapSearch.Catalog.Tests.Generations;

public sealed class WriteGateTests
{
    [Fact]
    public async Task ClosingWaitsForThoseInsideAndHoldsThoseWhoCome()
    {
        var gate = new WriteGate();
        var inside = await gate.EnterAsync(default);
        var closing = gate.CloseAsync(default);
        Assert.False(closing.IsCompleted);
        var waiting = gate.EnterAsync(default);
        Assert.False(waiting.IsCompleted);

        inside.Dispose();
        inside.Dispose();
        await closing;
        Assert.False(waiting.IsCompleted);
        gate.Open();
        (await waiting).Dispose();
        await gate.CloseAsync(default);
        gate.Open();
    }

    [Fact]
    public async Task WaitingEndsWithTheCall()
    {
        var gate = new WriteGate();
        using var cancel = new CancellationTokenSource();
        await gate.CloseAsync(default);
        var waiting = gate.EnterAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Open();
        (await gate.EnterAsync(default)).Dispose();
    }

    [Fact]
    public async Task NobodyIsInsideWhileItIsClosed()
    {
        var gate = new WriteGate();
        var (inside, seen) = (0, 0);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var pass = await gate.EnterAsync(default);
                Interlocked.Increment(ref inside);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        })).ToArray();
        for (var i = 0; i < 200; i++)
        {
            await gate.CloseAsync(default);
            seen += Volatile.Read(ref inside);
            await Task.Yield();
            seen += Volatile.Read(ref inside);
            gate.Open();
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(0, seen);
    }
}
