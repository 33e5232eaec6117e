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

    /// <summary>The folder of the sample catalogue, there or not.</summary>
    public static string Catalog(string home) => Path.Combine(home, Sample);

    /// <summary>Whether the folder has files of a sample catalogue.</summary>
    public static bool HasSample(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.jsonl*").Any();
}
