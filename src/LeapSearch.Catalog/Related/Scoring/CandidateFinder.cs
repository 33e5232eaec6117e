using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Gathers films that may score high: through ties in order of rarity, through time (<see cref="ContemporaryFinder"/>), and at the end
/// of the ladder the best known. In a small catalogue, or behind a narrow filter, every film.
/// </summary>
internal sealed class CandidateFinder
{
    /// <summary>Up to so many films all are candidates: looking for the best would cost more than scoring.</summary>
    public const int SmallCatalogue = 1_000;

    /// <summary>Items looked at through ties, in all. A tie is taken whole or not at all, so that the segments do not matter.</summary>
    private const int TieBudget = 1_600;

    /// <summary>Items looked at through words of the synopsis, which say least, where the other ties find too little.</summary>
    private const int WordBudget = 400;

    private readonly ContemporaryFinder contemporaries = new();
    private readonly NearestByPopularity nearest = new();
    private (int Frequency, ulong Key, int Term)[] order = new (int, ulong, int)[128];

    public void Find(
        FilmGraph graph, SeedProfile profile, in Signals weights, int[] numbers, AllowedFilms? allowed, int count, CandidateSet into)
    {
        if (graph.Films <= SmallCatalogue || allowed?.Count <= SmallCatalogue)
        {
            Everything(graph, allowed, into);
            BarExcluded(graph, profile, into);
            return;
        }

        var wanted = count + profile.Excluded.Count;
        ByTies(graph, profile, weights, numbers, allowed, TieBudget, words: false, into);
        if (weights[Signal.Year] + weights[Signal.Popularity] > 0 && profile.Seeds > 0)
        {
            contemporaries.Find(graph, profile, weights, allowed, into);
        }

        if (into.Count < wanted || profile.Seeds == 0)
        {
            ByTies(graph, profile, weights, numbers, allowed, WordBudget, words: true, into);
        }

        if (into.Count < wanted)
        {
            Ladder(graph, profile, allowed, wanted, into);
        }

        AddTimes(graph, profile, weights, into);
        BarExcluded(graph, profile, into);
    }

    /// <summary>Every live and allowed film.</summary>
    public static void Everything(FilmGraph graph, AllowedFilms? allowed, CandidateSet into)
    {
        for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
        {
            var place = graph.Leaves[leaf];
            for (var item = 0; item < place.Part.Documents.Length; item++)
            {
                if (place.Part.About[item].IsFilm && place.IsLive(item) && allowed?.Has(leaf, item) != false)
                {
                    into.Add(place.ItemBase + item, leaf, item, 0);
                }
            }
        }
    }

    /// <summary>Bars what is not to be answered.</summary>
    public static void BarExcluded(FilmGraph graph, SeedProfile profile, CandidateSet into)
    {
        foreach (var idHash in profile.Excluded)
        {
            foreach (var place in graph.Leaves)
            {
                if (place.Part.FindId(Graph.GraphPart.IdKey(true, idHash)) is >= 0 and var item)
                {
                    into.Bar(place.ItemBase + item);
                }
            }
        }
    }

    private void ByTies(
        FilmGraph graph, SeedProfile profile, in Signals weights, int[] numbers, AllowedFilms? allowed, int budget, bool words, CandidateSet into)
    {
        if (order.Length < profile.Count)
        {
            order = new (int, ulong, int)[profile.Count * 2];
        }

        var terms = profile.Terms;
        var count = 0;
        for (var t = 0; t < profile.Count; t++)
        {
            if ((terms[t].Kind == TieKind.Word) == words)
            {
                order[count++] = (terms[t].Frequency, terms[t].Key, t);
            }
        }

        var sorted = order.AsSpan(0, count);
        sorted.Sort();
        foreach (var (frequency, _, t) in sorted)
        {
            var worth = Worth(terms[t], weights);
            if (worth <= 0)
            {
                continue;
            }

            budget -= frequency;
            if (budget < 0)
            {
                break;
            }

            for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
            {
                var tie = numbers[(leaf * profile.Count) + t];
                if (tie >= 0)
                {
                    Take(graph, leaf, graph.Leaves[leaf].Part.ItemsOf(tie), worth, allowed, into);
                }
            }
        }
    }

    private static void Take(FilmGraph graph, int leaf, ReadOnlySpan<int> items, float worth, AllowedFilms? allowed, CandidateSet into)
    {
        var place = graph.Leaves[leaf];
        foreach (var item in items)
        {
            if (place.IsLive(item) && allowed?.Has(leaf, item) != false)
            {
                into.Add(place.ItemBase + item, leaf, item, worth);
            }
        }
    }

    /// <summary>What a film is likely to gain by a tie, before its own side is known.</summary>
    private static float Worth(in ProfileTerm term, in Signals weights) => term.Kind switch
    {
        TieKind.Person => term.Rarity * ((weights[Signal.Director] * term.Director) + (weights[Signal.Cast] * term.Cast * 0.5f) + (weights[Signal.Writer] * term.Writer)),
        TieKind.Genre => weights[Signal.Genre] * term.Rarity * term.Value * 0.6f,
        TieKind.Keyword => weights[Signal.Keyword] * SignalMath.Keywords(term.Rarity * term.Rarity * term.Value) * 0.7f,
        TieKind.Country => weights[Signal.Country] * term.Value * 0.8f,
        TieKind.Language => weights[Signal.Language] * term.Value * 0.8f,
        TieKind.Word => weights[Signal.Synopsis] * term.Rarity * term.Rarity * term.Value * 0.2f,
        TieKind.Family => weights[Signal.Family] * term.Value,
        _ => 0,
    };

    /// <summary>Adds what the candidates' years and popularity are worth, the mean over the seeds.</summary>
    private static void AddTimes(FilmGraph graph, SeedProfile profile, in Signals weights, CandidateSet into)
    {
        if (profile.Seeds == 0)
        {
            return;
        }

        var year = weights[Signal.Year] / profile.Seeds;
        var popularity = weights[Signal.Popularity] / profile.Seeds;
        var times = profile.Times.AsSpan(0, profile.Seeds);
        var all = graph.Times;
        foreach (ref var candidate in into.All)
        {
            var time = candidate.Time != Graph.FilmTime.Unknown ? candidate.Time : all[candidate.Leaf][candidate.Item];
            var place = graph.Ranks.PlaceOfBin(time.Bin);
            foreach (ref readonly var seed in times)
            {
                candidate.Score += (year * SignalMath.YearNearness(time.Year, seed.Year)) + (popularity * SignalMath.BothKnown(place, seed.Place));
            }
        }
    }

    /// <summary>The best known films of the seeds' countries, then of all.</summary>
    private void Ladder(FilmGraph graph, SeedProfile profile, AllowedFilms? allowed, int wanted, CandidateSet into)
    {
        for (var t = 0; t < profile.Count && into.Count < wanted; t++)
        {
            if (profile.Terms[t].Kind == TieKind.Country)
            {
                MostPopular(graph, TieKey.Of(TieKind.CountryFilms, TieKey.Of(TieKind.Country, profile.Terms[t].Key)), allowed, wanted, into);
            }
        }

        if (into.Count < wanted)
        {
            MostPopular(graph, TieKey.Of(TieKind.AllFilms, 0UL), allowed, wanted, into);
        }
    }

    private void MostPopular(FilmGraph graph, ulong key, AllowedFilms? allowed, int wanted, CandidateSet into)
    {
        foreach (var (_, _, film) in nearest.Find(graph, key, float.PositiveInfinity, wanted * 2, allowed))
        {
            into.Add(graph.Leaves[film.Leaf].ItemBase + film.Item, film.Leaf, film.Item, 0);
        }
    }
}
