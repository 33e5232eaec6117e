using System.Text;

namespace LeapSearch.Catalog.Queries.Filters;

/// <summary>A token of a filter: an operator, a bracket, or a value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a quoted value, what stands between the quotes.</param>
/// <param name="At">Where it starts, from 0, for messages.</param>
/// <param name="Quoted">Whether a value was quoted, and so is never a keyword.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int At, bool Quoted = false)
{
    public bool IsWord(string word) => Kind == FilterTokenKind.Value && !Quoted && Text == word;
}

internal enum FilterTokenKind
{
    Value,
    Operator,
    Open,
    Close,
    Minus,
    End,
}

/// <summary>Splits a filter of AIP-160 into tokens.</summary>
internal static class FilterLexer
{
    public static List<FilterToken> Split(string filter)
    {
        var tokens = new List<FilterToken>();
        var i = 0;
        while (i < filter.Length)
        {
            var c = filter[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new(c == '(' ? FilterTokenKind.Open : FilterTokenKind.Close, c.ToString(), i++));
            }
            else if (c is '<' or '>' or '!' or '=' or ':')
            {
                var isPair = (c is '<' or '>' or '!') && i + 1 < filter.Length && filter[i + 1] == '=';
                var text = isPair ? filter.Substring(i, 2) : c.ToString();
                if (text == "!")
                {
                    throw FilterErrors.At(i, "'!' alone is no operator: write != or NOT");
                }

                tokens.Add(new(FilterTokenKind.Operator, text, i));
                i += text.Length;
            }
            else if (c is '"' or '\'')
            {
                tokens.Add(Quoted(filter, ref i));
            }
            else if (c == '-' && (i + 1 == filter.Length || !char.IsAsciiDigit(filter[i + 1])))
            {
                tokens.Add(new(FilterTokenKind.Minus, "-", i++));
            }
            else
            {
                var start = i;
                while (i < filter.Length && !char.IsWhiteSpace(filter[i]) && !IsBreak(filter, i, start))
                {
                    i++;
                }

                tokens.Add(new(FilterTokenKind.Value, filter[start..i], start));
            }
        }

        tokens.Add(new(FilterTokenKind.End, "", filter.Length));
        return tokens;
    }

    /// <summary>An unquoted value ends at an operator, bracket or quote; ids and times with colons are to be quoted.</summary>
    private static bool IsBreak(string filter, int i, int start) => filter[i] is '(' or ')' or '<' or '>' or '!' or '=' or '"'
        || (filter[i] == ':' && i > start);

    private static FilterToken Quoted(string filter, ref int i)
    {
        var start = i;
        var quote = filter[i++];
        var text = new StringBuilder();
        while (i < filter.Length && filter[i] != quote)
        {
            if (filter[i] == '\\' && i + 1 < filter.Length)
            {
                i++;
            }

            text.Append(filter[i++]);
        }

        if (i == filter.Length)
        {
            throw FilterErrors.At(start, $"the quote {quote} is not closed");
        }

        i++;
        return new(FilterTokenKind.Value, text.ToString(), start, Quoted: true);
    }
}
