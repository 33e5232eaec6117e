using Lucene.Net.Index;

namespace LeapSearch.Catalog.Related;

/// <summary>Who and what ties films together, as integers in arrays; published with each searcher as one snapshot.</summary>
internal sealed class FilmGraph
{
    /// <summary>The graph of what the reader sees; what did not change since <paramref name="previous"/> may be taken over.</summary>
    public static FilmGraph Build(IndexReader reader, FilmGraph? previous) => previous ?? new FilmGraph();
}
