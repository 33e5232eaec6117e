using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries.Explaining;

/// <summary>Says in words what a clause asks of a document of a type.</summary>
internal sealed class ClauseWords(string type)
{
    private const int MostChoices = 4;

    public string Of(Clause clause) => clause switch
    {
        ConstantClause c => Of(c.Inner),
        DisMaxClause c => Any(c.Alternatives),
        BooleanClause { Must.Count: 0 } c => Any(c.Should),
        BooleanClause c => string.Join(" and ", c.Must.Select(Of)),
        RangeClause c => c.Min == c.Max ? $"{c.Field} {c.Min}" : $"{c.Field} from {Bound(c.Min)} to {Bound(c.Max)}",
        AllClause => "any document",
        _ => $"{What(clause)} {FieldWords.Of(Field(clause))}",
    };

    /// <summary>The same thing in several places is said once, and several in the same place; what only other types of documents have is left out.</summary>
    private string Any(IReadOnlyList<Clause> choices)
    {
        var simple = choices.SelectMany(Flat).ToList();
        var own = simple.Where(c => Field(c).Length == 0 || FieldWords.IsOf(Field(c), type)).ToList();
        var groups = (own.Count > 0 ? own : simple)
            .GroupBy(c => Field(c).Length == 0 ? Of(c) : What(c))
            .Select(g => (What: g.Key, Where: Field(g.First()).Length == 0 ? "" : $" {List(g.Select(c => FieldWords.Of(Field(c))))}"))
            .GroupBy(g => g.Where)
            .Select(g => List(g.Select(w => w.What)) + g.Key)
            .ToList();
        return groups.Count > MostChoices
            ? $"{string.Join("; or ", groups.Take(MostChoices))}; or {groups.Count - MostChoices} others"
            : string.Join("; or ", groups);
    }

    private static IEnumerable<Clause> Flat(Clause clause) => clause switch
    {
        ConstantClause c => Flat(c.Inner),
        DisMaxClause c => c.Alternatives.SelectMany(Flat),
        _ => [clause],
    };

    private static string What(Clause clause) => clause switch
    {
        TermClause c => $"'{c.Term}'",
        PhraseClause c => $"'{string.Join(' ', c.Terms)}' {(c.Slop > 0 ? "near one another" : "in a row")}",
        PrefixClause c => $"what begins with '{c.Prefix}'",
        FuzzyClause c => $"what is within {(c.MaxEdits == 1 ? "one slip" : $"{c.MaxEdits} slips")} of {(c.IsPrefix ? "the beginning " : "")}'{c.Term}'{(c.PrefixLength > 0 ? "" : ", the first letter too,")}",
        _ => "",
    };

    /// <summary>The field of a clause about one; empty for the others.</summary>
    private static string Field(Clause clause) => clause switch
    {
        TermClause c => c.Field,
        PhraseClause c => c.Field,
        PrefixClause c => c.Field,
        FuzzyClause c => c.Field,
        _ => "",
    };

    private static string Bound(long value) => value switch { long.MinValue => "any", long.MaxValue => "any", _ => $"{value}" };

    private static string List(IEnumerable<string> choices)
    {
        string[] all = [.. choices.Distinct()];
        return all.Length > MostChoices + 1
            ? $"{string.Join(", ", all[..MostChoices])} or {all.Length - MostChoices} others"
            : all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }
}
