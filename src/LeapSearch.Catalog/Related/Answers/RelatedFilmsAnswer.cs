using LeapSearch.Catalog.Related.Editors;
using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.Catalog.Snapshots;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>Films related to films: fill the profile, search, diversify, say why.</summary>
internal sealed class RelatedFilmsAnswer(Snapshot snapshot, RelatedFilmsQuery query, CancellationToken cancellationToken)
{
    /// <summary>Films of a person that what is related to them starts from.</summary>
    private const int MaxOwnSeeds = 16;

    private readonly Diversity diversity = Diversity.Current;
    private readonly FilmGraph graph = snapshot.Graph;
    private readonly Comparison<ScoredFilm> byId = (a, b) => snapshot.Graph.IdOf(a.Film).SequenceCompareTo(snapshot.Graph.IdOf(b.Film));
    private readonly AllowedFilms? allowed = FilterSets.Of(snapshot.Graph, snapshot.Searcher, query.Filter, cancellationToken);
    private readonly HashSet<ulong> excluded = [.. query.Excluded.Select(TieKey.Hash)];

    /// <summary>What editors chose for these films, then what is related to them.</summary>
    public List<RelatedFilm> ToFilms(IReadOnlyList<ItemRef> seeds, EditorChoices editors)
    {
        excluded.UnionWith(query.FilmIds.SelectMany(editors.BlocksOf).Select(TieKey.Hash));
        var pinned = query.FilmIds.SelectMany(editors.PinsOf).Distinct(StringComparer.Ordinal).Except(query.FilmIds)
            .Select(graph.FindFilm).OfType<ItemRef>().ToArray();
        var results = Own(pinned.Select(p => (p, new Reason { Kind = ReasonKind.Editor, Text = "Chosen by the editors", Weight = 1 }, 0f)));
        excluded.UnionWith(pinned.Select(p => graph.About(p).IdHash));
        var profile = RelatedSearch.Current.Profile;
        profile.Clear();
        var names = TieNames.Current();
        foreach (var seed in seeds)
        {
            profile.AddFilm(graph, seed, seeds.Count);
            names.Add(IndexValues.Document(snapshot, seed).Film, IndexValues.Value(snapshot, seed));
        }

        results.AddRange(ToProfile(query.Count - results.Count, names));
        AddLabels(results, editors);
        return results;
    }

    /// <summary>The films of a person, then what is related to them.</summary>
    public List<RelatedFilm> ToPerson(Person person)
    {
        var own = PersonFilms.Of(graph, person.Id);
        var item = new ReasonItem { Id = person.Id, Name = person.Name };
        var results = Own(own.Select(f => (f.Film, PersonFilms.Reason(f.Mark, item, f.Score), f.Score)));
        var profile = RelatedSearch.Current.Profile;
        profile.Clear();
        var names = TieNames.Current();
        foreach (var (film, _, _) in own.Take(MaxOwnSeeds))
        {
            profile.AddFilm(graph, film, Math.Min(own.Count, MaxOwnSeeds));
            names.Add(IndexValues.Document(snapshot, film).Film, IndexValues.Value(snapshot, film));
        }

        foreach (var (film, _, _) in own)
        {
            profile.Excluded.Add(graph.About(film).IdHash);
        }

        results.AddRange(ToProfile(query.Count - results.Count, names));
        return results;
    }

    /// <summary>The films that an article is about, then what is related to them and to what it tells.</summary>
    public List<RelatedFilm> ToArticle(Article article, ItemRef item)
    {
        var ties = ArticleTies.Of(snapshot, item);
        var films = ties.FilmIds.Select(graph.FindFilm).OfType<ItemRef>().ToList();
        var results = Own(films.Select(f => (f, Mentioned(article), 1f)));
        var profile = RelatedSearch.Current.Profile;
        profile.Clear();
        var names = TieNames.Current();
        foreach (var film in films)
        {
            profile.AddFilm(graph, film, films.Count);
            names.Add(IndexValues.Document(snapshot, film).Film, IndexValues.Value(snapshot, film));
        }

        ties.AddTo(profile, names, snapshot);
        results.AddRange(ToProfile(query.Count - results.Count, names));
        return results;
    }

    /// <summary>Related to what the thread's profile was filled with; <paramref name="names"/> name its ties.</summary>
    private List<RelatedFilm> ToProfile(int count, TieNames names)
    {
        if (count <= 0)
        {
            return [];
        }

        var search = RelatedSearch.Current;
        search.Profile.Excluded.UnionWith(excluded);
        var weights = query.Weights;
        cancellationToken.ThrowIfCancellationRequested();
        var found = search.Find(graph, weights, allowed, Diversity.PoolFor(count));
        SettleTies(found, Diversity.PoolFor(count));
        var total = weights.Sum();
        var picks = diversity.Pick(
            graph, found, count, query.Diversity, total / SignalWeights.Default.Sum(), search.Profile, query.ManyOfFamily);
        var reasons = new FilmReasons(graph, search.Profile, weights, names);
        var results = new List<RelatedFilm>(picks.Length);
        foreach (var pick in picks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var film = found[pick];
            var result = new RelatedFilm
            {
                Film = IndexValues.Card(snapshot, film.Film),
                Score = total > 0 ? film.Score / total : 0,
            };
            reasons.AddTo(result.Reasons, film.Film, search.SignalsOf(graph, film.Film), search.KeywordsTell);
            results.Add(result);
        }

        return results;
    }

    /// <summary>Films that are answers by themselves, above all that are only related.</summary>
    private List<RelatedFilm> Own(IEnumerable<(ItemRef Film, Reason Reason, float Score)> films)
        =>
        [
            .. films.Where(f => allowed?.Has(f.Film.Leaf, f.Film.Item) != false && !excluded.Contains(graph.About(f.Film).IdHash))
                .Take(query.Count)
                .Select(f => new RelatedFilm
                {
                    Film = IndexValues.Card(snapshot, f.Film), Score = 1 + f.Score, Reasons = { f.Reason },
                }),
        ];

    private void AddLabels(List<RelatedFilm> results, EditorChoices editors)
    {
        foreach (var result in results)
        {
            if (query.FilmIds.Select(seed => editors.LabelOf(seed, result.Film.Id)).FirstOrDefault(l => l is not null) is not { } label)
            {
                continue;
            }

            if (result.Reasons.FirstOrDefault(r => r.Kind == ReasonKind.Editor) is { } pin)
            {
                pin.Text = label;
            }
            else
            {
                result.Reasons.Insert(0, new Reason { Kind = ReasonKind.Editor, Text = label, Weight = 1 });
            }
        }
    }

    private static Reason Mentioned(Article article) => new()
    {
        Kind = ReasonKind.Mention,
        Text = $"Subject of the article: {article.Title}",
        Items = { new ReasonItem { Id = article.Id, Name = article.Title } },
        Weight = 1,
    };

    /// <summary>
    /// Orders films of equal score by their ids; until here, by the ids' hashes. Those beyond <paramref name="most"/> stay so: hardly one of them is
    /// picked.
    /// </summary>
    private void SettleTies(Span<ScoredFilm> films, int most)
    {
        for (var start = 0; start < Math.Min(most, films.Length);)
        {
            var end = start + 1;
            while (end < films.Length && films[end].Score == films[start].Score)
            {
                end++;
            }

            if (end - start > 1)
            {
                films[start..end].Sort(byId);
            }

            start = end;
        }
    }
}
