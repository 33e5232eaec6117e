using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Queries.Editors;

/// <summary>
/// A query with what its words stand for by the editors' table. The longest phrase from the left counts, and each word once. Within a run of
/// characters that are written without blanks (Han, kana, Hangul, Thai) a phrase of two or more is found anywhere.
/// </summary>
/// <param name="Places">The query in pieces, at least one of them with synonyms.</param>
internal sealed record SynonymReading(IReadOnlyList<SynonymPlace> Places)
{
    /// <summary>Pieces of one query that synonyms are added to, from the left.</summary>
    public const int MaxPlaces = 4;

    /// <summary>Whole queries with one or more pieces replaced that are looked for as titles and names.</summary>
    public const int MaxWholes = 16;

    /// <summary>The reading of a query's words; null where no word has synonyms.</summary>
    public static SynonymReading? Of(IReadOnlyList<QueryWord> words, SynonymTable table)
    {
        if (table.IsEmpty)
        {
            return null;
        }

        var places = new List<SynonymPlace>();
        for (var at = 0; at < words.Count;)
        {
            at += AddPlace(places, words, at, table) is > 0 and var taken ? taken : AddRun(places, words[at], table);
        }

        return places.Any(p => p.Others.Count > 0) ? new SynonymReading(places) : null;
    }

    /// <summary>The same without words that need not match.</summary>
    public SynonymReading Without(StopWords stopWords)
        => new([.. Places.Where(p => p.Others.Count > 0 || !p.Typed.All(stopWords.Has))]);

    /// <summary>The words typed and all that they stand for: what is marked in what was found.</summary>
    public IReadOnlyList<QueryWord> AllWords()
        => [.. Places.SelectMany(p => p.Others.SelectMany(o => o.Words).Concat(p.Typed)).DistinctBy(w => w.Term)];

    /// <summary>The query with one or more pieces replaced, likeliest first: those with the fewest replaced.</summary>
    public IEnumerable<string> Wholes()
    {
        List<(string Text, int Replaced)> wholes = [("", 0)];
        foreach (var place in Places)
        {
            var kept = wholes.Select(w => (Text: Join(w.Text, place.Text), w.Replaced));
            var replaced = wholes.SelectMany(w => place.Others.Select(o => (Text: Join(w.Text, o.Text), Replaced: w.Replaced + 1)));
            wholes = [.. kept.Concat(replaced).OrderBy(w => w.Replaced).Take(MaxWholes + 1)];
        }

        return wholes.Where(w => w.Replaced > 0).Select(w => w.Text);
    }

    /// <summary>What was added, to be told.</summary>
    public IEnumerable<QueryStep> Steps()
        => Places.SelectMany(p => p.Others.Select(o => new QueryStep { Kind = QueryStepKind.Synonym, Text = p.Text, Value = o.Text }));

    private static int AddPlace(List<SynonymPlace> places, IReadOnlyList<QueryWord> words, int at, SynonymTable table)
    {
        if (IsFull(places))
        {
            return 0;
        }

        for (var count = Math.Min(table.LongestFrom(words[at]), words.Count - at); count > 0; count--)
        {
            if (table.Of(words, at, count) is { } others)
            {
                places.Add(new SynonymPlace([.. words.Skip(at).Take(count)], others));
                return count;
            }
        }

        return 0;
    }

    /// <summary>Adds one word in pieces, those within it that have synonyms and what is between them.</summary>
    private static int AddRun(List<SynonymPlace> places, QueryWord word, SynonymTable table)
    {
        if (word.Bigrams.Count == 0)
        {
            places.Add(new SynonymPlace([word], []));
            return 1;
        }

        var rest = 0;
        var folded = Folding.FoldWithOffsets(word.Original);
        var run = folded.Text;
        for (var at = 0; at < run.Length - 1 && !IsFull(places);)
        {
            var length = Longest(run.AsSpan(at), table);
            if (length > 0)
            {
                AddTyped(places, Typed(folded, rest, at));
                places.Add(new SynonymPlace(QueryWords.Parse(Typed(folded, at, at + length)), table.Of(run.AsSpan(at, length))!));
                rest = at + length;
            }

            at += Math.Max(length, 1);
        }

        if (rest == 0)
        {
            places.Add(new SynonymPlace([word], []));
        }
        else
        {
            AddTyped(places, Typed(folded, rest, run.Length));
        }

        return 1;
    }

    private static string Typed(FoldedText run, int start, int end) => start < end ? run.Original[run.StartOf(start)..run.EndOf(end - 1)] : "";

    private static int Longest(ReadOnlySpan<char> run, SynonymTable table)
    {
        for (var length = Math.Min(table.LongestRun, run.Length); length > 1; length--)
        {
            if (table.Of(run[..length]) is not null)
            {
                return length;
            }
        }

        return 0;
    }

    private static void AddTyped(List<SynonymPlace> places, string typed)
        => places.AddRange(QueryWords.Parse(typed).Select(w => new SynonymPlace([w], [])));

    private static bool IsFull(List<SynonymPlace> places) => places.Count(p => p.Others.Count > 0) == MaxPlaces;

    private static string Join(string before, string text) => before.Length == 0 ? text : $"{before} {text}";
}
