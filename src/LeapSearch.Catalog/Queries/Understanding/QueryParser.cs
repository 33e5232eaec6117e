using System.Text;
using LeapSearch.Analysis;
using LeapSearch.Contracts;

namespace LeapSearch.Catalog.Queries.Understanding;

/// <summary>
/// Splits what a reader typed into words, "quoted phrases" and -excluded words. Nothing that is typed is an error: an unclosed
/// quote closes at the end, a minus inside a word or alone is no operator.
/// </summary>
internal static class QueryParser
{
    /// <summary>The most bytes of a query.</summary>
    public const int MaxBytes = 4_096;

    /// <summary>Words beyond this are left out: no title has as many, and each costs a search.</summary>
    public const int MaxWords = 32;

    private const string OpeningQuotes = "\"“„«「『";
    private const string ClosingQuotes = "\"”“»」』";

    /// <summary>The words of a query.</summary>
    /// <exception cref="LeapSearchException">INVALID_ARGUMENT for more than <see cref="MaxBytes"/>.</exception>
    public static ParsedQuery Parse(string query, string field)
    {
        var bytes = Encoding.UTF8.GetByteCount(query);
        if (bytes > MaxBytes)
        {
            throw LeapSearchException.InvalidArgument(field, $"{field} has {bytes:N0} bytes; at most {MaxBytes:N0} are allowed.");
        }

        // Words are told by where they stand in the trimmed text.
        query = query.Trim();
        var plain = new StringBuilder(query.Length);
        var phrases = new List<IReadOnlyList<QueryWord>>();
        var excluded = new List<IReadOnlyList<QueryWord>>();
        var i = 0;
        while (i < query.Length)
        {
            var minus = IsMinus(query, i);
            var start = minus ? i + 1 : i;
            var quote = OpeningQuotes.IndexOf(query[start]);
            var end = quote < 0 ? -1 : ClosingEnd(query, start, ClosingQuotes[quote]);
            if (end >= 0)
            {
                Add(query[(start + 1)..end], minus ? excluded : phrases);
                plain.Append(' ');
                i = Math.Min(end + 1, query.Length);
            }
            else if (minus)
            {
                var last = start;
                while (last < query.Length && !char.IsWhiteSpace(query[last]))
                {
                    last++;
                }

                Add(query[start..last], excluded);
                plain.Append(' ');
                i = last;
            }
            else
            {
                plain.Append(query[i++]);
            }
        }

        IReadOnlyList<QueryWord> words = QueryWords.Parse(plain.ToString());
        return new ParsedQuery(query, words.Count > MaxWords ? [.. words.Take(MaxWords)] : words, phrases, excluded);
    }

    /// <summary>Whether a minus before a word says that it is excluded; one behind it too says that they are part of a title: -30-.</summary>
    private static bool IsMinus(string query, int at)
    {
        if (query[at] is not ('-' or '−') || (at > 0 && !char.IsWhiteSpace(query[at - 1])) || at + 1 == query.Length || char.IsWhiteSpace(query[at + 1]))
        {
            return false;
        }

        var end = at + 1;
        while (end < query.Length && !char.IsWhiteSpace(query[end]))
        {
            end++;
        }

        return query[end - 1] != query[at];
    }

    private static int ClosingEnd(string query, int start, char closing)
    {
        // A quote counts as one only where a word may start: rock 'n' roll and 6" are words.
        if (start > 0 && !char.IsWhiteSpace(query[start - 1]) && query[start - 1] is not ('-' or '−'))
        {
            return -1;
        }

        var end = query.IndexOf(closing, start + 1);
        return end < 0 ? query.Length : end;
    }

    private static void Add(string text, List<IReadOnlyList<QueryWord>> to)
    {
        var words = QueryWords.Parse(text);
        if (words.Count > 0 && to.Count < MaxWords)
        {
            to.Add(words.Count > MaxWords ? [.. words.Take(MaxWords)] : words);
        }
    }
}
