using System.Collections.Frozen;
using LeapSearch.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace LeapSearch.Catalog.Related.Fields;

/// <summary>The distinct words of a text with how often each stands in it, most frequent first, as the index's analyzer makes them.</summary>
internal static class TextWords
{
    private static readonly TextAnalyzer Analyzer = new();

    /// <summary>
    /// English words that tell nothing of a story. Rarity would weigh them near nothing; leaving them out keeps a fifth of all ties out of
    /// the graph. Words of other languages are left to rarity.
    /// </summary>
    private static readonly FrozenSet<string> Empty =
        ("the and but for nor with from into onto upon over under after before while when where who whom whose which what that this these those "
        + "his her hers him she they them their its our you your are was were been being has have had does did will would can could should may "
        + "might must not all any both each few more most other some such only own same than too very just also about against between through "
        + "during out off again then once here there how why one two find finds get gets take takes must film movie story").Split(' ').ToFrozenSet();

    /// <summary>At most <paramref name="most"/> words; of equals the first in the text.</summary>
    public static IReadOnlyList<(string Word, int Frequency)> Of(string text, int most)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var counts = new Dictionary<string, (int Frequency, int First)>(StringComparer.Ordinal);
        using (var tokens = Analyzer.GetTokenStream("", text))
        {
            var term = tokens.GetAttribute<ICharTermAttribute>();
            tokens.Reset();
            while (tokens.IncrementToken())
            {
                var word = term.ToString();
                if ((word.Length <= 2 && word[0] < 0x80) || Empty.Contains(word))
                {
                    continue;
                }

                counts[word] = counts.TryGetValue(word, out var seen) ? (seen.Frequency + 1, seen.First) : (1, counts.Count);
            }

            tokens.End();
        }

        return [.. counts.OrderByDescending(c => c.Value.Frequency).ThenBy(c => c.Value.First).Take(most).Select(c => (c.Key, c.Value.Frequency))];
    }
}
