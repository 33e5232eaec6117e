namespace LeapSearch.Catalog.Related.Fields;

/// <summary>
/// What the graph needs of a film or article, in one binary doc value a document, so that a segment is read into the graph without its
/// stored documents.
/// <code>
/// value    = version:byte  kind:byte  (film | article)
/// film     = year:varint  popularity:float32  id:text  people  ties(genres)  ties(keywords)  ties(countries)  ties(languages)
///            ties(families)  words
/// article  = published:int64  id:text  ties(films)  ties(people)  ties(tags)  words
/// people   = count:varint  (roles:byte  index:varint  billing:byte  key:text)*
/// ties     = count:varint  text*
/// words    = count:varint  (frequency:byte  text)*
/// text     = length:varint  UTF-8
/// </code>
/// <c>index</c> is the person's place in the credit list of the lowest role. <c>published</c> is Unix seconds, or
/// <see cref="long.MinValue"/> for what is always public. Little-endian. Texts are folded as the filter fields are; people and films
/// are their ids, implied people as in <see cref="Schema.CreditKey"/>. Counts are capped so that a value stays below the 32,766 bytes
/// that Lucene's doc values hold.
/// </summary>
internal static class RelatedFormat
{
    /// <summary>The doc values field.</summary>
    public const string Field = "_related";

    public const byte Version = 1;
    public const byte FilmKind = 1;
    public const byte ArticleKind = 2;

    public const int MaxCast = 60;
    public const int MaxCrew = 12;
    public const int MaxTies = 40;
    public const int MaxFilmWords = 80;
    public const int MaxArticleWords = 120;

    /// <summary>Longer texts are cut: 300 texts of 100 bytes stay below Lucene's limit.</summary>
    public const int MaxTextBytes = 96;

    /// <summary>Bytes after which words are no longer added.</summary>
    public const int MaxBytes = 30_000;
}

/// <summary>What a person did for a film.</summary>
[Flags]
internal enum Roles : byte
{
    Director = 1,
    Cast = 2,
    Writer = 4,
    Subject = 8,
}
