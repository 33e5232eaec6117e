using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>A value of a document that words may match, with the name of its field in the contract.</summary>
/// <param name="Field">The field, as in document.proto.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Kind">What sort of text it is.</param>
internal readonly record struct TextValue(string Field, string Value, TextKind Kind);

internal enum TextKind
{
    /// <summary>A display or original title or name.</summary>
    Title,

    /// <summary>Another title or name.</summary>
    OtherTitle,

    /// <summary>A credit, genre, keyword, category or tag.</summary>
    Property,

    /// <summary>Running text.</summary>
    Running,
}

/// <summary>Lists the texts of a document, most telling first; HTML as its text.</summary>
internal static class DocumentText
{
    public static IEnumerable<TextValue> Of(Document document) => (document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => Of(document.Film),
        Document.DocumentOneofCase.Person => Of(document.Person),
        Document.DocumentOneofCase.Article => Of(document.Article),
        _ => [],
    }).Where(v => v.Value.Length > 0);

    private static IEnumerable<TextValue> Of(Film film) =>
    [
        new("title", film.Title, TextKind.Title),
        new("original_title", film.OriginalTitle, TextKind.Title),
        .. film.AlternativeTitles.Select(t => new TextValue("alternative_titles", t, TextKind.OtherTitle)),
        .. film.LocalizedTitles.Select(t => new TextValue("localized_titles", t.Text, TextKind.OtherTitle)),
        .. Credits("directors", film.Directors),
        .. Credits("cast", film.Cast),
        .. Credits("writers", film.Writers),
        .. Credits("subjects", film.Subjects),
        .. film.Cast.Select(c => new TextValue("cast.character", c.Character, TextKind.Property)),
        .. film.Genres.Select(g => new TextValue("genres", g, TextKind.Property)),
        .. film.Keywords.Select(k => new TextValue("keywords", k, TextKind.Property)),
        new("synopsis", film.Synopsis, TextKind.Running),
    ];

    private static IEnumerable<TextValue> Of(Person person) =>
    [
        new("name", person.Name, TextKind.Title),
        new("original_name", person.OriginalName, TextKind.Title),
        .. person.AlternativeNames.Select(n => new TextValue("alternative_names", n, TextKind.OtherTitle)),
        .. person.Professions.Select(p => new TextValue("professions", p, TextKind.Property)),
        new("biography", person.Biography, TextKind.Running),
    ];

    private static IEnumerable<TextValue> Of(Article article) =>
    [
        new("title", article.Title, TextKind.Title),
        .. article.Categories.Select(c => new TextValue("categories", c, TextKind.Property)),
        .. article.Tags.Select(t => new TextValue("tags", t, TextKind.Property)),
        .. Credits("authors", article.Authors),
        new("excerpt", Html.ToText(article.Excerpt), TextKind.Running),
        new("body", Html.ToText(article.Body), TextKind.Running),
    ];

    private static IEnumerable<TextValue> Credits(string field, IEnumerable<Credit> credits)
        => credits.Select(c => new TextValue(field, c.Name, TextKind.Property));
}
