using LeapSearch.Catalog.Schema;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Document = LeapSearch.V1.Document;
using DocumentType = LeapSearch.V1.DocumentType;

namespace LeapSearch.Catalog.Indexing;

/// <summary>
/// Makes Lucene documents of the contract's. An index has its own; all members are called from one thread, in this order:
/// <see cref="BeginBatch"/>, then any number of <see cref="Index"/> and <see cref="Delete"/>, and again from the start.
/// </summary>
internal interface IDocumentIndexer
{
    /// <summary>Analyses text at indexing.</summary>
    Analyzer Analyzer { get; }

    /// <summary>Scores, and writes lengths at indexing.</summary>
    Similarity Similarity { get; }

    /// <summary>Tells what is indexed so far, before documents that may refer to it are.</summary>
    /// <param name="reader">The index; valid until the next call.</param>
    /// <param name="type">In a full build the type that is fed next (people, then films, then articles); else null.</param>
    void BeginBatch(IndexReader reader, DocumentType? type);

    /// <summary>Indexes a document.</summary>
    /// <param name="writer">The index.</param>
    /// <param name="document">The document.</param>
    /// <param name="body">Its serialized bytes, to be stored as <see cref="IndexFields.Body"/>.</param>
    /// <param name="replaces">Whether the index may hold an earlier version, found by its <see cref="IndexFields.Key"/>.</param>
    void Index(IndexWriter writer, Document document, byte[] body, bool replaces);

    /// <summary>
    /// Documents that are to be indexed again once all are that were fed with them, since those may tell whom they name; told once.
    /// </summary>
    IReadOnlyList<DocumentKey> TakeOpen() => [];

    /// <summary>Removes a document.</summary>
    void Delete(IndexWriter writer, DocumentKey key);

    /// <summary>
    /// Documents whose entries rest on what others say of these, and so are indexed again after them: the films of a person whose
    /// name is new.
    /// </summary>
    /// <param name="reader">The index with the changes in it.</param>
    /// <param name="changed">What was just written or deleted.</param>
    IReadOnlyCollection<DocumentKey> Dependents(IndexReader reader, IReadOnlyCollection<DocumentKey> changed) => [];

    /// <summary>Touches what the first search would otherwise wait for.</summary>
    void Warm(IndexSearcher searcher);
}
