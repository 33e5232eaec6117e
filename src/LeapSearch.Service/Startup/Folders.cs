namespace LeapSearch.Service.Startup;

/// <summary>Where the data lies when nobody says.</summary>
internal static class Folders
{
    private const string Sample = "index-data/catalog";
    private const string Store = "index-data/store";

    /// <summary>
    /// The folder that holds <c>index-data</c>: the nearest one upwards from the program, which in a checkout is its root; else the
    /// program's own.
    /// </summary>
    public static string Home(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Sample)) || File.Exists(Path.Combine(folder.FullName, "LeapSearch.sln")))
            {
                return folder.FullName;
            }
        }

        return contentRoot;
    }

    /// <summary>The data folder used by default.</summary>
    public static string DataDir(string home) => Path.Combine(home, Store);

    /// <summary>The files of the sample catalogue, in order of name; none where it is not there.</summary>
    public static IReadOnlyList<string> SampleFiles(string home)
    {
        var folder = Path.Combine(home, Sample);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)] : [];
    }
}
