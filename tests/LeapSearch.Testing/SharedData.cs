namespace LeapSearch.Testing;

/// <summary>
/// Data for tests that does not ship with the project: the folder in <c>LEAP_DATA</c>, else <c>shared/data</c> beside the
/// repository. Tests that need it are skipped where it is absent.
/// </summary>
public static class SharedData
{
    /// <summary>The full path of a file of the data folder, or null where it is absent.</summary>
    public static string? Find(string relativePath)
    {
        foreach (var root in Roots())
        {
            var path = Path.Combine(root, relativePath);
            if (File.Exists(path) || Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>The full path of a file of the data folder that is known to be there.</summary>
    public static string PathOf(string relativePath)
        => Find(relativePath) ?? throw new FileNotFoundException($"{relativePath} is not in LEAP_DATA nor in shared/data beside the repository.");

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("LEAP_DATA") is { Length: > 0 } given)
        {
            yield return given;
        }

        yield return Path.Combine(Repository.Root, "..", "shared", "data");
    }
}
