using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Understanding;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Answers;

/// <summary>"Did you mean": what the query's slips were mended to, read off the best document that they led to.</summary>
internal static class Corrections
{
    /// <summary>The mended query and its steps; an empty text where nothing was mended.</summary>
    public static (string Text, IReadOnlyList<QueryStep> Steps) Of(ParsedQuery query, Document best)
    {
        var words = DocumentText.Of(best).Where(v => v.Kind != TextKind.Running)
            .SelectMany(v => QueryWords.Parse(v.Value))
            .DistinctBy(w => w.Term)
            .ToArray();
        var steps = new List<QueryStep>();
        var text = query.Text;
        foreach (var word in query.Words.Reverse())
        {
            if (word.Bigrams.Count > 0 || words.Any(w => w.Term == word.Term || w.Term.StartsWith(word.Term, StringComparison.Ordinal)))
            {
                continue;
            }

            var nearest = words.Select(w => (Word: w, Distance: EditDistance.DamerauLevenshtein(word.Term, w.Term, 2)))
                .Where(w => w.Distance is >= 1 and <= 2)
                .OrderBy(w => w.Distance)
                .ThenBy(w => w.Word.Term, StringComparer.Ordinal)
                .FirstOrDefault();
            if (nearest.Word is null || word.End > text.Length)
            {
                continue;
            }

            text = string.Concat(text.AsSpan(0, word.Start), nearest.Word.Original.ToLowerInvariant(), text.AsSpan(word.End));
            steps.Insert(0, new QueryStep { Kind = QueryStepKind.Corrected, Text = word.Original, Value = nearest.Word.Original });
        }

        return steps.Count == 0 ? ("", steps) : (text, steps);
    }
}
