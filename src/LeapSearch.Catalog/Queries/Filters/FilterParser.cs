using LeapSearch.Catalog.Schema;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries.Filters;

/// <summary>
/// Reads a filter of AIP-160 into a clause. Grammar: <c>expression = sequence { AND sequence }</c>, sequences are factors side by
/// side (taken as AND), <c>factor = term { OR term }</c>, so OR binds tighter than AND, <c>term = [NOT | -] (restriction |
/// ( expression ))</c>, <c>restriction = field operator argument</c>; an argument may be a list in brackets:
/// <c>genre = (Drama OR Crime)</c>. <c>field:*</c> asks whether there is a value.
/// </summary>
internal sealed class FilterParser
{
    /// <summary>Brackets in brackets, counted rather than caught: a stack overflow cannot be.</summary>
    private const int MaxDepth = 32;

    /// <summary>Comparisons in one filter.</summary>
    private const int MaxRestrictions = 64;

    private readonly List<FilterToken> tokens;
    private int at;
    private int depth;
    private int restrictions;

    private FilterParser(string filter) => tokens = FilterLexer.Split(filter);

    private FilterToken Current => tokens[at];

    /// <summary>The clause of a filter; null for a blank one.</summary>
    /// <exception cref="Contracts.LeapSearchException">INVALID_ARGUMENT naming the place and what is wrong.</exception>
    public static Clause? Parse(string filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return null;
        }

        var parser = new FilterParser(filter);
        var clause = parser.Expression();
        return parser.Current.Kind == FilterTokenKind.End
            ? clause
            : throw FilterErrors.At(parser.Current.At, $"'{parser.Current.Text}' is not expected here");
    }

    private Clause Expression()
    {
        if (++depth > MaxDepth)
        {
            throw FilterErrors.At(Current.At, $"more than {MaxDepth} brackets stand in one another");
        }

        var parts = new List<Clause> { Factor() };
        while (true)
        {
            if (Current.IsWord("AND"))
            {
                at++;
                parts.Add(Factor());
            }
            else if (Current.Kind is FilterTokenKind.Value or FilterTokenKind.Open or FilterTokenKind.Minus && !Current.IsWord("OR"))
            {
                parts.Add(Factor());
            }
            else
            {
                depth--;
                return parts.Count == 1 ? parts[0] : new BooleanClause(parts, [], []);
            }
        }
    }

    private Clause Factor()
    {
        var parts = new List<Clause> { Term() };
        while (Current.IsWord("OR"))
        {
            at++;
            parts.Add(Term());
        }

        return parts.Count == 1 ? parts[0] : new BooleanClause([], parts, []);
    }

    private Clause Term()
    {
        if (Current.IsWord("NOT") || Current.Kind == FilterTokenKind.Minus)
        {
            at++;
            return Not(Simple());
        }

        return Simple();
    }

    private Clause Simple()
    {
        if (Current.Kind != FilterTokenKind.Open)
        {
            return Restriction();
        }

        at++;
        var inner = Expression();
        Expect(FilterTokenKind.Close, "a closing bracket");
        return inner;
    }

    private Clause Restriction()
    {
        var name = Expect(FilterTokenKind.Value, "a field");
        var field = FilterFields.Find(name.Text)
            ?? throw FilterErrors.At(name.At, $"there is no field '{name.Text}'; the fields are {FilterFields.Names}");
        if (Current.Kind != FilterTokenKind.Operator)
        {
            throw FilterErrors.At(Current.At, $"after '{name.Text}' one of = != < <= > >= : is expected");
        }

        var op = Current.Text;
        at++;
        return Argument(field, op);
    }

    private Clause Argument(FilterField field, string op)
    {
        if (Current.Kind != FilterTokenKind.Open)
        {
            if (++restrictions > MaxRestrictions)
            {
                throw FilterErrors.At(Current.At, $"more than {MaxRestrictions} comparisons");
            }

            var minus = Current.Kind == FilterTokenKind.Minus;
            return minus
                ? throw FilterErrors.At(Current.At, "a value is expected, not a minus")
                : FilterComparison.Clause(field, op, Expect(FilterTokenKind.Value, "a value"));
        }

        if (op is not ("=" or ":" or "!="))
        {
            throw FilterErrors.At(Current.At, $"a list cannot be compared by {op}; use = or :");
        }

        at++;
        var values = new List<Clause> { Argument(field, op == "!=" ? "=" : op) };
        while (Current.IsWord("OR"))
        {
            at++;
            values.Add(Argument(field, op == "!=" ? "=" : op));
        }

        Expect(FilterTokenKind.Close, "OR or a closing bracket");
        var any = new BooleanClause([], values, []);
        return op == "!=" ? Not(any) : any;
    }

    private static BooleanClause Not(Clause clause) => new([new AllClause()], [], [clause]);

    private FilterToken Expect(FilterTokenKind kind, string what)
    {
        var token = Current;
        if (token.Kind != kind)
        {
            throw FilterErrors.At(token.At, token.Kind == FilterTokenKind.End ? $"it ends where {what} is expected" : $"{what} is expected, not '{token.Text}'");
        }

        at++;
        return token;
    }
}
