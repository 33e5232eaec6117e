using LeapSearch.Catalog.Queries.Answers;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;
using Lucene.Net.Util;
using Document = LeapSearch.V1.Document;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>Reads what the index holds of the graph's items.</summary>
internal static class IndexValues
{
    /// <summary>The document of an item.</summary>
    public static Document Document(Snapshot snapshot, ItemRef item)
        => SnapshotReader.Read(snapshot.Searcher.IndexReader, snapshot.Graph.DocumentOf(item));

    /// <summary>The film of an item in view BASIC.</summary>
    public static Film Card(Snapshot snapshot, ItemRef item)
        => FilmCard.Parse(SnapshotReader.Body(snapshot.Searcher.IndexReader, snapshot.Graph.DocumentOf(item)));

    /// <summary>The value (<see cref="RelatedFormat"/>) of an item.</summary>
    public static ReadOnlyMemory<byte> Value(Snapshot snapshot, ItemRef item)
    {
        var value = new BytesRef();
        var leaf = snapshot.Searcher.IndexReader.Leaves[item.Leaf].AtomicReader;
        leaf.GetBinaryDocValues(RelatedFormat.Field).Get(snapshot.Graph.Leaves[item.Leaf].Part.Documents[item.Item], value);
        return value.Bytes.AsMemory(value.Offset, value.Length);
    }
}
