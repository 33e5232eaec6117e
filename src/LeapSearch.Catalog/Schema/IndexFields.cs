namespace LeapSearch.Catalog.Schema;

/// <summary>
/// The names of the index's fields. Fields with text are named by type, so that term frequencies of films, people and articles
/// stay apart; fields that filter are shared.
/// </summary>
internal static class IndexFields
{
    /// <summary>The version of the schema; an index of another one is rebuilt from the store.</summary>
    public const int SchemaVersion = 1;

    /// <summary><see cref="DocumentKey"/>: indexed whole (the term that updates replace) and as SortedDocValues.</summary>
    public const string Key = "_key";

    /// <summary>The stored bytes of <see cref="V1.Document"/>.</summary>
    public const string Body = "_doc";

    /// <summary>"film", "person" or "article": indexed whole, and a facet.</summary>
    public const string Type = "type";

    /// <summary>NumericDocValues: the bits of a float from 0 to 1, higher is more popular.</summary>
    public const string Popularity = "popularity";
}
