using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Catalog.Queries.Planning;
using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>
/// Words at the beginning or the end of a query read as a person's name in a spelling that no document has: "pak chanuk oldboy". Looked for only where
/// nothing holds the words as they stand, since it takes searches of its own.
/// </summary>
/// <param name="People">Those who may be meant.</param>
/// <param name="Rest">The other words.</param>
/// <param name="Step">What was read, to be told.</param>
internal sealed record PersonReading(IReadOnlyList<DocumentKey> People, IReadOnlyList<QueryWord> Rest, QueryStep Step)
{
    /// <summary>People of one spelling that are looked for together.</summary>
    public const int MaxPeople = 4;

    /// <summary>Words of a name; longer ones begin or end with as many that tell.</summary>
    private const int MaxWords = 4;

    /// <summary>Keys of a name that are looked for, the likeliest first.</summary>
    private const int MaxKeys = 16;

    /// <summary>A shorter word is a family name at best, which many bear.</summary>
    private const int ShortestWord = 5;

    /// <summary>Words of a query that a name is looked for in.</summary>
    private const int MostQueryWords = 8;

    /// <summary>The reading with the longest name that somebody has; null for none.</summary>
    /// <param name="query">The query.</param>
    /// <param name="find">Finds people in the order of how well known they are.</param>
    public static PersonReading? Read(ParsedQuery query, Func<Clause, IReadOnlyList<DocumentKey>> find)
    {
        var words = query.Words;
        if (!query.IsPlain || words.Count is < 2 or > MostQueryWords)
        {
            return null;
        }

        for (var length = Math.Min(MaxWords, words.Count - 1); length > 0; length--)
        {
            foreach (var start in new[] { 0, words.Count - length })
            {
                var name = query.Text[words[start].Start..words[start + length - 1].End];
                if (Named(name, words, start, length) is { } clause && find(clause) is { Count: > 0 } people)
                {
                    return new PersonReading(
                        people,
                        [.. words.Take(start), .. words.Skip(start + length)],
                        new QueryStep { Kind = QueryStepKind.Person, Text = name, Value = string.Join(", ", people.Select(p => p.Id)) });
                }
            }
        }

        return null;
    }

    /// <summary>The documents of these people that have the other words too, also as properties.</summary>
    public IEnumerable<Clause> Clauses(IReadOnlySet<string> genres, FieldGroup fields)
    {
        var people = new ConstantClause(new DisMaxClause([.. People.Select(p => Planning.Clauses.Term(FilterFields.Person.Name, p.Id))]));
        yield return new BooleanClause([people, .. Rest.Select(w => WordClauses.Exact(w, fields.Names))], [], []);
        if (FacetReading.Read(Rest, genres) is { } reading)
        {
            yield return new BooleanClause([people, .. reading.Filters, .. reading.Rest.Select(w => WordClauses.Exact(w, fields.Names))], [], []);
        }
    }

    private static Clause? Named(string name, IReadOnlyList<QueryWord> words, int start, int length)
    {
        if (length == 1 && words[start].Bigrams.Count == 0 && words[start].Term.Length < ShortestWord)
        {
            return null;
        }

        var key = Folding.FoldKey(name);
        return Planning.Clauses.Any(
        [
            .. IndexFields.Person.WholeNames.Select(f => Planning.Clauses.Term(f, key)),
            .. NameForms.OfQuery(name).Spelling.Take(MaxKeys).Select(k => Planning.Clauses.Term(IndexFields.Person.Spelling, k.Text, k.Weight)),
        ]);
    }
}
