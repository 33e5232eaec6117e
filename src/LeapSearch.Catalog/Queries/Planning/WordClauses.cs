using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>One word of a query, looked for in several fields.</summary>
internal static class WordClauses
{
    /// <summary>How much the fields beside the best one add.</summary>
    private const float Tie = 0.1f;

    /// <summary>The word as it stands, in any of the fields; a four-digit number also as a film's year.</summary>
    public static Clause Exact(QueryWord word, IReadOnlyList<WeightedField> fields)
        => Any([.. fields.Select(f => InField(word, f.Field, f.Weight)), .. Years(word, fields)]);

    /// <summary>The word, or the start of one, in any of the fields.</summary>
    public static Clause Prefix(QueryWord word, IReadOnlyList<WeightedField> fields)
        => Any(
        [
            .. fields.Select(f => InField(word, f.Field, f.Weight)),
            .. fields.Where(_ => word.Bigrams.Count == 0).Select(f => new PrefixClause(f.Field, word.Term, f.Weight)),
            .. Years(word, fields),
        ]);

    /// <summary>All words, the last of them perhaps half typed, in any of the fields; null for none.</summary>
    public static Clause? Started(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> fields) => words.Count == 0
        ? null
        : All(words, (w, last) => last ? Prefix(w, fields) : Exact(w, fields));

    /// <summary>What is made of each word, all of it required.</summary>
    /// <param name="words">The words.</param>
    /// <param name="make">Makes a clause of a word, told whether it is the last.</param>
    public static BooleanClause All(IReadOnlyList<QueryWord> words, Func<QueryWord, bool, Clause> make)
        => new([.. words.Select((w, i) => make(w, i == words.Count - 1))], [], []);

    /// <summary>
    /// What says of a title that begins with the letters of the query that its words do so too: all but the last, whose letters follow, or the one there is;
    /// null where that goes without saying.
    /// </summary>
    public static Clause? Aligned(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> fields) => words switch
    {
        [] or [{ Term.Length: 1 }] => null,
        [var word] => Prefix(word, fields),
        _ => new BooleanClause([.. words.Take(words.Count - 1).Select(w => Exact(w, fields))], [], []),
    };

    /// <summary>The word with the slips that its length allows; as it stands where it allows none.</summary>
    public static Clause Typo(QueryWord word, IReadOnlyList<WeightedField> fields, bool isPrefix, bool hard)
    {
        var alternatives = new List<Clause>(fields.Select(f => InField(word, f.Field, f.Weight)));
        alternatives.AddRange(Years(word, fields));
        var budget = TypoBudget.Of(word, hard);
        if (isPrefix && budget.Count == 0 && word.Bigrams.Count == 0)
        {
            alternatives.AddRange(fields.Select(f => new PrefixClause(f.Field, word.Term, f.Weight)));
        }

        foreach (var (edits, prefix) in budget)
        {
            alternatives.AddRange(fields.Select(
                f => new FuzzyClause(f.Field, word.Term, edits, prefix, TypoBudget.MaxExpansions, isPrefix, f.Weight)));
        }

        return Any(alternatives);
    }

    /// <summary>The word in one field: a term, or for several characters of CJK their bigrams in a row.</summary>
    public static Clause InField(QueryWord word, string field, float weight) => word.Bigrams.Count switch
    {
        0 => new TermClause(field, word.Term, weight),
        1 => new TermClause(field, word.Bigrams[0], weight),
        _ => new PhraseClause(field, word.Bigrams, Weight: weight),
    };

    /// <summary>Words in a row in one field; null where a word has no fixed place.</summary>
    public static Clause? Phrase(IReadOnlyList<QueryWord> words, string field, int slop, float weight)
    {
        var terms = new List<string>();
        foreach (var word in words)
        {
            // Bigrams stand at the positions of their first characters, so a run's bigrams and the next word keep their distance.
            terms.AddRange(word.Bigrams.Count == 0 ? [word.Term] : word.Bigrams);
        }

        return terms.Count switch
        {
            0 => null,
            1 => new TermClause(field, terms[0], weight),

            // Nearness of a word to itself is counted by stock queries alone, a thousand times slower; in a row it is counted by all.
            _ => new PhraseClause(field, terms, Positions(words), terms.Distinct(StringComparer.Ordinal).Count() < terms.Count ? 0 : slop, weight),
        };
    }

    private static List<int> Positions(IReadOnlyList<QueryWord> words)
    {
        var positions = new List<int>();
        var next = 0;
        foreach (var word in words)
        {
            for (var i = 0; i < Math.Max(word.Bigrams.Count, 1); i++)
            {
                positions.Add(next + i);
            }

            next += word.Positions;
        }

        return positions;
    }

    private static IEnumerable<Clause> Years(QueryWord word, IReadOnlyList<WeightedField> fields)
        => YearReading.IsYear(word.Term) && fields.Any(f => f.Field == IndexFields.Film.Title)
            ? [new ConstantClause(new TermClause(IndexFields.Film.Year, word.Term), 4), new ConstantClause(new TermClause(IndexFields.Film.YearNear, word.Term), 1)]
            : [];

    private static Clause Any(IReadOnlyList<Clause> alternatives) => alternatives.Count == 1 ? alternatives[0] : new DisMaxClause(alternatives, Tie);
}
