using System.Collections.Frozen;

namespace LeapSearch.Catalog.Schema;

/// <summary>How a filter field's values are written and compared.</summary>
internal enum FilterKind
{
    /// <summary>Words such as genres: equal when they fold equal; indexed folded, counted as written.</summary>
    Word,

    /// <summary>Ids: equal as they stand.</summary>
    Id,

    /// <summary>Whole numbers.</summary>
    Number,

    /// <summary>Decimal numbers from 0.</summary>
    Decimal,

    /// <summary>Dates, which may be partial: 2020, 2020-09, 2020-09-25; indexed as yyyymmdd.</summary>
    Date,

    /// <summary>Points in time: RFC 3339, or a date; indexed as Unix seconds.</summary>
    Time,
}

/// <summary>A property that filters and, where it says so, facets may name.</summary>
/// <param name="Name">Its name in requests, and in the index.</param>
/// <param name="Kind">How its values compare.</param>
/// <param name="IsFacet">Whether it can be counted.</param>
internal sealed record FilterField(string Name, FilterKind Kind, bool IsFacet = false)
{
    /// <summary>The SortedSetDocValues field with the values to count.</summary>
    public string FacetField => "facet." + Name;
}

/// <summary>Every property that <c>SearchRequest.filter</c> and <c>SearchRequest.facets</c> know: their one list.</summary>
internal static class FilterFields
{
    public static readonly FilterField Type = new(IndexFields.Type, FilterKind.Word, IsFacet: true);
    public static readonly FilterField Id = new("id", FilterKind.Id);
    public static readonly FilterField Year = new("year", FilterKind.Number, IsFacet: true);
    public static readonly FilterField Decade = new("decade", FilterKind.Number, IsFacet: true);
    public static readonly FilterField ReleaseDate = new("release_date", FilterKind.Date);
    public static readonly FilterField PublishedAt = new("published_at", FilterKind.Time);
    public static readonly FilterField Runtime = new("runtime_minutes", FilterKind.Number);
    public static readonly FilterField Popularity = new("popularity", FilterKind.Decimal);
    public static readonly FilterField Genre = new("genre", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Keyword = new("keyword", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Country = new("country", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Language = new("language", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Category = new("category", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Tag = new("tag", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Profession = new("profession", FilterKind.Word, IsFacet: true);
    public static readonly FilterField Director = new("director", FilterKind.Id, IsFacet: true);
    public static readonly FilterField Cast = new("cast", FilterKind.Id, IsFacet: true);
    public static readonly FilterField Writer = new("writer", FilterKind.Id, IsFacet: true);
    public static readonly FilterField Person = new("person", FilterKind.Id, IsFacet: true);
    public static readonly FilterField Author = new("author", FilterKind.Id, IsFacet: true);
    public static readonly FilterField Film = new("film", FilterKind.Id, IsFacet: true);

    private static readonly FilterField[] All =
    [
        Type, Id, Year, Decade, ReleaseDate, PublishedAt, Runtime, Popularity, Genre, Keyword, Country, Language, Category, Tag,
        Profession, Director, Cast, Writer, Person, Author, Film,
    ];

    private static readonly FrozenDictionary<string, FilterField> ByName = All.ToFrozenDictionary(f => f.Name);

    /// <summary>The names that a request may use, in their order, for messages.</summary>
    public static string Names => string.Join(", ", All.Select(f => f.Name));

    /// <summary>The names that can be counted, in their order, for messages.</summary>
    public static string FacetNames => string.Join(", ", All.Where(f => f.IsFacet).Select(f => f.Name));

    /// <summary>The field of that name, or null.</summary>
    public static FilterField? Find(string name) => ByName.GetValueOrDefault(name);
}
