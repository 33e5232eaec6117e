using LeapSearch.LuceneExtensions.Search.Stock;
using Lucene.Net.Index;

namespace LeapSearch.LuceneExtensions.Search.Explaining;

/// <summary>A clause with what it stands for in an index.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Role">What it is to the clause above it.</param>
/// <param name="Terms">Of a phrase, prefix or fuzzy clause: how many terms of the index it stands for; null for others.</param>
/// <param name="Limit">The most terms that it may stand for; null where it has no such limit.</param>
/// <param name="Documents">Of a term: the documents that hold it; of a phrase, those that hold its rarest term. Null for others.</param>
/// <param name="Parts">The clauses it is made of.</param>
public sealed record ClauseOutline(Clause Clause, ClauseRole Role, int? Terms, int? Limit, long? Documents, IReadOnlyList<ClauseOutline> Parts);

/// <summary>Tells what the clauses of a plan stand for in an index, by its dictionaries.</summary>
/// <param name="reader">The index.</param>
/// <param name="cancellationToken">Gives up.</param>
public sealed class PlanOutliner(IndexReader reader, CancellationToken cancellationToken)
{
    private readonly Dictionary<Clause, int> expansions = [];

    /// <summary>A clause and all below it.</summary>
    public ClauseOutline Outline(Clause clause, ClauseRole role = ClauseRole.Whole)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return clause switch
        {
            TermClause c => new ClauseOutline(c, role, null, null, reader.DocFreq(new Term(c.Field, c.Term)), []),
            PhraseClause c => Phrase(c, role),
            PrefixClause c => new ClauseOutline(c, role, Expansions(c, () => PrefixTerms.Of(MultiFields.GetTerms(reader, c.Field), c.Prefix).Count()), null, null, []),
            FuzzyClause c => new ClauseOutline(c, role, Expansions(c, () => FuzzyTerms.Find(reader, c, cancellationToken).Count), c.MaxExpansions, null, []),
            ConstantClause c => Parts(c, role, Outline([c.Inner], ClauseRole.Inner)),
            DisMaxClause c => Parts(c, role, Outline(c.Alternatives, ClauseRole.Alternative)),
            BooleanClause c => Parts(
                c, role, [.. Outline(c.Must, ClauseRole.Required), .. Outline(c.Should, ClauseRole.Optional), .. Outline(c.MustNot, ClauseRole.Excluded)]),
            _ => Parts(clause, role, []),
        };
    }

    private static ClauseOutline Parts(Clause clause, ClauseRole role, IReadOnlyList<ClauseOutline> parts) => new(clause, role, null, null, null, parts);

    private IReadOnlyList<ClauseOutline> Outline(IReadOnlyList<Clause> clauses, ClauseRole role) => [.. clauses.Select(c => Outline(c, role))];

    private ClauseOutline Phrase(PhraseClause clause, ClauseRole role)
    {
        long[] documents = [.. clause.Terms.Select(t => (long)reader.DocFreq(new Term(clause.Field, t)))];
        return new ClauseOutline(clause, role, documents.Count(n => n > 0), documents.Length, documents.DefaultIfEmpty(0).Min(), []);
    }

    private int Expansions(Clause clause, Func<int> count) => expansions.TryGetValue(clause, out var known) ? known : expansions[clause] = count();
}
