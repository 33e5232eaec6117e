using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Similarities;

namespace LeapSearch.LuceneExtensions.Tests.Models;

/// <summary>What each <see cref="Clause"/> says, for one document: its score, or null where it does not match.</summary>
internal sealed class NaiveScores(IReadOnlyList<ModelDocument> documents)
{
    private readonly Dictionary<FuzzyClause, Dictionary<string, int>> expansions = [];

    public double? Score(Clause clause, ModelDocument document) => clause switch
    {
        TermClause c => Bm25(c.Field, document, document.In(c.Field).Count(w => w == c.Term), [c.Term], c.Weight),
        PhraseClause c => Bm25(c.Field, document, PhraseFrequency(c, document.In(c.Field)), c.Terms, c.Weight),
        PrefixClause c => document.In(c.Field).Any(w => w.StartsWith(c.Prefix, StringComparison.Ordinal)) ? c.Weight : null,
        FuzzyClause c => Fuzzy(c, document),
        DisMaxClause c => DisMax(c.Alternatives.Select(a => Score(a, document)).OfType<double>().ToList(), c.Tie),
        BooleanClause c => Boolean(c, document),
        ConstantClause c => Score(c.Inner, document) is null ? null : c.Score,
        AllClause c => c.Score,
        RangeClause c => document.Year >= c.Min && document.Year <= c.Max ? 1 : null,
        _ => throw new ArgumentException(clause.ToString()),
    };

    public static int Distance(int[] a, int[] b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    public static int[] CodePoints(string text) => text.EnumerateRunes().Select(r => r.Value).ToArray();

    private static int PhraseFrequency(PhraseClause clause, string[] words)
    {
        var count = 0;
        for (var start = -100; start < words.Length; start++)
        {
            var all = true;
            for (var i = 0; i < clause.Terms.Count && all; i++)
            {
                var at = start + (clause.Positions?[i] ?? i);
                all = at >= 0 && at < words.Length && words[at] == clause.Terms[i];
            }

            count += all ? 1 : 0;
        }

        return count;
    }

    private static double? DisMax(List<double> matched, double tie)
        => matched.Count == 0 ? null : matched.Max() + (tie * (matched.Sum() - matched.Max()));

    private double? Bm25(string field, ModelDocument document, int frequency, IEnumerable<string> terms, float weight)
    {
        if (frequency == 0)
        {
            return null;
        }

        var having = documents.Where(d => d.In(field).Length > 0).ToList();
        var average = having.Average(d => (double)d.In(field).Length);
        double idf = 0;
        foreach (var term in terms)
        {
            var n = having.Count(d => d.In(field).Contains(term));
            idf += Math.Log(1 + ((having.Count - n + 0.5) / (n + 0.5)));
        }

        // Lengths above 40 are coded within 6 %; the coding itself has its own tests.
        double length = FieldLength.Decode(FieldLength.Encode(document.In(field).Length));
        var norm = field == "flat" ? 1.2 : 1.2 * (1 - 0.75 + (0.75 * length / average));
        return weight * idf * 2.2 * frequency / (frequency + norm);
    }

    private double? Boolean(BooleanClause clause, ModelDocument document)
    {
        var must = clause.Must.Select(c => Score(c, document)).ToList();
        var should = clause.Should.Select(c => Score(c, document)).OfType<double>().ToList();
        var least = Math.Max(clause.MinimumShould, must.Count == 0 ? 1 : 0);
        return must.Contains(null) || should.Count < least || clause.MustNot.Any(c => Score(c, document) is not null)
            ? null
            : must.Sum() + should.Sum();
    }

    private double? Fuzzy(FuzzyClause clause, ModelDocument document)
    {
        if (!expansions.TryGetValue(clause, out var terms))
        {
            var query = CodePoints(clause.Term);
            var shared = Math.Min(clause.PrefixLength, query.Length);
            expansions[clause] = terms = documents
                .SelectMany(d => d.In(clause.Field).Distinct())
                .GroupBy(w => w)
                .Select(g => (Term: g.Key, Distance: FuzzyDistance(query, CodePoints(g.Key), shared, clause.IsPrefix), DocFreq: g.Count()))
                .Where(t => t.Distance <= clause.MaxEdits)
                .OrderBy(t => t.Distance)
                .ThenByDescending(t => t.DocFreq)
                .ThenBy(t => t.Term, Comparer<string>.Create(NaiveModel.CompareBytes))
                .Take(clause.MaxExpansions)
                .ToDictionary(t => t.Term, t => t.Distance);
        }

        var nearest = document.In(clause.Field).Where(terms.ContainsKey).Select(w => (int?)terms[w]).Min();
        return nearest is null ? null : clause.Weight / (1 + nearest);
    }

    private static int FuzzyDistance(int[] query, int[] term, int shared, bool isPrefix)
    {
        if (!term.Take(shared).SequenceEqual(query.Take(shared)))
        {
            return int.MaxValue;
        }

        var rest = term[shared..];
        return isPrefix
            ? Enumerable.Range(0, rest.Length + 1).Min(n => Distance(query[shared..], rest[..n]))
            : Distance(query[shared..], rest);
    }
}
