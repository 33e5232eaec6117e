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
        => Any(AsItStands(word, fields, fields.Count));

    /// <summary>The word, or the start of one, in any of the fields.</summary>
    public static Clause Prefix(QueryWord word, IReadOnlyList<WeightedField> fields)
    {
        var alternatives = AsItStands(word, fields, 2 * fields.Count);
        if (word.Bigrams.Count == 0)
        {
            AddStarts(alternatives, word, fields);
        }

        return Any(alternatives);
    }

    /// <summary>All words, the last of them perhaps half typed, in any of the fields.</summary>
    public static BooleanClause Started(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> fields)
        => All(words, (w, last) => last ? Prefix(w, fields) : Exact(w, fields));

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
        var alternatives = AsItStands(word, fields, 3 * fields.Count);
        var budget = TypoBudget.Of(word, hard);
        if (isPrefix && budget.Count == 0 && word.Bigrams.Count == 0)
        {
            AddStarts(alternatives, word, fields);
        }

        foreach (var (edits, prefix) in budget)
        {
            alternatives.AddRange(fields.Select(
                f => new FuzzyClause(f.Field, word.Term, edits, prefix, TypoBudget.MaxExpansions, isPrefix, f.Weight)));
        }

        if (hard && budget.Any(b => b.Edits > 1))
        {
            AddExchanged(alternatives, word.Term, fields, isPrefix);
        }

        return Any(alternatives);
    }

    /// <summary>
    /// Adds what two slips in one place make of a word, which are three edits where none may touch another: neighbours exchanged after the letter between them was
    /// left out (highlander, highlaner, highlaenr), or before one came between them. All before them is right, so few terms are looked through.
    /// </summary>
    private static void AddExchanged(List<Clause> alternatives, string term, IReadOnlyList<WeightedField> fields, bool isPrefix)
    {
        for (var i = 1; i + 1 < term.Length; i++)
        {
            if (term[i] != term[i + 1])
            {
                var whole = $"{term[..i]}{term[i + 1]}{term[i]}{term[(i + 2)..]}";
                var right = i + 1;
                alternatives.AddRange(fields.Select(f => new FuzzyClause(f.Field, whole, 1, right, TypoBudget.MaxExpansions, isPrefix, f.Weight)));
            }

            if (i + 2 < term.Length && term[i] != term[i + 2])
            {
                var less = $"{term[..i]}{term[i + 2]}{term[i]}{term[(i + 3)..]}";
                alternatives.AddRange(fields.Select(f => isPrefix ? (Clause)new PrefixClause(f.Field, less, f.Weight) : new TermClause(f.Field, less, f.Weight)));
            }
        }
    }

    /// <summary>The word in one field: a term, or for several characters of CJK their bigrams in a row.</summary>
    public static Clause InField(QueryWord word, string field, float weight) => word.Bigrams.Count switch
    {
        0 => new TermClause(field, word.Term, weight),
        1 => new TermClause(field, word.Bigrams[0], weight),
        _ => new PhraseClause(field, word.Bigrams, Weight: weight),
    };

    /// <summary>Words in a row, in each of the fields; none for no words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="slop">How far they may be apart, as Lucene counts it.</param>
    /// <param name="factor">What a field's weight is multiplied by.</param>
    public static IReadOnlyList<Clause> Phrases(IReadOnlyList<QueryWord> words, IReadOnlyList<WeightedField> fields, int slop, float factor = 1)
    {
        var terms = new List<string>(words.Count);
        foreach (var word in words)
        {
            // Bigrams stand at the positions of their first characters, so a run's bigrams and the next word keep their distance.
            if (word.Bigrams.Count == 0)
            {
                terms.Add(word.Term);
            }
            else
            {
                terms.AddRange(word.Bigrams);
            }
        }

        if (terms.Count == 0)
        {
            return [];
        }

        // Nearness of a word to itself is counted by stock queries alone, a thousand times slower; in a row it is counted by all.
        var positions = Positions(words);
        var allowed = terms.Distinct(StringComparer.Ordinal).Count() < terms.Count ? 0 : slop;
        var clauses = new Clause[fields.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            var weight = fields[i].Weight * factor;
            clauses[i] = terms.Count == 1 ? new TermClause(fields[i].Field, terms[0], weight) : new PhraseClause(fields[i].Field, terms, positions, allowed, weight);
        }

        return clauses;
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

    /// <summary>The word as it stands in each of the fields, a four-digit number also as a film's year; with room for so many clauses.</summary>
    private static List<Clause> AsItStands(QueryWord word, IReadOnlyList<WeightedField> fields, int room)
    {
        var clauses = new List<Clause>(room + 2);
        var hasFilms = false;
        foreach (var (field, weight) in fields)
        {
            clauses.Add(InField(word, field, weight));
            hasFilms |= field == IndexFields.Film.Title;
        }

        if (hasFilms && YearReading.IsYear(word.Term))
        {
            clauses.Add(new ConstantClause(new TermClause(IndexFields.Film.Year, word.Term), 4));
            clauses.Add(new ConstantClause(new TermClause(IndexFields.Film.YearNear, word.Term), 1));
        }

        return clauses;
    }

    private static void AddStarts(List<Clause> clauses, QueryWord word, IReadOnlyList<WeightedField> fields)
    {
        foreach (var (field, weight) in fields)
        {
            clauses.Add(new PrefixClause(field, word.Term, weight));
        }
    }

    private static Clause Any(IReadOnlyList<Clause> alternatives) => alternatives.Count == 1 ? alternatives[0] : new DisMaxClause(alternatives, Tie);
}
