using LeapSearch.Catalog.Snapshots;
using LeapSearch.Store;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Generations;

/// <summary>A generation that answers: followed by this process, or read from what another one commits.</summary>
internal interface IOpenGeneration : IAsyncDisposable
{
    GenerationFolder Folder { get; }

    IDocumentStore Store { get; }

    SnapshotSource Snapshots { get; }

    IndexState State { get; }

    /// <summary>Why it does not answer, or what was found wrong; empty when all is well.</summary>
    string Message { get; }

    /// <summary>The last change in the index's last commit; -1 while there is none.</summary>
    long CommittedSequence { get; }

    /// <summary>While the index is built: documents done, and in all.</summary>
    (long Done, long Total) Build { get; }
}
