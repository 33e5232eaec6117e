using System.Text;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Snapshots;
using Lucene.Net.Util;
using Document = LeapSearch.V1.Document;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>Reads what the index holds of the graph's items.</summary>
internal static class IndexValues
{
    /// <summary>The document of an item.</summary>
    public static Document Document(Snapshot snapshot, ItemRef item)
        => SnapshotReader.Read(snapshot.Searcher.IndexReader, snapshot.Graph.DocumentOf(item));

    /// <summary>The id of a film.</summary>
    public static string Id(Snapshot snapshot, ItemRef film)
    {
        var reader = new RelatedReader(Value(snapshot, film));
        reader.Byte();
        reader.Byte();
        reader.Varint();
        reader.Float();
        return Encoding.UTF8.GetString(reader.Text());
    }

    /// <summary>The value (<see cref="RelatedFormat"/>) of an item.</summary>
    public static ReadOnlySpan<byte> Value(Snapshot snapshot, ItemRef item)
    {
        var value = new BytesRef();
        var leaf = snapshot.Searcher.IndexReader.Leaves[item.Leaf].AtomicReader;
        leaf.GetBinaryDocValues(RelatedFormat.Field).Get(snapshot.Graph.Leaves[item.Leaf].Part.Documents[item.Item], value);
        return value.Bytes.AsSpan(value.Offset, value.Length);
    }
}
