namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>
/// How a document may match, best first: first by how much of the query matched, then how. The search entry compares these numbers
/// before any score.
/// </summary>
internal enum Tier
{
    /// <summary>The editors pinned it to the query.</summary>
    Pinned,

    /// <summary>The query is the display or original title or name, another order of a name, or a lexicon spelling of one.</summary>
    Exact,

    /// <summary>The query is another title or name, or a spelling of a title in another script.</summary>
    ExactAlias,

    /// <summary>Of articles alone: it is linked to a film of that title, whatever other headlines begin so.</summary>
    ArticleOf,

    /// <summary>A title or name starts with the query.</summary>
    Prefix,

    /// <summary>A headline starts with the query; or another title or name does.</summary>
    AliasPrefix,

    /// <summary>All words are properties of films, and the film has them.</summary>
    Properties,

    /// <summary>Without the editors' stop words the query is a whole title or name.</summary>
    Telling,

    /// <summary>All words stand in one title or name, or near one another in titles, names, credits and properties.</summary>
    Words,

    /// <summary>The one word is still being typed.</summary>
    WordsPrefix,

    /// <summary>Among films and people: the article is linked to a film of that title.</summary>
    ArticleAmongOthers,

    /// <summary>The characters of the query are read as a title or name that is known in letters only.</summary>
    Reading,

    /// <summary>The query is a whole title or name but for a slip.</summary>
    WholeTypo,

    /// <summary>
    /// All words stand in titles, names and credits, or of up to three also in properties, but not together in those of a film or person: a slip of one name is
    /// likelier than words of three.
    /// </summary>
    Scattered,

    /// <summary>Four or more words stand in a row in running text, as they seldom do by chance.</summary>
    InARow,

    /// <summary>Four or more words stand in titles, names, credits and properties.</summary>
    ScatteredProperties,

    /// <summary>The same, with the last of several words still being typed.</summary>
    ScatteredPrefix,

    /// <summary>All words stand in the document, some in running text.</summary>
    Text,

    /// <summary>With what the editors say that its words stand for, the query is a whole title or name.</summary>
    SynonymWhole,

    /// <summary>All words, or what the editors say that they stand for, stand in titles, names, credits and properties.</summary>
    Synonym,

    /// <summary>The same, some in running text.</summary>
    SynonymText,

    /// <summary>All words match titles and names, some with a slip mended.</summary>
    Typo,

    /// <summary>It sounds like the query.</summary>
    Sound,

    /// <summary>Not all words match.</summary>
    Partial,

    /// <summary>The same, with what the editors say that the others stand for.</summary>
    PartialSynonym,

    /// <summary>The second round: the query is a whole title or name but for a slip, also in the first letter.</summary>
    HardWholeTypo,

    /// <summary>The second round: one edit in short words and in first letters.</summary>
    HardTypo,
}
