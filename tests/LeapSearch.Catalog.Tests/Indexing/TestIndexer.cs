using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Schema;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using Document = LeapSearch.V1.Document;
using DocumentType = LeapSearch.V1.DocumentType;

namespace LeapSearch.Catalog.Tests.Indexing;

/// <summary>
/// A small schema, so that the life of an index is tested apart from the real one: key, body, words of title and name, and for a film
/// the names of those directors who were indexed before it.
/// </summary>
internal sealed class TestIndexer : IDocumentIndexer
{
    private IndexReader? reader;

    public Analyzer Analyzer { get; } = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);

    public Similarity Similarity { get; } = new BM25Similarity();

    /// <summary>The types of the batches begun, in order.</summary>
    public List<DocumentType?> Batches { get; } = [];

    /// <summary>An id on which indexing throws.</summary>
    public string? Refuses { get; init; }

    public void Warm(IndexSearcher searcher)
    {
    }

    public void BeginBatch(IndexReader reader, DocumentType? type)
    {
        this.reader = reader;
        lock (Batches)
        {
            Batches.Add(type);
        }
    }

    public void Index(IndexWriter writer, Document document, byte[] body, bool replaces)
    {
        var key = DocumentKey.Of(document);
        if (key.Id == Refuses)
        {
            throw new InvalidOperationException("refused");
        }

        var fields = new Lucene.Net.Documents.Document
        {
            new StringField(IndexFields.Key, key.ToString(), Field.Store.NO),
            new SortedDocValuesField(IndexFields.Key, new BytesRef(key.ToString())),
            new StoredField(IndexFields.Body, body),
            new TextField("words", document.Film?.Title ?? document.Person?.Name ?? document.Article.Title, Field.Store.NO),
        };
        foreach (var director in document.Film?.Directors.Select(d => d.PersonId) ?? [])
        {
            if (reader!.DocFreq(new Term(IndexFields.Key, new DocumentKey(DocumentType.Person, director).ToString())) > 0)
            {
                fields.Add(new StringField("director", director, Field.Store.NO));
            }
        }

        if (replaces)
        {
            writer.UpdateDocument(new Term(IndexFields.Key, key.ToString()), fields);
        }
        else
        {
            writer.AddDocument(fields);
        }
    }

    public void Delete(IndexWriter writer, DocumentKey key) => writer.DeleteDocuments(new Term(IndexFields.Key, key.ToString()));
}
