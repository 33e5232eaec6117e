using Lucene.Net.Documents;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace LeapSearch.Catalog.Schema;

/// <summary>Makes Lucene documents of the contract's documents: what is indexed, how, and where it is stored.</summary>
internal static class DocumentMapper
{
    /// <summary>The Lucene document of a contract document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="body">Its serialized bytes.</param>
    /// <param name="people">Knows the people whom credits name.</param>
    public static LuceneDocument Map(V1.Document document, byte[] body, IPersonDirectory people)
    {
        var fields = new LuceneFields();
        var key = DocumentKey.Of(document);
        fields.Whole(IndexFields.Key, key.ToString());
        fields.Sort(IndexFields.Key, key.ToString());
        fields.Document.Add(new StoredField(IndexFields.Body, body));
        fields.Filter(FilterFields.Id, key.Id);
        fields.Filter(FilterFields.Type, TypeNames.Of(key.Type));
        switch (document.DocumentCase)
        {
            case V1.Document.DocumentOneofCase.Film:
                FilmFields.Add(document.Film, fields, people);
                break;
            case V1.Document.DocumentOneofCase.Person:
                PersonFields.Add(document.Person, fields);
                break;
            default:
                ArticleFields.Add(document.Article, fields, people);
                break;
        }

        return fields.Document;
    }
}
