using LeapSearch.Analysis;
using LeapSearch.Catalog.Queries.Editors;
using Lucene.Net.Index;

namespace LeapSearch.Catalog.Queries.Planning;

/// <summary>
/// Which words to do without when no document holds them all: first those that the index does not have at all, then the least telling
/// ones. At most half of the words go, and never all: an answer to something else is worse than none.
/// </summary>
internal static class WordDropping
{
    /// <summary>Tries, each of them a search.</summary>
    private const int MaxChoices = 4;

    /// <summary>The words that may be left, the most first.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="words">The query's words.</param>
    /// <param name="fields">The fields that are searched.</param>
    /// <param name="synonyms">What the editors say that they stand for; a word that stands for something is not unknown.</param>
    public static IEnumerable<IReadOnlyList<QueryWord>> Choices(
        IndexReader reader, IReadOnlyList<QueryWord> words, FieldGroup fields, SynonymReading? synonyms = null)
    {
        if (words.Count < 2)
        {
            yield break;
        }

        var known = synonyms?.Places.Where(p => p.Others.Count > 0).SelectMany(p => p.Typed).Select(w => w.Term).ToHashSet(StringComparer.Ordinal) ?? [];
        var frequencies = words.Select(w => Math.Max(Frequency(reader, w, fields), known.Contains(w.Term) ? 1 : 0)).ToArray();
        var order = Enumerable.Range(0, words.Count)
            .OrderByDescending(i => frequencies[i] == 0 ? long.MaxValue : frequencies[i])
            .ToArray();
        var unknown = frequencies.Count(f => f == 0);
        var most = words.Count / 2;
        for (var dropped = Math.Max(unknown, 1); dropped <= most && dropped - Math.Max(unknown, 1) < MaxChoices; dropped++)
        {
            var gone = order.Take(dropped).ToHashSet();
            yield return [.. words.Where((_, i) => !gone.Contains(i))];
        }
    }

    private static long Frequency(IndexReader reader, QueryWord word, FieldGroup fields)
    {
        var term = word.Bigrams.Count == 0 ? word.Term : word.Bigrams[0];
        return fields.Text.Sum(f => (long)reader.DocFreq(new Term(f.Field, term)));
    }
}
