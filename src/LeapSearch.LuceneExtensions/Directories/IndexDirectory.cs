using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>Opens the Lucene directory in which a LeapSearch index lies.</summary>
public static class IndexDirectory
{
    /// <summary>Opens a folder, creating it where there is none.</summary>
    /// <param name="path">The folder of the index.</param>
    /// <exception cref="IOException">The folder cannot be created or read.</exception>
    public static Directory Open(string path) => new NIOFSDirectory(path, NoLockFactory.GetNoLockFactory());
}
