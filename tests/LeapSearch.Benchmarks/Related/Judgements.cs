using System.IO.Compression;
using System.Text.Json;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Testing;
using LeapSearch.Testing.Films;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Related;

/// <summary>The judged films with the signals of every film of the catalogue against each.</summary>
internal sealed class Judgements
{
    public const string File = "judgements/colikes.jsonl.gz";

    private Judgements(List<JudgedFilm> films, int catalogue)
    {
        Films = films;
        Catalogue = catalogue;
    }

    public List<JudgedFilm> Films { get; }

    /// <summary>Films of the catalogue.</summary>
    public int Catalogue { get; }

    /// <summary>
    /// The films of the test data. They carry no popularity but stand in its order, source by source; so a film's popularity is one over
    /// its place. Korean films have about a twentieth of the readers of American ones at the same place.
    /// </summary>
    public static IEnumerable<Document> Documents()
    {
        var places = new Dictionary<string, int>();
        foreach (var document in FilmDataConverter.Documents(FilmData.TmdbFilms))
        {
            var country = document.Film.Countries.FirstOrDefault("");
            var place = places[country] = places.GetValueOrDefault(country) + 1;
            document.Film.Popularity = (country == "KR" ? 50.0 : 1000.0) / place;
            yield return document;
        }
    }

    public static Judgements Load(RelatedCorpus corpus)
    {
        var graph = corpus.Graph;
        var byHash = new Dictionary<ulong, int>();
        var search = RelatedSearch.Current;
        search.Profile.Clear();
        var refs = search.AllSignals(graph).Select(f => f.Film).ToArray();
        for (var i = 0; i < refs.Length; i++)
        {
            byHash[graph.Leaves[refs[i].Leaf].Part.About[refs[i].Item].IdHash] = i;
        }

        var films = new List<JudgedFilm>();
        foreach (var (id, related) in Read(SharedData.PathOf(File)))
        {
            var seed = byHash[TieKey.Hash(id)];
            search.Profile.Clear();
            search.Profile.AddFilm(graph, refs[seed], 1);
            var signals = search.AllSignals(graph).Select(f => f.Signals).ToArray();
            films.Add(new JudgedFilm(seed, related.ToDictionary(r => byHash[TieKey.Hash(r.Key)], r => r.Value), signals));
        }

        return new Judgements(films, refs.Length);
    }

    public static IEnumerable<(string Id, Dictionary<string, int> Related)> Read(string path)
    {
        using var file = System.IO.File.OpenRead(path);
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return (
                json.RootElement.GetProperty("film").GetString()!,
                json.RootElement.GetProperty("related").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()));
        }
    }
}

/// <summary>A judged film.</summary>
/// <param name="Seed">Its number in the catalogue.</param>
/// <param name="Grades">The grades of those liked with it, by their numbers.</param>
/// <param name="Signals">Every film's signals against it.</param>
internal sealed record JudgedFilm(int Seed, Dictionary<int, int> Grades, Signals[] Signals)
{
    private readonly double ideal = Grades.Values.OrderDescending().Take(10).Select((g, i) => Gain(g) / Math.Log2(i + 2)).Sum();

    public double Ndcg(IReadOnlyList<int> ranked)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(10, ranked.Count); i++)
        {
            sum += Gain(Grades.GetValueOrDefault(ranked[i])) / Math.Log2(i + 2);
        }

        return sum / ideal;
    }

    /// <summary>NDCG@10 of the films in order of score.</summary>
    public double Ndcg(in Signals weights) => Ndcg(Best(weights, 10));

    public int[] Best(in Signals weights, int count)
    {
        Span<(float Score, int Film)> best = stackalloc (float, int)[count + 1];
        var size = 0;
        for (var film = 0; film < Signals.Length; film++)
        {
            if (film == Seed)
            {
                continue;
            }

            var score = Signals[film].Dot(weights);
            if (size == count && score <= best[size - 1].Score)
            {
                continue;
            }

            var at = size;
            while (at > 0 && best[at - 1].Score < score)
            {
                best[at] = best[at - 1];
                at--;
            }

            best[at] = (score, film);
            size = Math.Min(size + 1, count);
        }

        var films = new int[size];
        for (var i = 0; i < size; i++)
        {
            films[i] = best[i].Film;
        }

        return films;
    }

    private static double Gain(int grade) => Math.Pow(2, grade) - 1;
}
