namespace LeapSearch.Testing;

/// <summary>How long a test waits for what must happen before it says that it did not: long, since a busy machine may stand still for seconds, and a test that passes never waits so long.</summary>
public static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">Asked for every few milliseconds.</param>
    /// <param name="otherwise">What is said when it never holds.</param>
    /// <exception cref="TimeoutException">It did not hold within <see cref="Limit"/>.</exception>
    public static Task UntilAsync(Func<bool> condition, Func<string> otherwise)
        => UntilAsync(() => Task.FromResult(condition()), otherwise);

    /// <inheritdoc cref="UntilAsync(Func{bool}, Func{string})"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var end = Environment.TickCount64 + (long)Limit.TotalMilliseconds;
        while (!await condition())
        {
            if (Environment.TickCount64 > end)
            {
                throw new TimeoutException($"{otherwise()} after {Limit.TotalSeconds:0} s.");
            }

            await Task.Delay(10);
        }
    }
}
