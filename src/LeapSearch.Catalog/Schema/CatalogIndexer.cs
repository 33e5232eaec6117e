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
    private IPersonDirectory people = NoPeople.Instance;
    private readonly List<DocumentKey> open = [];
    private ArticleLinker? linker;
    private CreditResolver? resolver;
    private bool hasFilms;

    /// <inheritdoc/>
    public void Warm(IndexSearcher searcher) => warm?.Invoke(searcher);

    /// <inheritdoc/>
    public Analyzer Analyzer { get; } = new TextAnalyzer();

    /// <inheritdoc/>
    public Similarity Similarity { get; } = new LeapSimilarity();

    /// <inheritdoc/>
    public void BeginBatch(IndexReader reader, DocumentType? type)
    {
        people = new IndexPersonDirectory(reader);
        linker = new ArticleLinker(reader, people);
        resolver = new CreditResolver(reader);
        hasFilms = type != DocumentType.Film;
    }

    /// <inheritdoc/>
    public void Index(IndexWriter writer, Document document, byte[] body, bool replaces)
    {
        var mapped = DocumentMapper.Map(Linked(document), body, people);
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
        DocumentKey[] open = [.. this.open];
        this.open.Clear();
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
        if (document.Article is { } article && linker is not null)
        {
            return new Document { Article = linker.Link(article) };
        }

        if (document.Film is not { } film || resolver is null)
        {
            return document;
        }

        var resolved = resolver.Resolve(film, hasFilms, out var isOpen);
        if (isOpen)
        {
            open.Add(DocumentKey.Of(document));
        }

        return ReferenceEquals(resolved, film) ? document : new Document { Film = resolved };
    }

    private static Term KeyTerm(DocumentKey key) => new(IndexFields.Key, key.ToString());
}
