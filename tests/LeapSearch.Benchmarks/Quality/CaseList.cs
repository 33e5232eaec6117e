using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality;

/// <summary>Cases as they are made: a set takes so many of the candidates, chosen by the seed, no query twice.</summary>
internal sealed class CaseList(QualityCatalog catalog, Random random, int perSet)
{
    private readonly HashSet<(string Set, string Query)> seen = [];

    public List<JudgementCase> Cases { get; } = [];

    public QualityCatalog Catalog => catalog;

    public Random Random => random;

    /// <summary>Takes candidates in random order until the set is full. A candidate that gives null makes no case.</summary>
    public void Fill<T>(string set, IEnumerable<T> candidates, Func<T, JudgementCase?> make, int? count = null)
    {
        var pool = candidates.ToArray();
        random.Shuffle(pool);
        var taken = 0;
        foreach (var candidate in pool)
        {
            if (taken >= (count ?? perSet))
            {
                return;
            }

            if (make(candidate) is { } made && made.Query.Length > 0 && seen.Add((set, made.Query)))
            {
                Cases.Add(made with { Set = set });
                taken++;
            }
        }
    }

    /// <summary>A case with one right answer; whatever has the query as its very title or name is right as well.</summary>
    public JudgementCase Find(string query, JudgedDocument wanted, JudgedCall call = JudgedCall.Search)
        => Find(query, [wanted, .. catalog.Named(query)], call);

    /// <summary>A case in which only the documents given are right.</summary>
    public static JudgementCase Find(string query, IEnumerable<JudgedDocument> wanted, JudgedCall call = JudgedCall.Search)
        => new("", query, call, [], wanted.Distinct().ToDictionary(d => d, _ => 3), ExpectsNone: false, Only: 0, "");

    public static JudgementCase Graded(string query, IReadOnlyDictionary<JudgedDocument, int> grades, params DocumentType[] types)
        => new("", query, JudgedCall.Search, types, grades, ExpectsNone: false, Only: 0, "");

    public static JudgementCase None(string query)
        => new("", query, JudgedCall.Search, [], new Dictionary<JudgedDocument, int>(), ExpectsNone: true, Only: 0, "");
}
