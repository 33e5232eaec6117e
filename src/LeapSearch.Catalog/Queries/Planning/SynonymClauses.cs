using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Editors;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>A query with what the editors say that its words stand for: always below what has the words themselves.</summary>
internal sealed class SynonymClauses(SynonymReading reading, IReadOnlyCollection<DocumentType> types)
{
    /// <summary>How much the fields beside the best one add, as for words.</summary>
    private const float Tie = 0.1f;

    /// <summary>Replaced queries that are read as properties too: "hk action" with "hong kong" in place of "hk".</summary>
    private const int MostReadings = 4;

    /// <summary>The query, with one or more pieces replaced, as a whole title or name, also with a year behind it.</summary>
    public Clause? Whole()
    {
        var keys = new KeyClauses(types);
        var wholes = new List<Clause?>();
        foreach (var whole in reading.Wholes().Select(w => QueryParser.Parse(w, "query")))
        {
            var key = Folding.FoldKey(whole.Text);
            wholes.AddRange([keys.Exact(key), keys.ExactAlias(key)]);
            if (whole.Words is [.., { } last] && whole.Words.Count > 1 && YearReading.IsYear(last.Term))
            {
                var title = Folding.FoldKey(whole.Text[..last.Start]);
                wholes.Add(Clauses.All(Clauses.Any([keys.Exact(title), keys.ExactAlias(title)]), new TermClause(IndexFields.Film.Year, last.Term), []));
            }
        }

        return Clauses.Any(wholes);
    }

    /// <summary>Every word, or what its piece of the query stands for, in some of the fields; the last word perhaps half typed.</summary>
    public IReadOnlyList<Clause> Pieces(IReadOnlyList<WeightedField> fields, bool lastIsPrefix = false)
        => [.. reading.Places.Select((p, i) => Piece(p, fields, lastIsPrefix && i == reading.Places.Count - 1))];

    /// <summary>Replaced queries read as properties of films, with what is left of them in the fields.</summary>
    public IEnumerable<Clause> Properties(IReadOnlySet<string> genres, IReadOnlyList<WeightedField> fields)
        => reading.Wholes().Take(MostReadings)
            .Select(w => FacetReading.Read(QueryParser.Parse(w, "query").Words, genres))
            .OfType<FacetReading>()
            .Where(r => r.Steps.Count > 0)
            .Select(r => new BooleanClause([.. r.Filters, .. r.Rest.Select(w => WordClauses.Exact(w, fields))], [], []));

    private static Clause Piece(SynonymPlace place, IReadOnlyList<WeightedField> fields, bool isPrefix)
    {
        var typed = place.Typed.Select((w, i) => isPrefix && i == place.Typed.Count - 1 ? WordClauses.Prefix(w, fields) : WordClauses.Exact(w, fields)).ToArray();
        var asTyped = typed.Length == 1 ? typed[0] : new BooleanClause(typed, [], []);
        return place.Others.Count == 0
            ? asTyped
            : new DisMaxClause([asTyped, .. place.Others.Select(o => new DisMaxClause(WordClauses.Phrases(o.Words, fields, 0), Tie))]);
    }
}
