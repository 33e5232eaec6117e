using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Directories;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Indexing;

/// <summary>
/// Whether an index on disk can be trusted: of this schema, of this store's history, not ahead of the store, and every byte as it was
/// written.
/// </summary>
/// <param name="Commit">What its last commit says; null when it cannot be used.</param>
/// <param name="Reason">Why it cannot; empty when it can.</param>
internal sealed record IndexInspection(CommitData? Commit, string Reason)
{
    /// <summary>Looks at the last commit.</summary>
    /// <param name="path">The index folder.</param>
    /// <param name="epoch">The store's epoch.</param>
    /// <param name="lastSequence">The store's last change.</param>
    public static IndexInspection Of(string path, string epoch, long lastSequence)
    {
        if (!System.IO.Directory.Exists(path) || !System.IO.Directory.EnumerateFileSystemEntries(path).Any())
        {
            return new IndexInspection(null, "there is no index");
        }

        try
        {
            using var directory = IndexFiles.Open(path);
            using var reader = DirectoryReader.Open(directory);
            return Of(reader, epoch, lastSequence);
        }
        catch (Exception e)
        {
            // Lucene throws seven types on damage; whatever it is, the store has everything.
            return new IndexInspection(null, $"the index cannot be read: {e.Message}");
        }
    }

    /// <summary>Looks at an open commit.</summary>
    public static IndexInspection Of(DirectoryReader reader, string epoch, long lastSequence)
    {
        var commit = CommitData.FromUserData(reader.IndexCommit.UserData);
        if (commit is null)
        {
            return new IndexInspection(null, "the index was never finished");
        }

        if (commit.Schema != IndexFields.SchemaVersion)
        {
            return new IndexInspection(null, $"the index has schema {commit.Schema}, this program writes {IndexFields.SchemaVersion}");
        }

        if (commit.Epoch != epoch)
        {
            return new IndexInspection(null, "the index belongs to another history of the store");
        }

        if (commit.Sequence > lastSequence)
        {
            return new IndexInspection(null, $"the index is ahead of the store ({commit.Sequence} after {lastSequence})");
        }

        // Of damaged indexes that open, about one in eight answers wrongly; the checksums of all files find every one of them. Those of the graph are
        // compared when it is loaded, and a part whose file is damaged is made from its segment: no reason to build all anew.
        IndexDirectory.CheckIntegrity(reader, null, CancellationToken.None);
        foreach (var leaf in reader.Leaves)
        {
            GraphFile.SideCar.CheckThere(leaf.AtomicReader);
        }

        return new IndexInspection(commit, "");
    }
}
