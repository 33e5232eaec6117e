using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>Makes the branches of a search: every way that a document may match a query, in tiers.</summary>
internal static class SearchPlanner
{
    /// <summary>The words in a row, anywhere in a text, count this much beside the words themselves.</summary>
    private const float PhraseWeight = 2;

    /// <summary>So many words in a row are quoted: three are in many texts.</summary>
    private const int FewestInARow = 4;

    /// <summary>The branches for what was typed.</summary>
    /// <param name="query">The query.</param>
    /// <param name="types">The types asked for; empty for all.</param>
    /// <param name="reading">Its words read as properties of films, or null.</param>
    /// <param name="genres">The genres that there are, folded.</param>
    /// <param name="edited">What the editors' files make of it.</param>
    public static BranchList Plan(
        ParsedQuery query, IReadOnlyCollection<DocumentType> types, FacetReading? reading, IReadOnlySet<string> genres, EditedQuery edited)
    {
        var branches = Plan(query, types, reading);
        if (edited.Telling is { } telling)
        {
            branches.Add(Plan(telling, types, FacetReading.Read(telling.Words, genres)), Lenient);
        }

        if (edited.Synonyms is { } synonyms)
        {
            AddSynonyms(branches, query, types, genres, synonyms);
        }

        return branches;
    }

    private static BranchList Plan(ParsedQuery query, IReadOnlyCollection<DocumentType> types, FacetReading? reading)
    {
        var branches = new BranchList { SettledBy = TypoBudget.SettledBy(query) };
        if (query.IsEmpty)
        {
            branches.Add(Tier.Exact, MatchKind.Browse, new AllClause(0));
            return branches;
        }

        var fields = FieldGroup.For(types);
        if (query.IsPlain)
        {
            AddWhole(branches, query, types);
        }

        AddWords(branches, query, fields);
        if (reading is not null && query.IsPlain)
        {
            AddReading(branches, query, reading, fields);
        }

        return branches;
    }

    /// <summary>
    /// Adds the articles of films that are called as the query stands: they tell of what was asked for, and others only have its words. Among other types they stand
    /// below what has the words in its title.
    /// </summary>
    public static void AddArticlesOf(BranchList branches, ParsedQuery query, IReadOnlyCollection<DocumentType> types, IReadOnlyList<DocumentKey> films)
    {
        var linked = new ConstantClause(Clauses.Any([.. films.Select(f => new TermClause(FilterFields.Film.Name, f.Id))])!, 0);
        var fields = FieldGroup.For([DocumentType.Article]);
        var tier = types.Count == 1 ? Tier.ArticleOf : Tier.ArticleAmongOthers;
        var named = All(query, fields, f => f.Titles, (w, _, f) => WordClauses.Exact(w, f));
        branches.Add(tier, MatchKind.Words, named with { Must = [linked, .. named.Must] });
        var told = All(query, fields, f => f.Text, (w, _, f) => WordClauses.Exact(w, f));
        branches.Add(tier, MatchKind.Text, new BooleanClause([linked], [.. told.Must, .. told.Should], []));
    }

    /// <summary>Only what is called as the query stands, with or without a year behind it.</summary>
    public static BranchList PlanTitle(ParsedQuery query, IReadOnlyCollection<DocumentType> types)
    {
        var branches = new BranchList();
        var keys = new KeyClauses(types);
        var key = Folding.FoldKey(query.Text);
        branches.Add(Tier.Exact, MatchKind.Exact, keys.Exact(key));
        branches.Add(Tier.ExactAlias, MatchKind.ExactAlias, keys.ExactAlias(key));
        if (query is { IsPlain: true, Words: [.., _, { } last] } && YearReading.IsYear(last.Term))
        {
            var title = Folding.FoldKey(query.Text[..last.Start]);
            branches.Add(Tier.Exact, MatchKind.Exact, Clauses.All(Clauses.Any([keys.Exact(title), keys.ExactAlias(title)]), new TermClause(IndexFields.Film.Year, last.Term), []));
        }

        return branches;
    }

    /// <summary>The second round: one edit in words of four letters and in first letters. Only after a plan that found nothing.</summary>
    public static BranchList PlanHardTypos(ParsedQuery query, IReadOnlyCollection<DocumentType> types)
    {
        var branches = new BranchList();
        var fields = FieldGroup.For(types);
        if (query.IsPlain)
        {
            branches.Add(Tier.HardWholeTypo, MatchKind.Typo, new KeyClauses(types).HardTypo(Folding.FoldKey(query.Text), query.Words, fields.Titles));
        }

        branches.Add(Tier.HardTypo, MatchKind.Typo, All(query, fields, f => f.Names, (w, _, f) => WordClauses.Typo(w, f, isPrefix: false, hard: true)));
        return branches;
    }

    /// <summary>All words but the one left out. Only after a plan that found nothing.</summary>
    public static BranchList PlanWithout(
        ParsedQuery query, IReadOnlyList<QueryWord> remaining, IReadOnlyCollection<DocumentType> types, SynonymReading? synonyms)
    {
        var branches = new BranchList();
        var fields = FieldGroup.For(types);
        branches.Add(Tier.Partial, MatchKind.Partial, All(query with { Words = remaining }, fields, f => f.Text, (w, _, f) => WordClauses.Exact(w, f)));
        if (synonyms is not null)
        {
            branches.Add(Tier.PartialSynonym, MatchKind.Partial, With(query, fields, new SynonymClauses(synonyms, types).Pieces(fields.Text)));
        }

        return branches;
    }

    /// <summary>The query as a whole title or name, with or without a year.</summary>
    private static void AddWhole(BranchList branches, ParsedQuery query, IReadOnlyCollection<DocumentType> types)
    {
        var keys = new KeyClauses(types);
        var key = Folding.FoldKey(query.Text);
        branches.Add(Tier.Exact, MatchKind.Exact, keys.Exact(key));
        branches.Add(Tier.ExactAlias, MatchKind.ExactAlias, keys.ExactAlias(key));
        var readings = new ReadingClauses(query.Text, types);
        readings.AddWhole(branches);
        branches.Add(Tier.WholeTypo, MatchKind.Typo, keys.Typo(key), TypoBudget.OnlyBelow);
        var words = query.Words;
        var titles = FieldGroup.For(types).Titles;
        keys.AddPrefixes(branches, key, words, titles, Support(words, titles));
        for (var i = 0; i < words.Count && words.Count > 1; i++)
        {
            if (!YearReading.IsYear(words[i].Term))
            {
                continue;
            }

            var title = Folding.FoldKey(query.Text.Remove(Math.Max(words[i].Start, 0), words[i].End - words[i].Start));
            var year = new TermClause(IndexFields.Film.Year, words[i].Term);
            var near = new TermClause(IndexFields.Film.YearNear, words[i].Term);
            branches.Add(Tier.Exact, MatchKind.Exact, Clauses.All(keys.Exact(title), year, []));
            branches.Add(Tier.Exact, MatchKind.ExactAlias, Clauses.All(keys.ExactAlias(title), year, []));
            branches.Add(Tier.ExactAlias, MatchKind.Exact, Clauses.All(keys.Exact(title), near, []));
            branches.Add(Tier.Prefix, MatchKind.Prefix, Clauses.All(keys.Prefix(title), year, []));
        }
    }

    private static void AddWords(BranchList branches, ParsedQuery query, FieldGroup fields)
    {
        var words = All(query, fields, f => f.Names, (w, _, f) => WordClauses.Exact(w, f));
        var together = fields.Makers.Count > 0 ? Proximity(query.Words, fields.Makers) : [];
        if (together.Count > 0)
        {
            // In one title they belong together however far apart; that only decides, and to stand near scores.
            Clause[] inOne = [.. fields.Wholes.Select(f => new ConstantClause(WordClauses.All(query.Words, (w, _) => WordClauses.InField(w, f.Field, 1)), 0))];
            branches.Add(Tier.Words, MatchKind.Words, words with { Must = [.. words.Must, Clauses.Any([.. together, .. inOne])!] });
        }

        var several = query.Words.Count > 1;
        if (query.IsPlain && query.Words.Count >= FewestInARow)
        {
            branches.Add(Tier.Scattered, MatchKind.Words, All(query, fields, f => f.Credits, (w, _, f) => WordClauses.Exact(w, f)));
            branches.Add(Tier.InARow, MatchKind.Text, Clauses.Any(WordClauses.Phrases(query.Words, fields.Running, 0)));
            branches.Add(Tier.ScatteredProperties, MatchKind.Words, words);
        }
        else
        {
            branches.Add(several ? Tier.Scattered : Tier.Words, MatchKind.Words, words);
        }

        branches.Add(
            several ? Tier.ScatteredPrefix : Tier.WordsPrefix,
            MatchKind.Words,
            All(query, fields, f => f.Names, (w, last, f) => last ? WordClauses.Prefix(w, f) : WordClauses.Exact(w, f)));
        branches.Add(Tier.Text, MatchKind.Text, All(query, fields, f => f.Text, (w, _, f) => WordClauses.Exact(w, f)));
        if (query.Words.Any(w => TypoBudget.Of(w, hard: false).Count > 0))
        {
            branches.Add(
                Tier.Typo,
                MatchKind.Typo,
                All(query, fields, f => f.Names, (w, last, f) => WordClauses.Typo(w, f, isPrefix: last && query.Words.Count > 1, hard: false)),
                TypoBudget.OnlyBelow);
        }
    }

    /// <summary>
    /// Films with the properties that words were read as, and the other words in titles and names. Where every word is a property, such films are
    /// what is meant, before whatever has the words in its name.
    /// </summary>
    private static void AddReading(BranchList branches, ParsedQuery query, FacetReading reading, FieldGroup fields)
    {
        var rest = All(query with { Words = reading.Rest }, fields, f => f.Names, (w, _, f) => WordClauses.Exact(w, f));
        var tier = reading.Rest.Count == 0 && reading.Filters.Count > 1 ? Tier.Properties : Tier.Words;
        branches.Add(tier, MatchKind.Words, new BooleanClause([.. reading.Filters, .. rest.Must], rest.Should, []));
    }

    /// <summary>Where a match stands that lacks the editors' stop words: a whole title before all words, what begins so among them.</summary>
    internal static (Tier Tier, MatchKind Kind) Lenient(Tier tier, MatchKind kind) => tier switch
    {
        Tier.Exact or Tier.ExactAlias => (Tier.Telling, MatchKind.Words),
        < Tier.Words => (Tier.Words, MatchKind.Words),
        _ => (tier, kind),
    };

    private static void AddSynonyms(
        BranchList branches, ParsedQuery query, IReadOnlyCollection<DocumentType> types, IReadOnlySet<string> genres, SynonymReading synonyms)
    {
        var clauses = new SynonymClauses(synonyms, types);
        var fields = FieldGroup.For(types);
        if (query.IsPlain)
        {
            branches.Add(Tier.SynonymWhole, MatchKind.Synonym, clauses.Whole());
            foreach (var properties in clauses.Properties(genres, fields.Names))
            {
                branches.Add(Tier.Synonym, MatchKind.Synonym, properties);
            }
        }

        branches.Add(Tier.Synonym, MatchKind.Synonym, With(query, fields, clauses.Pieces(fields.Names)));
        branches.Add(Tier.SynonymText, MatchKind.Synonym, With(query, fields, clauses.Pieces(fields.Text)));
        branches.MoveSlipsBelow(Tier.SynonymText);
    }

    /// <summary>The pieces in place of the query's words, and its phrases, and none of what it excludes.</summary>
    private static BooleanClause With(ParsedQuery query, FieldGroup fields, IReadOnlyList<Clause> pieces)
    {
        var others = All(query with { Words = [] }, fields, f => f.Names, (w, _, f) => WordClauses.Exact(w, f));
        return others with { Must = [.. pieces, .. query.Phrases.Count == 0 ? [] : others.Must] };
    }

    /// <summary>Every word and phrase in some field of the group, no excluded one in any.</summary>
    private static BooleanClause All(
        ParsedQuery query,
        FieldGroup fields,
        Func<FieldGroup, IReadOnlyList<WeightedField>> group,
        Func<QueryWord, bool, IReadOnlyList<WeightedField>, Clause> word)
    {
        var must = new List<Clause>();
        var searched = group(fields);
        for (var i = 0; i < query.Words.Count; i++)
        {
            must.Add(word(query.Words[i], i == query.Words.Count - 1, searched));
        }

        foreach (var phrase in query.Phrases)
        {
            must.Add(new DisMaxClause(WordClauses.Phrases(phrase, fields.Text, 0), 0.1f));
        }

        var excluded = query.Excluded.SelectMany(e => WordClauses.Phrases(e, fields.Text, 0)).ToArray();
        if (must.Count == 0)
        {
            must.Add(new AllClause(0));
        }

        return new BooleanClause(must, Proximity(query.Words, searched), excluded);
    }

    /// <summary>Words near one another, in order, tell more than scattered ones.</summary>
    private static IReadOnlyList<Clause> Proximity(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> fields)
        => words.Count is < 2 or > 8
            ? []
            : [new DisMaxClause(WordClauses.Phrases(words, fields, 1, PhraseWeight))];

    /// <summary>What ranks among titles with the same start: the words themselves, which favour short titles.</summary>
    private static IReadOnlyList<Clause> Support(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> titles)
        => words.Count is 0 or > 8 ? [] : [.. words.Select(w => WordClauses.Exact(w, titles))];
}
