using LeapSearch.LuceneExtensions.Directories;
using LeapSearch.LuceneExtensions.Search;
using LeapSearch.LuceneExtensions.Search.Impacts;
using LeapSearch.LuceneExtensions.Similarities;
using Lucene.Net.Index;
using Lucene.Net.Search;
using BooleanClause = LeapSearch.LuceneExtensions.Search.BooleanClause;

namespace LeapSearch.Benchmarks.Search;

/// <summary>LeapSearch's engine.</summary>
internal sealed class Impacts : IContestant
{
    private const int CountUpTo = 1_000;

    private readonly ImpactEngine engine = new(message => throw new InvalidDataException(message));
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public Impacts(string folder)
    {
        reader = DirectoryReader.Open(IndexDirectory.Open(folder));
        searcher = new IndexSearcher(reader) { Similarity = new LeapSimilarity() };
    }

    public string Name => "LeapSearch";

    public float[] Search(string kind, string text, string? group, bool withScores)
    {
        var plan = new SearchPlan
        {
            Branches = [new SearchBranch(0, Clause(kind, text))],
            Filter = group is null ? null : new TermClause(SearchIndex.GroupField, group),
            KeyField = SearchIndex.KeyField,
            Count = 10,
            CountUpTo = CountUpTo,
        };
        var hits = engine.Search(searcher, plan, CancellationToken.None).Hits;
        return withScores ? [.. hits.Select(h => h.Score)] : [];
    }

    public void Dispose() => reader.Dispose();

    private static Clause Clause(string kind, string text)
    {
        var words = text.Split(' ');
        return kind switch
        {
            "term" => new TermClause("plot", text),
            "or" => new BooleanClause([], [.. words.Select(w => new TermClause("plot", w))], []),
            "and" => new BooleanClause([.. words.Select(w => new TermClause("plot", w))], [], []),
            "phrase" => new PhraseClause("plot", words),
            "prefix" => new PrefixClause("title", text),
            "fuzzy" => new FuzzyClause("people", text, 1),
            "fuzzy2" => new FuzzyClause("people", text, 2),
            _ => new BooleanClause([], [.. words.Select(w => new DisMaxClause([new TermClause("title", w, 3), new TermClause("people", w, 2), new TermClause("plot", w)], 0.1f))], []),
        };
    }
}
