namespace LeapSearch.Testing;

/// <summary>How much a test run does: <c>LEAP_TIER</c> is unset (within 3 minutes in all), <c>ci</c> or <c>release</c>.</summary>
public static class TestTier
{
    public static string Name { get; } = Environment.GetEnvironmentVariable("LEAP_TIER") is { Length: > 0 } tier ? tier : "quick";

    /// <summary>Picks a count by tier.</summary>
    public static int Pick(int quick, int ci, int release) => Name switch
    {
        "quick" => quick,
        "ci" => ci,
        "release" => release,
        _ => throw new InvalidOperationException($"LEAP_TIER is '{Name}'; use ci or release, or leave it unset."),
    };
}
