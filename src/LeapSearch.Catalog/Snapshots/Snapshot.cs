using System.Collections.Frozen;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Schema;
using Lucene.Net.Search;

namespace LeapSearch.Catalog.Snapshots;

/// <summary>
/// One state of the catalogue: whatever answers a call reads from the same one. Held through a lease; see
/// <c>ISnapshotSource</c>.
/// </summary>
/// <param name="Searcher">The index.</param>
/// <param name="Graph">Who and what ties films together.</param>
/// <param name="Generation">The generation's name.</param>
/// <param name="Sequence">The last change that is in it.</param>
internal sealed record Snapshot(IndexSearcher Searcher, FilmGraph Graph, string Generation, long Sequence)
{
    private readonly Lazy<FrozenSet<string>> genres = new(() => SnapshotReader.Terms(Searcher.IndexReader, FilterFields.Genre.Name).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>
    /// The genres that films have, folded. Every search asks whether its words are such, and looking for a term in all segments takes Lucene.Net
    /// tens of kilobytes and microseconds.
    /// </summary>
    public IReadOnlySet<string> Genres => genres.Value;
}
