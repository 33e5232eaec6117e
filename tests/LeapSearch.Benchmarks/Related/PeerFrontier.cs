using LeapSearch.Catalog.Evaluation;
using LeapSearch.Catalog.Related;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Related;

/// <summary>
/// <c>related-peers JUDGEMENTS…</c>: quality against diversity, ours and what others do, on the films of the test data; every peer is made
/// diverse by the same maximal marginal relevance over shared people and titles and the same caps. Without files, on the judgements that
/// come with the data.
/// </summary>
internal static class PeerFrontier
{
    private static readonly double[] Steps = [0, 0.25, 0.5, 0.75, 1];

    public static int Run(string[] files)
    {
        var corpus = RelatedCorpus.Build(Judgements.Documents());
        var graph = corpus.Graph;
        var films = new Film[corpus.Reader.MaxDoc];
        var refs = new ItemRef[films.Length];
        for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
        {
            for (var item = 0; item < graph.Leaves[leaf].Part.Documents.Length; item++)
            {
                var document = graph.DocumentOf(new ItemRef(leaf, item));
                (films[document], refs[document]) = (SnapshotReader.Read(corpus.Reader, document).Film, new ItemRef(leaf, item));
            }
        }

        var peers = new PeerScores(films);
        var like = new MoreLikeThisPeer(corpus.Reader);
        var judged = (files.Length == 0 ? [LeapSearch.Testing.SharedData.PathOf(Judgements.File)] : files).SelectMany(RelatedJudgementFiles.Read).ToArray();
        Console.WriteLine("| | diversity | NDCG@10 | 95 % interval | overlap | distinct |\n|---|---|---|---|---|---|");
        foreach (var (name, score) in peers.All)
        {
            Row(name, seed => Ranked(score(seed), seed, refs, graph));
        }

        Row("MoreLikeThis", seed => [.. like.Scored(seed, 128).Select(d => new ScoredFilm(d.Score, graph.About(refs[d.Doc]).IdHash, refs[d.Doc], 0, true))]);
        Row("LeapSearch", Ours);
        return 0;

        void Row(string name, Func<int, ScoredFilm[]> rank)
        {
            foreach (var diversity in Steps)
            {
                var outcomes = judged.Select(j => new RelatedOutcome(j, List(rank, j.FilmId, diversity), 10, 0)).ToArray();
                var f = RelatedFigures.Of(outcomes);
                Console.WriteLine($"| {name} | {diversity:0.00} | {f.Ndcg:0.000} | {f.NdcgLow:0.000}-{f.NdcgHigh:0.000} | {f.Overlap:0.000} | {f.Distinct:0.000} |");
            }
        }

        Film[] List(Func<int, ScoredFilm[]> rank, string id, double diversity)
        {
            var seed = graph.FindFilm(id) ?? throw new InvalidDataException($"no film {id}");
            var profile = RelatedSearch.Current.Profile;
            profile.Clear();
            profile.AddFilm(graph, seed, 1);
            var ranked = rank(graph.DocumentOf(seed));
            return [.. Diversity.Current.Pick(graph, ranked, 10, diversity, 1, profile, false).ToArray().Select(p => films[graph.DocumentOf(ranked[p].Film)])];
        }

        ScoredFilm[] Ours(int seed) => RelatedSearch.Current.Find(graph, SignalWeights.Default, null, Diversity.PoolFor(10)).ToArray();
    }

    /// <summary>The best films by a peer's scores, on the scale of ours: its best counts 10.</summary>
    private static ScoredFilm[] Ranked(float[] scores, int seed, ItemRef[] refs, FilmGraph graph)
    {
        var best = Enumerable.Range(0, scores.Length).Where(d => d != seed).OrderByDescending(d => scores[d]).ThenBy(d => d).Take(128).ToArray();
        var scale = scores[best[0]] > 0 ? 10 / scores[best[0]] : 0;
        return [.. best.Select(d => new ScoredFilm(scores[d] * scale, graph.About(refs[d]).IdHash, refs[d], 0, true))];
    }
}

/// <summary>What others score a film's relatives by.</summary>
internal sealed class PeerScores(Film[] films)
{
    private readonly HashSet<string>[] values = [.. films.Select(f => Values(f).ToHashSet())];
    private readonly Dictionary<string, int> frequency = films.SelectMany(f => Values(f).Distinct()).CountBy(v => v).ToDictionary();

    public (string Name, Func<int, float[]> Score)[] All =>
    [
        ("popularity", _ => [.. films.Select(f => (float)f.Popularity)]),
        ("Jaccard", seed => Each(other => Shared(seed, other).Count() / (float)values[seed].Union(values[other]).Count())),
        ("rarity-weighted overlap", seed => Each(other => Shared(seed, other).Sum(v => MathF.Log(films.Length / (float)frequency[v])))),
        ("Jellyfin's constants", seed => Each(other => Shared(seed, other).Sum(Constant))),
    ];

    private float[] Each(Func<int, float> score)
    {
        var scores = new float[films.Length];
        Parallel.For(0, films.Length, other => scores[other] = score(other));
        return scores;
    }

    private IEnumerable<string> Shared(int a, int b) => values[a].Where(values[b].Contains);

    /// <summary>Director 50, actor 15, genre 10, tag 5 (MovieSimilarItemsProvider).</summary>
    private static float Constant(string value) => value[0] switch { 'd' => 50, 'c' => 15, 'g' => 10, _ => 5 };

    private static IEnumerable<string> Values(Film film)
        => film.Directors.Select(d => $"d{d.Name}").Concat(film.Cast.Select(c => $"c{c.Name}"))
            .Concat(film.Genres.Select(g => $"g{g}")).Concat(film.Keywords.Select(k => $"k{k}"));
}
