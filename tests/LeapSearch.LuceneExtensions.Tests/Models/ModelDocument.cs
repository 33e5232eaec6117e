namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>A document of the tests: words by field, and the values that filter, rank and count.</summary>
internal sealed record ModelDocument(
    string Key,
    IReadOnlyDictionary<string, string[]> Words,
    long? Year,
    float? Popularity,
    string[] Tags,
    string? Title)
{
    public const string KeyField = "_key";
    public const string YearField = "year";
    public const string PopularityField = "popularity";
    public const string TagField = "tag";
    public const string TitleField = "title_sort";

    /// <summary>Fields with text; the last has no norms.</summary>
    public static readonly string[] TextFields = ["title", "people", "plot", "flat"];

    public string[] In(string field) => Words.GetValueOrDefault(field, []);
}
