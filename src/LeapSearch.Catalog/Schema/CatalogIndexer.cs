using LeapSearch.Analysis;
using LeapSearch.Catalog.Indexing;
using LeapSearch.Catalog.Linking;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Document = LeapSearch.V1.Document;
using DocumentType = LeapSearch.V1.DocumentType;

namespace LeapSearch.Catalog.Schema;

/// <summary>Indexes documents as <see cref="DocumentMapper"/> maps them; credits are resolved against what is indexed before.</summary>
/// <param name="warm">Touches what searches need of a snapshot, before it is published; null for nothing.</param>
internal sealed class CatalogIndexer(Action<IndexSearcher>? warm = null) : IDocumentIndexer
{
    private IPersonDirectory _people = NoPeople.Instance;
    private readonly List<DocumentKey> _open = [];
    private ArticleLinker? _linker;
    private CreditResolver? _resolver;
    private bool _hasFilms;

    /// <inheritdoc/>
    public void Warm(IndexSearcher searcher) => warm?.Invoke(searcher);

    /// <inheritdoc/>
    public Analyzer Analyzer { get; } = new TextAnalyzer();

    /// <inheritdoc/>
    public Similarity Similarity { get; } = new LeapSimilarity();

    /// <inheritdoc/>
    public void BeginBatch(IndexReader reader, DocumentType? type)
    {
        _people = new IndexPersonDirectory(reader);
        _linker = new ArticleLinker(reader, _people);
        _resolver = new CreditResolver(reader);
        _hasFilms = type != DocumentType.Film;
    }

    /// <inheritdoc/>
    public void Index(IndexWriter writer, Document document, byte[] body, bool replaces)
    {
        var mapped = DocumentMapper.Map(Linked(document), body, _people);
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
    public IReadOnlyList<DocumentKey> TakeOpen()
    {
        DocumentKey[] open = [.. _open];
        _open.Clear();
        return open;
    }

    /// <inheritdoc/>
    public void Delete(IndexWriter writer, DocumentKey key) => writer.DeleteDocuments(KeyTerm(key));

    /// <inheritdoc/>
    public IReadOnlyCollection<DocumentKey> Dependents(IndexReader reader, IReadOnlyCollection<DocumentKey> changed)
        => DependentDocuments.Of(reader, changed);

    /// <summary>The document with the ids of those that it names: what is stored stays as it was written.</summary>
    private Document Linked(Document document)
    {
        if (document.Article is { } article && _linker is not null)
        {
            return new Document { Article = _linker.Link(article) };
        }

        if (document.Film is not { } film || _resolver is null)
        {
            return document;
        }

        var resolved = _resolver.Resolve(film, _hasFilms, out var isOpen);
        if (isOpen)
        {
            _open.Add(DocumentKey.Of(document));
        }

        return ReferenceEquals(resolved, film) ? document : new Document { Film = resolved };
    }

    private static Term KeyTerm(DocumentKey key) => new(IndexFields.Key, key.ToString());
}
