using LeapSearch.Catalog.Schema;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>Says of an index field, in words, where in a document that is.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        [IndexFields.Type] = "as its type",
        [IndexFields.ExternalId] = "as an id or address",
        [IndexFields.Film.Key] = "as a title",
        [IndexFields.Film.Alias] = "as another title",
        [IndexFields.Film.Title] = "in the title",
        [IndexFields.Film.Other] = "in other titles",
        [IndexFields.Film.Spelling] = "as a title in another script or spelling",
        [IndexFields.Film.Sound] = "as what a title sounds like",
        [IndexFields.Film.Typed] = "as a title half typed or by its first letters",
        [IndexFields.Film.People] = "among its people",
        [IndexFields.Film.Tags] = "among genres, keywords, characters and countries",
        [IndexFields.Film.Text] = "in the synopsis",
        [IndexFields.Film.Year] = "as its year",
        [IndexFields.Film.YearNear] = "as the year before or after",
        [IndexFields.Person.Key] = "as a name",
        [IndexFields.Person.Turned] = "as a name in another order",
        [IndexFields.Person.Alias] = "as another name",
        [IndexFields.Person.Name] = "in the name",
        [IndexFields.Person.Other] = "in other names",
        [IndexFields.Person.Spelling] = "as a name in another script or spelling",
        [IndexFields.Person.Sound] = "as what a name sounds like",
        [IndexFields.Person.Typed] = "as a name half typed or by its first letters",
        [IndexFields.Person.Tags] = "among professions",
        [IndexFields.Person.Text] = "in the biography",
        [IndexFields.Article.Key] = "as a headline",
        [IndexFields.Article.Title] = "in the headline",
        [IndexFields.Article.Tags] = "among categories, tags and authors",
        [IndexFields.Article.Text] = "in the text",
    };

    public static string Of(string field) => Words.GetValueOrDefault(field, $"as its {field}");

    /// <summary>Whether documents of a type, by its name, may have the field.</summary>
    public static bool IsOf(string field, string type) => !field.Contains('.') || field.StartsWith(type + ".", StringComparison.Ordinal);
}
