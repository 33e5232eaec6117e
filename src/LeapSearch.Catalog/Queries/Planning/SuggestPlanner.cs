using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>Makes the branches of a suggestion: what is typed as the start of a title or name, or as words of one.</summary>
internal static class SuggestPlanner
{
    /// <summary>The shortest query of several words that is looked for as the beginning of a title with a slip in any letter, the first too.</summary>
    private const int ShortestHardKey = 7;

    /// <summary>The branches for what was typed.</summary>
    /// <param name="query">The query.</param>
    /// <param name="types">The types asked for; empty for all.</param>
    /// <param name="edited">What the editors' files make of it.</param>
    public static BranchList Plan(ParsedQuery query, IReadOnlyCollection<DocumentType> types, EditedQuery edited)
    {
        var branches = Plan(query, types);
        if (edited.Telling is { } telling)
        {
            branches.Add(Plan(telling, types), SearchPlanner.Lenient);
        }

        if (edited.Synonyms is { } synonyms)
        {
            var clauses = new SynonymClauses(synonyms, types);
            branches.Add(Tier.SynonymWhole, MatchKind.Synonym, clauses.Whole());
            branches.Add(Tier.Synonym, MatchKind.Synonym, new BooleanClause(clauses.Pieces(FieldGroup.For(types).Titles, lastIsPrefix: true), [], []));
            branches.MoveSlipsBelow(Tier.SynonymText);
        }

        return branches;
    }

    private static BranchList Plan(ParsedQuery query, IReadOnlyCollection<DocumentType> types)
    {
        // What is typed begins a title, mostly: words in the midst of another leave it open whether a slip keeps that one away.
        var branches = new BranchList { SettledBy = query.Words.Count > 1 ? Tier.AliasPrefix : TypoBudget.SettledBy(query) };
        var keys = new KeyClauses(types);
        var key = Folding.FoldKey(query.Text);
        var fields = FieldGroup.For(types);

        // Blanks that are typed are meant: "the o" begins The Other Side of the Door and is no Theo, which what begins so across words has too.
        Clause? aligned = query.Words.Count > 1 && WordClauses.Aligned(query.Words, fields.Titles) is { } words ? new ConstantClause(words, 0) : null;
        branches.Add(Tier.Exact, MatchKind.Exact, Clauses.All(keys.Exact(key), aligned, []));
        branches.Add(Tier.ExactAlias, MatchKind.ExactAlias, Clauses.All(keys.ExactAlias(key), aligned, []));
        keys.AddPrefixes(branches, key, query.Words, fields.Titles, []);
        var readings = new ReadingClauses(query.Text, types);
        readings.AddWhole(branches, isStarted: true);
        branches.Add(Tier.Sound, MatchKind.Sound, readings.Prefix());
        if (query.Words.Count == 0)
        {
            return branches;
        }

        var started = WordClauses.Started(query.Words, fields.Titles);
        branches.Add(Tier.Words, MatchKind.Words, started);
        if (query.Words.Count > 1)
        {
            branches.Add(Tier.ScatteredPrefix, MatchKind.Words, WordClauses.Started(query.Words, fields.Names));
        }

        // Of titles that begin so but for a slip those are likelier whose words do: "the christmas chronicle p" is Part Two, "deeam gi" no Dreamgirls.
        // The words without a slip tell: slips in each of them, in every field, would be the dearest part of a suggestion.
        Clause[] unslipped = query.Words.Count < 2 ? [] : [.. started.Must.Select(w => new ConstantClause(w))];
        Clause[] likely = keys.LikelyTypoPrefix(key) is { } slips ? [slips] : [];
        branches.Add(Tier.WholeTypo, MatchKind.Typo, Clauses.All(keys.TypoPrefix(key), null, [.. unslipped, .. likely]), TypoBudget.OnlyBelow);
        if (query.Words.Any(w => TypoBudget.Of(w, hard: false).Count > 0))
        {
            branches.Add(
                Tier.Typo,
                MatchKind.Typo,
                Slipped(query.Words, fields.Titles, hard: false),
                TypoBudget.OnlyBelow);
        }

        return branches;
    }

    /// <summary>The second round of slips, as in a search. Only after a plan that found nothing.</summary>
    public static BranchList PlanHardTypos(ParsedQuery query, IReadOnlyCollection<DocumentType> types)
    {
        var branches = new BranchList();
        Clause[] aligned = [];
        if (query.Words.Any(w => TypoBudget.Of(w, hard: true).Count > 0))
        {
            var words = Slipped(query.Words, FieldGroup.For(types).Titles, hard: true);
            branches.Add(Tier.HardTypo, MatchKind.Typo, words);
            aligned = [new ConstantClause(words)];
        }

        // So few letters, the first of them in doubt, begin too much.
        var key = Folding.FoldKey(query.Text);
        var whole = new KeyClauses(types).HardTypoPrefix(key, rightLetters: query.Words.Count > 1 && key.Length >= ShortestHardKey ? 0 : 1);
        branches.Add(Tier.HardWholeTypo, MatchKind.Typo, Clauses.All(whole, null, aligned));
        return branches;
    }

    private static BooleanClause Slipped(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> titles, bool hard)
        => WordClauses.All(words, (w, last) => WordClauses.Typo(w, titles, isPrefix: last, hard));
}
