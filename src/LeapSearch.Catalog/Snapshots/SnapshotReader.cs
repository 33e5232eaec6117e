using LeapSearch.Catalog.Schema;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Document = LeapSearch.V1.Document;

namespace LeapSearch.Catalog.Snapshots;

/// <summary>Reads whole documents out of a snapshot.</summary>
internal static class SnapshotReader
{
    /// <summary>The document of a Lucene number.</summary>
    public static Document Read(IndexReader reader, int number)
        => Document.Parser.ParseFrom(Body(reader, number));

    /// <summary>The same as it is stored.</summary>
    public static byte[] Body(IndexReader reader, int number)
    {
        var visitor = new BodyVisitor();
        reader.Document(number, visitor);
        return visitor.Body;
    }

    /// <summary>The document of a key, or null.</summary>
    public static Document? Find(IndexReader reader, DocumentKey key)
    {
        var numbers = Numbers(reader, new Term(IndexFields.Key, key.ToString()), 1);
        return numbers.Count == 0 ? null : Read(reader, numbers[0]);
    }

    /// <summary>The terms of a field, of deleted documents too until they are merged away.</summary>
    public static List<string> Terms(IndexReader reader, string field)
    {
        var found = new List<string>();
        var terms = MultiFields.GetTerms(reader, field)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            found.Add(terms.Term.Utf8ToString());
        }

        return found;
    }

    /// <summary>The numbers of the live documents that hold a term, at most <paramref name="most"/>.</summary>
    public static List<int> Numbers(IndexReader reader, Term term, int most)
    {
        var found = new List<int>();
        foreach (var leaf in reader.Leaves)
        {
            var docs = leaf.AtomicReader.GetTermDocsEnum(term);
            if (docs is null)
            {
                continue;
            }

            var live = leaf.AtomicReader.LiveDocs;
            while (found.Count < most && docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (live is null || live.Get(docs.DocID))
                {
                    found.Add(leaf.DocBase + docs.DocID);
                }
            }
        }

        return found;
    }

    /// <summary>Takes the document's own field, and reads no other.</summary>
    private sealed class BodyVisitor : StoredFieldVisitor
    {
        public byte[] Body { get; private set; } = [];

        public override Status NeedsField(FieldInfo fieldInfo)
            => Body.Length > 0 ? Status.STOP : fieldInfo.Name == IndexFields.Body ? Status.YES : Status.NO;

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Body = value;
    }
}
