using LeapSearch.LuceneExtensions.Search.Impacts.Expansion;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Search;

namespace LeapSearch.LuceneExtensions.Search.Impacts;

/// <summary>
/// The one rule that says which plans <see cref="ImpactEngine"/> answers itself; all others it hands to stock Lucene.Net. Served is
/// whatever scores by <see cref="LeapSimilarity"/>, with weights from 0 and ties from 0 to 1 (score bounds rely on both), but for
/// phrases with slop that hold a term twice, which Lucene counts in a way of its own, and fuzzy words of more than
/// <see cref="FuzzyWalk.LongestWord"/> characters.
/// </summary>
internal static class ImpactRule
{
    public static bool Serves(IndexSearcher searcher, SearchPlan plan)
    {
        if (searcher.Similarity is not LeapSimilarity || (plan.Boost is { } boost && !float.IsFinite(boost.Weight)))
        {
            return false;
        }

        for (var i = 0; i < plan.Branches.Count; i++)
        {
            if (!Serves(plan.Branches[i].Root))
            {
                return false;
            }
        }

        return plan.Filter is null || Serves(plan.Filter);
    }

    private static bool Serves(Clause clause) => clause switch
    {
        TermClause c => IsWeight(c.Weight),
        PrefixClause c => IsWeight(c.Weight),
        FuzzyClause c => IsWeight(c.Weight) && c.MaxEdits is >= 0 and <= 2 && c.PrefixLength >= 0 && c.Term.Length <= FuzzyWalk.LongestWord,
        PhraseClause c => IsWeight(c.Weight) && c.Slop >= 0 && (c.Slop == 0 || !HasTermTwice(c.Terms)),
        ConstantClause c => IsWeight(c.Score) && Serves(c.Inner),
        AllClause c => IsWeight(c.Score),
        RangeClause => true,
        DisMaxClause c => c.Tie is >= 0 and <= 1 && Serve(c.Alternatives),
        BooleanClause c => Serve(c.Must) && Serve(c.Should) && Serve(c.MustNot),
        _ => false,
    };

    private static bool Serve(IReadOnlyList<Clause> clauses)
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            if (!Serves(clauses[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasTermTwice(IReadOnlyList<string> terms)
    {
        for (var i = 1; i < terms.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (terms[i] == terms[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWeight(float weight) => weight >= 0 && float.IsFinite(weight);
}
