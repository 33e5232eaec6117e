using System.Globalization;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.Contracts.Validation;
using LeapSearch.LuceneExtensions.Search;

namespace LeapSearch.Catalog.Queries.Filters;

/// <summary>One comparison of a filter as a clause.</summary>
internal static class FilterComparison
{
    public static Clause Clause(FilterField field, string op, FilterToken value)
    {
        if (op == ":" && value is { Text: "*", Quoted: false })
        {
            return field.Kind is FilterKind.Word or FilterKind.Id
                ? new PrefixClause(field.Name, "")
                : new RangeClause(field.Name, long.MinValue, long.MaxValue);
        }

        return field.Kind switch
        {
            FilterKind.Word => Text(field, op, value, Folding.Fold(value.Text.TrimEnd('*'))),
            FilterKind.Id => Text(field, op, value, value.Text.TrimEnd('*')),
            FilterKind.Number => Range(field, op, value, Number(value), Number(value)),
            FilterKind.Decimal => Range(field, op, value, Decimal(value), Decimal(value)),
            FilterKind.Date => Range(field, op, value, Date(value, Dates.ToNumber), Date(value, Dates.ToLastNumber)),
            _ => Time(field, op, value),
        };
    }

    private static Clause Text(FilterField field, string op, FilterToken value, string term)
    {
        if (op is not ("=" or "!=" or ":"))
        {
            throw FilterErrors.At(value.At, $"'{field.Name}' has no order: compare it by = != or :");
        }

        Clause equal = value.Text.EndsWith('*') ? new PrefixClause(field.Name, term) : new ConstantClause(new TermClause(field.Name, term));
        return op == "!=" ? Not(equal) : equal;
    }

    /// <summary>A comparison with what spans <paramref name="first"/> to <paramref name="last"/>: a number, or a partial date.</summary>
    private static Clause Range(FilterField field, string op, FilterToken value, long first, long last) => op switch
    {
        "=" or ":" => new RangeClause(field.Name, first, last),
        "!=" => Not(new RangeClause(field.Name, first, last)),
        "<" => first == long.MinValue ? new RangeClause(field.Name, 1, 0) : new RangeClause(field.Name, long.MinValue, first - 1),
        "<=" => new RangeClause(field.Name, long.MinValue, last),
        ">" => last == long.MaxValue ? new RangeClause(field.Name, 1, 0) : new RangeClause(field.Name, last + 1, long.MaxValue),
        ">=" => new RangeClause(field.Name, first, long.MaxValue),
        _ => throw FilterErrors.At(value.At, $"'{op}' is not an operator"),
    };

    private static Clause Time(FilterField field, string op, FilterToken value)
    {
        if (Timestamps.TryParse(value.Text, out var time))
        {
            return Range(field, op, value, time.ToUnixTimeSeconds(), time.ToUnixTimeSeconds());
        }

        if (Dates.ToUnixSeconds(value.Text) is not { } first)
        {
            throw FilterErrors.At(value.At, $"'{value.Text}' is not a time: write \"2020-08-14T09:00:00Z\" (quoted), or a date");
        }

        var start = DateTimeOffset.FromUnixTimeSeconds(first);
        var end = value.Text.Length switch { 4 => start.AddYears(1), 7 => start.AddMonths(1), _ => start.AddDays(1) };
        return Range(field, op, value, first, end.ToUnixTimeSeconds() - 1);
    }

    private static long Number(FilterToken value)
        => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw FilterErrors.At(value.At, $"'{value.Text}' is not a whole number");

    private static long Decimal(FilterToken value)
        => double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && double.IsFinite(number)
            ? BitConverter.DoubleToInt64Bits(number + 0.0)
            : throw FilterErrors.At(value.At, $"'{value.Text}' is not a number from 0");

    private static long Date(FilterToken value, Func<string, long?> convert)
        => convert(value.Text) ?? throw FilterErrors.At(value.At, $"'{value.Text}' is not a date: write 2020-09-25, 2020-09 or 2020");

    private static BooleanClause Not(Clause clause) => new([new AllClause()], [], [clause]);
}
