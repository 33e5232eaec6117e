namespace LeapSearch.LuceneExtensions.Search.Planning;

/// <summary>Which documents clauses match, without regard to what these score.</summary>
internal static class Matching
{
    /// <summary>
    /// Clauses that together match the same documents as those given: without what only adds to scores, and without a clause all of whose documents
    /// another one matches as well. The tiers of a search mostly include each other: a word in a title is also one in any field.
    /// </summary>
    public static List<Clause> Widest(IEnumerable<Clause> clauses)
    {
        var widest = new List<Clause>();
        foreach (var clause in clauses)
        {
            var bare = Bare(clause);
            if (!AnyIncludes(widest, bare))
            {
                widest.RemoveAll(other => Includes(bare, other));
                widest.Add(bare);
            }
        }

        return widest;
    }

    /// <summary>
    /// Whether every document that matches <paramref name="narrow"/> also matches <paramref name="wide"/>, whatever the index holds. False where the
    /// clauses alone do not tell.
    /// </summary>
    public static bool Includes(Clause wide, Clause narrow)
    {
        if (ReferenceEquals(wide, narrow))
        {
            return true;
        }

        switch (wide, narrow)
        {
            case (AllClause, _):
                return true;
            case (ConstantClause { Inner: var inner }, _):
                return Includes(inner, narrow);
            case (_, ConstantClause { Inner: var inner }):
                return Includes(wide, inner);
            case (_, DisMaxClause { Alternatives: var narrowest }):
                return IncludesAll(wide, narrowest);
            case (BooleanClause { MustNot.Count: 0, Must: { Count: > 0 } must, MinimumShould: 0 }, _):
                return AllInclude(must, narrow);
            case (_, BooleanClause { Must: { Count: > 0 } must }) when IncludesAny(wide, must):
                return true;
            case (_, BooleanClause { Must.Count: 0, Should: var should }) when IncludesAll(wide, should):
                return true;
            case (BooleanClause { MustNot.Count: 0, Must.Count: 0, MinimumShould: <= 1, Should: var should }, _):
                return AnyIncludes(should, narrow);
            case (DisMaxClause { Alternatives: var alternatives }, _):
                return AnyIncludes(alternatives, narrow);
            case (TermClause w, TermClause n):
                return w.Field == n.Field && w.Term == n.Term;
            case (TermClause w, PhraseClause n):
                return w.Field == n.Field && n.Terms.Contains(w.Term);
            case (PrefixClause w, TermClause n):
                return w.Field == n.Field && n.Term.StartsWith(w.Prefix, StringComparison.Ordinal);
            case (PrefixClause w, PrefixClause n):
                return w.Field == n.Field && n.Prefix.StartsWith(w.Prefix, StringComparison.Ordinal);
            case (RangeClause w, RangeClause n):
                return w.Field == n.Field && w.Min <= n.Min && w.Max >= n.Max;
            default:
                return false;
        }
    }

    private static Clause Bare(Clause clause) => clause switch
    {
        ConstantClause { Inner: var inner } => Bare(inner),
        BooleanClause { Must: [var only], MustNot.Count: 0, MinimumShould: 0 } => Bare(only),
        BooleanClause { Must.Count: > 0, MinimumShould: 0 } c => new BooleanClause([.. c.Must.Select(Bare)], [], c.MustNot),
        _ => clause,
    };

    private static bool IncludesAll(Clause wide, IReadOnlyList<Clause> narrow)
    {
        for (var i = 0; i < narrow.Count; i++)
        {
            if (!Includes(wide, narrow[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IncludesAny(Clause wide, IReadOnlyList<Clause> narrow)
    {
        for (var i = 0; i < narrow.Count; i++)
        {
            if (Includes(wide, narrow[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AllInclude(IReadOnlyList<Clause> wide, Clause narrow)
    {
        for (var i = 0; i < wide.Count; i++)
        {
            if (!Includes(wide[i], narrow))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyIncludes(IReadOnlyList<Clause> wide, Clause narrow)
    {
        for (var i = 0; i < wide.Count; i++)
        {
            if (Includes(wide[i], narrow))
            {
                return true;
            }
        }

        return false;
    }
}
