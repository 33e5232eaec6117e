namespace LeapSearch.Catalog.Related.Fields;

/// <summary>What a tie is made of. A tie binds every film or article that has it; see <see cref="TieKey"/>.</summary>
internal enum TieKind : byte
{
    /// <summary>Films: a person who made the film or whom it is about.</summary>
    Person = 1,

    /// <summary>Films: a genre.</summary>
    Genre,

    /// <summary>Films: a keyword.</summary>
    Keyword,

    /// <summary>Films: a country of production.</summary>
    Country,

    /// <summary>Films: a spoken language.</summary>
    Language,

    /// <summary>Films: a word of the synopsis.</summary>
    Word,

    /// <summary>Films: a title that remakes and sequels share.</summary>
    Family,

    /// <summary>No tie, but a list of contemporaries (<c>YearLists</c>).</summary>
    YearList,

    /// <summary>Films: a country, most popular first; where to look when nothing rarer is shared.</summary>
    CountryFilms,

    /// <summary>Films: every film, most popular first; the end of the ladder.</summary>
    AllFilms,

    /// <summary>Articles: a film that it is about.</summary>
    ArticleFilm,

    /// <summary>Articles: a person whom it is about.</summary>
    ArticlePerson,

    /// <summary>Articles: a category or tag.</summary>
    ArticleTag,

    /// <summary>Articles: a word of its text.</summary>
    ArticleWord,
}
