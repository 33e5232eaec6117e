using System.Globalization;
using LeapSearch.Analysis;
using LeapSearch.Analysis.Names;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.LuceneExtensions.Search.Expansion;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>A query whose slips are mended.</summary>
/// <param name="Query">The query as a document has it.</param>
/// <param name="Steps">What was mended; none where no slip was found.</param>
internal sealed record Correction(ParsedQuery Query, IReadOnlyList<QueryStep> Steps);

/// <summary>"Did you mean": what the query's slips are mended to, read off a document that they led to.</summary>
internal static class Corrections
{
    private const int MostEdits = 2;

    /// <summary>Two slips in one place may be three edits, and are mended in words of so many letters.</summary>
    private const int MostEditsOfLong = 3, Long = 7;

    /// <summary>The query with the words that a document, found with slips, has in their place.</summary>
    public static Correction Of(ParsedQuery query, Document found)
    {
        var values = DocumentText.Of(found).Where(v => v.Kind != TextKind.Running).ToArray();
        var words = values.SelectMany(v => Words(v.Value)).DistinctBy(w => w.Term).ToArray();
        var steps = new List<QueryStep>();
        var text = query.Text;
        var untouched = text.Length;
        foreach (var word in query.Words.Reverse())
        {
            if (word.Bigrams.Count > 0 || word.End > untouched || words.Any(w => w.Term.StartsWith(word.Term, StringComparison.Ordinal)))
            {
                continue;
            }

            if (Nearest(word.Term, words, isPrefix: word == query.Words[^1]) is { } nearest)
            {
                text = string.Concat(text.AsSpan(0, word.Start), nearest.Original.ToLowerInvariant(), text.AsSpan(word.End));
                untouched = word.Start;
                steps.Insert(0, new QueryStep { Kind = QueryStepKind.Corrected, Text = word.Original, Value = nearest.Original });
            }
        }

        if (steps.Count == 0 && Whole(query.Text, values) is { } title)
        {
            text = title.ToLowerInvariant();
            steps.Add(new QueryStep { Kind = QueryStepKind.Corrected, Text = query.Text, Value = title });
        }

        return steps.Count == 0 ? new Correction(query, steps) : new Correction(QueryParser.Parse(text, "query"), steps);
    }

    /// <summary>The words of a value, and those that a hyphen holds together also as one, as the index has them.</summary>
    private static IEnumerable<QueryWord> Words(string value)
    {
        var words = QueryWords.Parse(value);
        var joined = words.Zip(words.Skip(1))
            .Where(p => p is { First.Bigrams.Count: 0, Second.Bigrams.Count: 0 } && QueryWords.Between(value, p.First, p.Second) is [var mark] && char.GetUnicodeCategory(mark) == UnicodeCategory.DashPunctuation)
            .Select(p => p.First with { Term = p.First.Term + p.Second.Term, Original = value[p.First.Start..p.Second.End], End = p.Second.End });
        return words.Concat(joined);
    }

    private static QueryWord? Nearest(string typed, IReadOnlyList<QueryWord> words, bool isPrefix) => words
        .Select(w => (Word: w, Distance: EditDistance.Bounded(typed, w.Term, Most(typed), isPrefix)))
        .Where(w => w.Distance <= Most(typed))
        .OrderBy(w => w.Distance)
        .ThenBy(w => Math.Abs(w.Word.Term.Length - typed.Length))
        .ThenBy(w => w.Word.Term, StringComparer.Ordinal)
        .FirstOrDefault()
        .Word;

    private static int Most(string typed) => typed.Length < Long ? MostEdits : MostEditsOfLong;

    /// <summary>The title or name that the whole query is but for a slip, with blanks where they may.</summary>
    private static string? Whole(string query, IEnumerable<TextValue> values)
    {
        var key = Folding.FoldKey(query);
        return values.Where(v => v.Kind is TextKind.Title or TextKind.OtherTitle)
            .Select(v => v.Value)
            .FirstOrDefault(v => NameForms.Orders(v).Any(o => EditDistance.Bounded(key, o, MostEdits) <= MostEdits));
    }
}
