using LeapSearch.LuceneExtensions.Impacts;
using LeapSearch.LuceneExtensions.Native;
using LeapSearch.LuceneExtensions.SideCars;
using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace LeapSearch.LuceneExtensions.Directories;

/// <summary>The Lucene directory in which a LeapSearch index lies.</summary>
public static class IndexDirectory
{
    /// <summary>
    /// Opens a folder, creating it where there is none. Files are mapped; Sync is a checked fsync of files and folder, and the first
    /// failure makes every later one fail; the writer's lock excludes other processes and ends with its own.
    /// </summary>
    /// <param name="path">The folder of the index.</param>
    /// <exception cref="IOException">The folder cannot be created or read.</exception>
    public static Directory Open(string path)
    {
        if (!System.IO.Directory.Exists(path))
        {
            System.IO.Directory.CreateDirectory(path);
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } parent)
            {
                FileSync.Sync(parent);
            }
        }

        return new MappedDirectory(path);
    }

    /// <summary>
    /// Reads every file of a snapshot, side-cars too, once and compares its checksums. Lucene opens a damaged index without a word and answers wrongly,
    /// so this belongs after every start.
    /// </summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="more">The side-cars beside those of impacts; null for none.</param>
    /// <param name="cancellationToken">Looked at between segments.</param>
    /// <exception cref="IOException">A file is damaged; Lucene's CorruptIndexException is one.</exception>
    /// <remarks>Damage may show itself by other exceptions too: whatever it throws, the index is to be rebuilt.</remarks>
    public static void CheckIntegrity(IndexReader reader, SideCar? more, CancellationToken cancellationToken)
    {
        foreach (var leaf in reader.Leaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SegmentFooters.Check(leaf.AtomicReader);
            ImpactsSegments.CheckIntegrity(leaf.AtomicReader);
            more?.CheckIntegrity(leaf.AtomicReader);
        }
    }
}
