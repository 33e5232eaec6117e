using Xunit.Abstractions;

namespace LeapSearch.Testing;

/// <summary>All randomness of a test comes from one seed, which is printed: <c>LEAP_SEED=n</c> replays it.</summary>
public static class TestSeed
{
    public static Random New(ITestOutputHelper output, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LEAP_SEED"), out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"{test}: LEAP_SEED={seed}");
        return new Random(seed);
    }
}
