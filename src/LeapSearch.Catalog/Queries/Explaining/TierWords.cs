using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>Says what the documents of a tier have in common with the query.</summary>
internal static class TierWords
{
    public static ExplainedTier Of(int tier, MatchKind kind) => new(tier, kind switch
    {
        MatchKind.Browse => "everything, by popularity and then the newest first, since nothing was asked",
        MatchKind.Id => "it has the id",
        _ => Name((Tier)tier),
    });

    private static string Name(Tier tier) => tier switch
    {
        Tier.Pinned => "the editors pinned it to this query",
        Tier.Exact => "it is the whole title or name",
        Tier.ExactAlias => "it is another whole title or name",
        Tier.ArticleOf or Tier.ArticleAmongOthers => "it is linked to a film of that title",
        Tier.Prefix => "a title or name starts so",
        Tier.AliasPrefix => "another title or name, or a headline, starts so",
        Tier.Properties => "all words are properties that it has",
        Tier.Telling => "without the editors' stop words it is the whole title or name",
        Tier.Words => "all words stand in one title or name, or together in titles, names and properties",
        Tier.WordsPrefix => "the word is begun in titles, names or properties",
        Tier.Reading => "its title or name is known in letters that the characters are read as",
        Tier.WholeTypo => "it is a whole title or name but for a slip",
        Tier.Scattered => "all words stand in titles and names, and if they are few in properties, not together",
        Tier.InARow => "the words stand in a row in running text",
        Tier.ScatteredProperties => "all words stand in titles, names and properties, not together",
        Tier.ScatteredPrefix => "all words stand in titles, names and properties, not together and the last one begun",
        Tier.Text => "all words stand in it, some in running text",
        Tier.SynonymWhole => "by the editors' synonyms it is the whole title or name",
        Tier.Synonym => "all words, or the editors' synonyms of them, stand in titles, names and properties",
        Tier.SynonymText => "all words, or the editors' synonyms of them, stand in it, some in running text",
        Tier.Typo => "all words stand in titles and names, some with a slip mended",
        Tier.Sound => "it sounds so",
        Tier.Partial => "some of the words stand in it",
        Tier.PartialSynonym => "some of the words, or the editors' synonyms of them, stand in it",
        Tier.HardWholeTypo => "it is a whole title or name but for a slip, perhaps in a short word or the first letter",
        Tier.HardTypo => "all words stand in titles and names, with slips in short words or first letters mended",
        _ => tier.ToString(),
    };
}
