using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>
/// A document's key in the index and the end of every tie: the type's number, a colon, the id. Example: <c>1:leap-2020</c>.
/// Ids are ASCII, so that ordinal order of keys is their byte order in Lucene.
/// </summary>
internal readonly record struct DocumentKey(DocumentType Type, string Id)
{
    /// <summary>The key of a document, whichever type it is.</summary>
    public static DocumentKey Of(Document document) => document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => new(DocumentType.Film, document.Film.Id),
        Document.DocumentOneofCase.Person => new(DocumentType.Person, document.Person.Id),
        Document.DocumentOneofCase.Article => new(DocumentType.Article, document.Article.Id),
        _ => throw new ArgumentException("The document is neither a film, nor a person, nor an article.", nameof(document)),
    };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static DocumentKey Parse(string key) => new((DocumentType)(key[0] - '0'), key[2..]);

    /// <inheritdoc/>
    public override string ToString() => $"{(int)Type}:{Id}";
}
