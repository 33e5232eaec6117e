using LeapSearch.LuceneExtensions.Search.Expansion;
using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;

namespace LeapSearch.LuceneExtensions.Search.Stock;

/// <summary>
/// The terms of a fuzzy clause, found by Lucene's Levenshtein automaton over the dictionaries of all segments. The automaton only
/// selects; the distance that ranks is computed for each term found.
/// </summary>
internal static class FuzzyTerms
{
    public static IReadOnlyCollection<ExpandedTerm> Find(IndexReader reader, FuzzyClause clause, CancellationToken cancellationToken)
    {
        if (clause.MaxEdits is < 0 or > LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE)
        {
            throw new ArgumentException($"MaxEdits is {clause.MaxEdits}; it must be from 0 to {LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE}.");
        }

        var expansions = new ExpandedTerms(clause.MaxExpansions);
        var terms = MultiFields.GetTerms(reader, clause.Field);
        if (terms is null)
        {
            return expansions.Best;
        }

        var query = EditDistance.CodePoints(clause.Term);
        var shared = Math.Min(clause.PrefixLength, query.Length);
        var rest = query.AsSpan(shared).ToArray();
        int[] buffer = [];
        var seen = 0;
        var found = terms.Intersect(new CompiledAutomaton(MakeAutomaton(query, shared, clause), null, false), null);
        while (found.MoveNext())
        {
            if ((++seen & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var bytes = found.Term.Bytes.AsSpan(found.Term.Offset, found.Term.Length);
            var length = EditDistance.Decode(bytes, ref buffer);
            var distance = EditDistance.Bounded(rest, buffer.AsSpan(shared, length - shared), clause.MaxEdits, clause.IsPrefix);
            if (distance <= clause.MaxEdits)
            {
                expansions.Add(bytes, distance, found.DocFreq);
            }
        }

        return expansions.Best;
    }

    private static Automaton MakeAutomaton(int[] query, int shared, FuzzyClause clause)
    {
        var parts = new List<Automaton> { BasicAutomata.MakeString(EditDistance.Text(query.AsSpan(0, shared))) };
        var rest = EditDistance.Text(query.AsSpan(shared));
        parts.Add(new LevenshteinAutomata(rest, withTranspositions: true).ToAutomaton(clause.MaxEdits));
        if (clause.IsPrefix)
        {
            parts.Add(BasicAutomata.MakeAnyString());
        }

        var automaton = BasicOperations.Concatenate(parts);
        automaton.Determinize();
        return automaton;
    }
}
