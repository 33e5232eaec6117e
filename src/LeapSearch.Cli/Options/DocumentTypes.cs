using LeapSearch.V1;

namespace LeapSearch.Cli.Options;

/// <summary>The types as they are written on a command line.</summary>
internal static class DocumentTypes
{
    public static string[] Names { get; } = ["film", "person", "article"];

    public static DocumentType Parse(string name) => name switch
    {
        "film" => DocumentType.Film,
        "person" => DocumentType.Person,
        "article" => DocumentType.Article,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No type of documents."),
    };

    public static string Name(DocumentType type) => type.ToString().ToLowerInvariant();

    /// <summary>The type's name in the plural.</summary>
    public static string Plural(DocumentType type) => type switch
    {
        DocumentType.Film => "films",
        DocumentType.Person => "people",
        DocumentType.Article => "articles",
        _ => "others",
    };
}
