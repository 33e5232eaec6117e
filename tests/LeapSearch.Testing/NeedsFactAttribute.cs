using Xunit;

namespace LeapSearch.Testing;

/// <summary>
/// A fact that needs something beyond the .NET SDK. Where it is missing the test is skipped, and its line says what to install.
/// </summary>
/// <remarks>
/// A need is a program on the PATH (<c>node</c>, <c>java</c>, <c>chromium</c>), a file (with a slash), <c>data:PATH</c> for a file under
/// <see cref="SharedData"/>, <c>repo:PATH</c> for one of the checkout, or <c>tier:ci</c> / <c>tier:release</c> for tests of the heavier tiers.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] needs)
    {
        var missing = needs.Select(Needs.Missing).Where(m => m is not null).ToArray();
        if (missing.Length > 0)
        {
            Skip = string.Join("; ", missing);
        }
    }
}

/// <summary><see cref="NeedsFactAttribute"/> for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(params string[] needs)
    {
        var missing = needs.Select(Needs.Missing).Where(m => m is not null).ToArray();
        if (missing.Length > 0)
        {
            Skip = string.Join("; ", missing);
        }
    }
}

internal static class Needs
{
    public static string? Missing(string need)
    {
        if (need.StartsWith("tier:", StringComparison.Ordinal))
        {
            var tier = need["tier:".Length..];
            var runs = TestTier.Name == "release" || TestTier.Name == tier;
            return runs ? null : $"runs with LEAP_TIER={tier}";
        }

        if (need.StartsWith("data:", StringComparison.Ordinal))
        {
            var path = need["data:".Length..];
            return SharedData.Find(path) is null ? $"needs {path}: set LEAP_DATA to the folder that has it" : null;
        }

        if (need.StartsWith("repo:", StringComparison.Ordinal))
        {
            var path = need["repo:".Length..];
            return Path.Exists(Path.Combine(Repository.Root, path)) ? null : $"needs {path}: {InstallLine(path)}";
        }

        if (need.Contains('/'))
        {
            return File.Exists(need) || Directory.Exists(need) ? null : $"needs {need}: {InstallLine(need)}";
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(f => f.Length > 0 && File.Exists(Path.Combine(f, need))) ? null : $"needs {need}: {InstallLine(need)}";
    }

    private static string InstallLine(string need) => need switch
    {
        "node" or "npm" => "apt-get install nodejs npm",
        "java" or "javac" => "apt-get install openjdk-17-jdk-headless liblucene8-java",
        "chromium" => "apt-get install chromium",
        "python3" => "apt-get install python3 python3-grpcio python3-protobuf",
        "strace" => "apt-get install strace",
        _ when need.Contains("python3") => "apt-get install python3 python3-grpcio python3-protobuf",
        _ when need.Contains("lucene") => "apt-get install liblucene8-java",
        _ when need.Contains("node_modules") => "npm ci --prefix tests/clients",
        _ => "see .ci/run for how it is installed",
    };
}
