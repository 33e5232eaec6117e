using LeapSearch.Analysis;
using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Linking;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Document = LeapSearch.V1.Document;
using DocumentType = LeapSearch.V1.DocumentType;

namespace LeapSearch.Catalog.Schema;

/// <summary>Indexes documents as <see cref="DocumentMapper"/> maps them; credits are resolved against what is indexed before.</summary>
internal sealed class CatalogIndexer : IDocumentIndexer
{
    private IPersonDirectory _people = NoPeople.Instance;
    private ArticleLinker? _linker;

    /// <inheritdoc/>
    public Analyzer Analyzer { get; } = new TextAnalyzer();

    /// <inheritdoc/>
    public Similarity Similarity { get; } = new LeapSimilarity();

    /// <inheritdoc/>
    public void BeginBatch(IndexReader reader, DocumentType? type)
    {
        _people = new IndexPersonDirectory(reader);
        _linker = new ArticleLinker(reader, _people);
    }

    /// <inheritdoc/>
    public void Index(IndexWriter writer, Document document, byte[] body, bool replaces)
    {
        var linked = document.Article is { } article && _linker is not null ? new Document { Article = _linker.Link(article) } : document;
        var mapped = DocumentMapper.Map(linked, body, _people);
        if (replaces)
        {
            writer.UpdateDocument(KeyTerm(DocumentKey.Of(document)), mapped, Analyzer);
        }
        else
        {
            writer.AddDocument(mapped, Analyzer);
        }
    }

    /// <inheritdoc/>
    public void Delete(IndexWriter writer, DocumentKey key) => writer.DeleteDocuments(KeyTerm(key));

    /// <inheritdoc/>
    public IReadOnlyCollection<DocumentKey> Dependents(IndexReader reader, IReadOnlyCollection<DocumentKey> changed)
        => DependentDocuments.Of(reader, changed);

    private static Term KeyTerm(DocumentKey key) => new(IndexFields.Key, key.ToString());
}
