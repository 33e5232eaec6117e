using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>Clauses that the planners share.</summary>
internal static class Clauses
{
    /// <summary>A whole value: who has it scores alike, whatever its frequency.</summary>
    public static Clause Term(string field, string term, float score = 1) => new ConstantClause(new TermClause(field, term), score);

    /// <summary>The best of what is there; null for nothing.</summary>
    public static Clause? Any(IReadOnlyList<Clause?> clauses)
    {
        Clause[] some = [.. clauses.OfType<Clause>()];
        return some.Length switch
        {
            0 => null,
            1 => some[0],
            _ => new DisMaxClause(some),
        };
    }

    /// <summary>Both, with what adds to the score where it matches; null where the first is missing.</summary>
    public static BooleanClause? All(Clause? first, Clause? second, IReadOnlyList<Clause> support)
        => first is null ? null : new BooleanClause(second is null ? [first] : [first, second], support, []);
}
