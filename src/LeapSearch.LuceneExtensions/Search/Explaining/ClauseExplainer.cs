using System.Text;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.LuceneExtensions.Search.Stock;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>Explains clauses for one document: what each says of it, as its docstring has it.</summary>
internal sealed class ClauseExplainer(IndexReader reader, DocumentProbe document, CancellationToken cancellationToken)
{
    private const int MostHeld = 10;

    private readonly Dictionary<FuzzyClause, IReadOnlyCollection<ExpandedTerm>> expansions = [];

    public ExplainedClause Explain(Clause clause, ClauseRole role = ClauseRole.Whole)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return clause switch
        {
            TermClause c => Term(c, role, c.Field, [c.Term], c.Weight, document.Frequency(c.Field, c.Term)),
            PhraseClause { Terms.Count: 0 } c => Leaf(c, role, null),
            PhraseClause { Terms.Count: 1 } c => Term(c, role, c.Field, c.Terms, c.Weight, document.Frequency(c.Field, c.Terms[0])),
            PhraseClause c => Term(c, role, c.Field, c.Terms, c.Weight, document.Frequency(c)),
            PrefixClause c => Prefix(c, role),
            FuzzyClause c => Fuzzy(c, role),
            RangeClause c => Leaf(c, role, document.Holds(c) ? 1 : null),
            AllClause c => Leaf(c, role, c.Score),
            ConstantClause c => Constant(c, role),
            DisMaxClause c => DisMax(c, role),
            BooleanClause c => Boolean(c, role),
            _ => throw new ArgumentException($"Unknown clause {clause.GetType().Name}."),
        };
    }

    private static ExplainedClause Leaf(Clause clause, ClauseRole role, double? score) => new(clause, role, score, Shares(role), []);

    /// <summary>The share of the parts that simply add up; those of a dis-max are told apart there.</summary>
    private static double Shares(ClauseRole role) => role is ClauseRole.Whole or ClauseRole.Required or ClauseRole.Optional ? 1 : 0;

    private ExplainedClause Term(Clause clause, ClauseRole role, string field, IReadOnlyList<string> terms, float weight, float frequency)
    {
        var term = frequency > 0 ? document.Score(field, terms, weight, frequency) : null;
        return Leaf(clause, role, term?.Score) with { Term = term };
    }

    private ExplainedClause Prefix(PrefixClause clause, ClauseRole role)
    {
        string[] held = [.. document.TermsWith(clause.Field, clause.Prefix).Take(MostHeld)];
        return Leaf(clause, role, held.Length > 0 ? clause.Weight : null) with { Held = held };
    }

    private ExplainedClause Fuzzy(FuzzyClause clause, ClauseRole role)
    {
        if (!expansions.TryGetValue(clause, out var terms))
        {
            expansions[clause] = terms = FuzzyTerms.Find(reader, clause, cancellationToken);
        }

        (string Term, int Distance)[] held =
        [
            .. terms.Select(t => (Term: Encoding.UTF8.GetString(t.Term), t.Distance)).Where(t => document.Frequency(clause.Field, t.Term) > 0).Take(MostHeld),
        ];
        return Leaf(clause, role, held.Length > 0 ? clause.Weight / (1 + held[0].Distance) : null) with { Held = [.. held.Select(h => h.Term)] };
    }

    private ExplainedClause Constant(ConstantClause clause, ClauseRole role)
    {
        var inner = Explain(clause.Inner, ClauseRole.Inner);
        return Leaf(clause, role, inner.Score is null ? null : clause.Score) with { Parts = [inner] };
    }

    private ExplainedClause DisMax(DisMaxClause clause, ClauseRole role)
    {
        var parts = Explain(clause.Alternatives, ClauseRole.Alternative).ToList();
        var matching = parts.Where(p => p.Score is not null).ToList();
        if (matching.Count == 0)
        {
            return Leaf(clause, role, null) with { Parts = parts };
        }

        var best = parts.IndexOf(matching.MaxBy(p => p.Score)!);
        return Sum(clause, role, [.. parts.Select((p, i) => p with { Share = p.Score is null ? 0 : i == best ? 1 : clause.Tie })]);
    }

    private ExplainedClause Boolean(BooleanClause clause, ClauseRole role)
    {
        ExplainedClause[] parts =
        [
            .. Explain(clause.Must, ClauseRole.Required),
            .. Explain(clause.Should, ClauseRole.Optional),
            .. Explain(clause.MustNot, ClauseRole.Excluded),
        ];
        var least = Math.Max(clause.MinimumShould, clause.Must.Count == 0 ? 1 : 0);
        return parts.Any(p => p.Role == ClauseRole.Required && p.Score is null)
            || parts.Any(p => p.Role == ClauseRole.Excluded && p.Score is not null)
            || parts.Count(p => p.Role == ClauseRole.Optional && p.Score is not null) < least
            ? Leaf(clause, role, null) with { Parts = parts }
            : Sum(clause, role, parts);
    }

    private IEnumerable<ExplainedClause> Explain(IReadOnlyList<Clause> clauses, ClauseRole role) => clauses.Select(c => Explain(c, role));

    private static ExplainedClause Sum(Clause clause, ClauseRole role, IReadOnlyList<ExplainedClause> parts)
        => Leaf(clause, role, parts.Sum(p => (p.Score ?? 0) * p.Share)) with { Parts = parts };
}
