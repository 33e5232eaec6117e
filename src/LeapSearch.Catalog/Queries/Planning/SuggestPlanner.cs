using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>Makes the branches of a suggestion: what is typed as the start of a title or name, or as words of one.</summary>
internal static class SuggestPlanner
{
    /// <summary>Slips are looked for only where fewer documents than this match without.</summary>
    private const int TypoOnlyBelow = 5;

    public static BranchList Plan(ParsedQuery query, IReadOnlyCollection<DocumentType> types)
    {
        var branches = new BranchList();
        var keys = new KeyClauses(types);
        var key = Folding.FoldKey(query.Text);
        branches.Add(Tier.Exact, MatchKind.Exact, keys.Exact(key));
        branches.Add(Tier.ExactAlias, MatchKind.ExactAlias, keys.ExactAlias(key));
        branches.Add(Tier.Prefix, MatchKind.Prefix, keys.Prefix(key));
        branches.Add(Tier.AliasPrefix, MatchKind.Prefix, keys.AliasPrefix(key));
        var readings = new ReadingClauses(query.Text, types);
        readings.AddWhole(branches);
        branches.Add(Tier.Sound, MatchKind.Sound, readings.Prefix());
        var fields = FieldGroup.For(types);
        if (query.Words.Count == 0)
        {
            return branches;
        }

        branches.Add(Tier.Words, MatchKind.Words, All(query.Words, fields.Titles, (w, last, f) => last ? WordClauses.Prefix(w, f) : WordClauses.Exact(w, f)));
        if (query.Words.Count > 1)
        {
            branches.Add(Tier.WordsPrefix, MatchKind.Words, All(query.Words, fields.Names, (w, last, f) => last ? WordClauses.Prefix(w, f) : WordClauses.Exact(w, f)));
        }

        if (query.Words.Any(w => TypoBudget.Of(w, hard: false).Count > 0))
        {
            branches.Add(
                Tier.Typo,
                MatchKind.Typo,
                All(query.Words, fields.Titles, (w, last, f) => WordClauses.Typo(w, f, isPrefix: last, hard: false)),
                TypoOnlyBelow);
        }

        return branches;
    }

    private static BooleanClause All(
        IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> fields, Func<QueryWord, bool, IReadOnlyList<WeightedField>, Clause> word)
        => new([.. words.Select((w, i) => word(w, i == words.Count - 1, fields))], [], []);
}
