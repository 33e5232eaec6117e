using Lucene.Net.Index;

namespace LeapSearch.Catalog.Indexing;

/// <summary>
/// Merges in the background and tells of errors. The stock scheduler throws them on its own thread, where nobody sees them and merging
/// ends for good.
/// </summary>
internal sealed class WatchedMergeScheduler(Action<Exception> failed) : ConcurrentMergeScheduler
{
    /// <inheritdoc/>
    protected override void HandleMergeException(Exception exc) => failed(exc);
}
