using LeapSearch.V1;

namespace LeapSearch.Catalog.Schema;

/// <summary>The names of types in filters, facets and messages.</summary>
internal static class TypeNames
{
    public static string Of(DocumentType type) => type switch
    {
        DocumentType.Film => "film",
        DocumentType.Person => "person",
        DocumentType.Article => "article",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a document type."),
    };

    /// <summary>The type of a name; null where it is none.</summary>
    public static DocumentType? Find(string name) => name switch
    {
        "film" => DocumentType.Film,
        "person" => DocumentType.Person,
        "article" => DocumentType.Article,
        _ => null,
    };
}
