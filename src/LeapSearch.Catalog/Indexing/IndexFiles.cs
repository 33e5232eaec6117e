using LeapSearch.LuceneExtensions.Directories;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.Catalog.Indexing;

/// <summary>How an index folder is opened.</summary>
internal static class IndexFiles
{
    /// <summary>Opens a folder, creating it where there is none.</summary>
    public static Directory Open(string path) => IndexDirectory.Open(path);

    /// <summary>
    /// Puts a folder that is not to be used out of the way, where it can be looked at; only the last such is kept.
    /// </summary>
    public static void MoveAside(string path)
    {
        var aside = path + ".aside";
        if (System.IO.Directory.Exists(aside))
        {
            System.IO.Directory.Delete(aside, recursive: true);
        }

        if (System.IO.Directory.Exists(path))
        {
            System.IO.Directory.Move(path, aside);
        }
    }
}
