namespace LeapSearch.Catalog.Linking;

/// <summary>Words of an article that are some title or name of the catalogue.</summary>
/// <param name="Key">The words, folded to a key.</param>
/// <param name="Words">How many words they are; for scripts without blanks, how many characters by two.</param>
/// <param name="IsTitleCased">Whether every telling word is capitalised, or the script knows no capitals.</param>
/// <param name="IsQuoted">Whether they stand in quotes, title marks or italics by themselves.</param>
/// <param name="StartsSentence">Whether the first word is capitalised anyway.</param>
/// <param name="Year">The year that follows, as in "Leap (2020)"; 0 for none.</param>
/// <param name="MayBeFilm">Whether it is a title.</param>
/// <param name="MayBePerson">Whether it is a name.</param>
internal sealed record Mention(
    string Key, int Words, bool IsTitleCased, bool IsQuoted, bool StartsSentence, int Year, bool MayBeFilm, bool MayBePerson);
