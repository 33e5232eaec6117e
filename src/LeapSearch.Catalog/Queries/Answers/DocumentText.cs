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

/// <summary>Lists the texts of a document, most telling first; HTML as its text. Read as far as they are wanted: the last are long.</summary>
internal static class DocumentText
{
    public static IEnumerable<TextValue> Of(Document document) => (document.DocumentCase switch
    {
        Document.DocumentOneofCase.Film => Of(document.Film),
        Document.DocumentOneofCase.Person => Of(document.Person),
        Document.DocumentOneofCase.Article => Of(document.Article),
        _ => [],
    }).Where(v => v.Value.Length > 0);

    private static IEnumerable<TextValue> Of(Film film)
    {
        yield return new("title", film.Title, TextKind.Title);
        yield return new("original_title", film.OriginalTitle, TextKind.Title);
        foreach (var title in film.AlternativeTitles)
        {
            yield return new("alternative_titles", title, TextKind.OtherTitle);
        }

        foreach (var title in film.LocalizedTitles)
        {
            yield return new("localized_titles", title.Text, TextKind.OtherTitle);
        }

        foreach (var (field, credits) in new[] { ("directors", film.Directors), ("cast", film.Cast), ("writers", film.Writers), ("subjects", film.Subjects) })
        {
            foreach (var credit in credits)
            {
                yield return new(field, credit.Name, TextKind.Property);
            }
        }

        foreach (var credit in film.Cast)
        {
            yield return new("cast.character", credit.Character, TextKind.Property);
        }

        foreach (var genre in film.Genres)
        {
            yield return new("genres", genre, TextKind.Property);
        }

        foreach (var keyword in film.Keywords)
        {
            yield return new("keywords", keyword, TextKind.Property);
        }

        yield return new("synopsis", film.Synopsis, TextKind.Running);
    }

    private static IEnumerable<TextValue> Of(Person person)
    {
        yield return new("name", person.Name, TextKind.Title);
        yield return new("original_name", person.OriginalName, TextKind.Title);
        foreach (var name in person.AlternativeNames)
        {
            yield return new("alternative_names", name, TextKind.OtherTitle);
        }

        foreach (var profession in person.Professions)
        {
            yield return new("professions", profession, TextKind.Property);
        }

        yield return new("biography", person.Biography, TextKind.Running);
    }

    private static IEnumerable<TextValue> Of(Article article)
    {
        yield return new("title", article.Title, TextKind.Title);
        foreach (var category in article.Categories)
        {
            yield return new("categories", category, TextKind.Property);
        }

        foreach (var tag in article.Tags)
        {
            yield return new("tags", tag, TextKind.Property);
        }

        foreach (var author in article.Authors)
        {
            yield return new("authors", author.Name, TextKind.Property);
        }

        yield return new("excerpt", Html.ToText(article.Excerpt), TextKind.Running);
        yield return new("body", Html.ToText(article.Body), TextKind.Running);
    }
}
