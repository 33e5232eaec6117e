using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>Gathers films that may score high, from ties in order of rarity and from the seeds' contemporaries, and at the end of the ladder from the best known.</summary>
internal sealed class CandidateFinder
{
    /// <summary>Items looked at through ties, in all. A tie is taken whole or not at all, so that the segments do not matter.</summary>
    private const int TieBudget = 3_000;

    /// <summary>Contemporaries wanted in all; years farther off are looked at until there are so many.</summary>
    private const int Contemporaries = 600;

    private const int MaxYears = 12;

    /// <summary>Seeds whose contemporaries are looked for.</summary>
    private const int MaxTimes = 8;

    /// <summary>Films of a genre in a year, nearest in popularity.</summary>
    private const int NearestInYear = 24;

    private readonly NearestByPopularity nearest = new();
    private (int Frequency, ulong Key, int Term)[] order = new (int, ulong, int)[128];

    public void Find(
        FilmGraph graph, SeedProfile profile, in Signals weights, int[] numbers, AllowedFilms? allowed, int count, CandidateSet into)
    {
        ByTies(graph, profile, weights, numbers, allowed, into);
        ByTime(graph, profile, weights, allowed, into);
        if (into.Count < count + profile.Excluded.Count)
        {
            Ladder(graph, profile, allowed, count + profile.Excluded.Count, into);
        }

        AddTimes(graph, profile, weights, into);
    }

    /// <summary>The best of the candidates, in no order; excluded films are left out.</summary>
    public ReadOnlySpan<Candidate> Best(CandidateSet candidates, int most)
    {
        var all = candidates.All;
        if (all.Length > most)
        {
            all.Sort(static (a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.IdHash.CompareTo(b.IdHash));
            all = all[..most];
        }

        return all;
    }

    private void ByTies(FilmGraph graph, SeedProfile profile, in Signals weights, int[] numbers, AllowedFilms? allowed, CandidateSet into)
    {
        if (order.Length < profile.Count)
        {
            order = new (int, ulong, int)[profile.Count * 2];
        }

        var terms = profile.Terms;
        for (var t = 0; t < profile.Count; t++)
        {
            order[t] = (terms[t].Frequency, terms[t].Key, t);
        }

        var sorted = order.AsSpan(0, profile.Count);
        sorted.Sort();
        var left = TieBudget;
        foreach (var (frequency, _, t) in sorted)
        {
            var worth = Worth(terms[t], weights);
            if (worth <= 0)
            {
                continue;
            }

            left -= frequency;
            if (left < 0)
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
        TieKind.Keyword => weights[Signal.Keyword] * term.Rarity * term.Rarity * term.Value * 0.3f,
        TieKind.Country => weights[Signal.Country] * term.Rarity * term.Value,
        TieKind.Language => weights[Signal.Language] * term.Rarity * term.Value,
        TieKind.Word => weights[Signal.Synopsis] * term.Rarity * term.Rarity * term.Value * 0.2f,
        TieKind.Family => weights[Signal.Family] * term.Value,
        _ => 0,
    };

    private void ByTime(FilmGraph graph, SeedProfile profile, in Signals weights, AllowedFilms? allowed, CandidateSet into)
    {
        if (weights[Signal.Year] + weights[Signal.Popularity] <= 0)
        {
            return;
        }

        var seeds = Math.Min(profile.Seeds, MaxTimes);
        for (var s = 0; s < seeds; s++)
        {
            var seen = 0;
            for (var distance = 0; distance <= MaxYears && seen < Contemporaries / seeds; distance++)
            {
                for (var t = 0; t < profile.Count; t++)
                {
                    if (profile.Terms[t].Kind == TieKind.Genre)
                    {
                        seen += InYear(graph, profile, t, profile.Times[s].Year - distance, profile.Times[s].Popularity, weights, allowed, into);
                        seen += distance == 0 ? 0 : InYear(graph, profile, t, profile.Times[s].Year + distance, profile.Times[s].Popularity, weights, allowed, into);
                    }
                }
            }
        }
    }

    private int InYear(
        FilmGraph graph, SeedProfile profile, int genre, int year, float popularity, in Signals weights, AllowedFilms? allowed, CandidateSet into)
    {
        ref readonly var term = ref profile.Terms[genre];
        var key = TieKey.OfGenreYear(TieKey.Of(TieKind.Genre, term.Key), year);
        var found = nearest.Find(graph, key, popularity, NearestInYear, allowed);
        var worth = term.Rarity * weights[Signal.Genre] * term.Value * 0.6f;
        foreach (var (_, _, film) in found)
        {
            into.Add(graph.Leaves[film.Leaf].ItemBase + film.Item, film.Leaf, film.Item, worth);
        }

        return found.Length;
    }

    /// <summary>Adds what the candidates' years and popularity are worth, by the first seed; bars what is not to be answered.</summary>
    private static void AddTimes(FilmGraph graph, SeedProfile profile, in Signals weights, CandidateSet into)
    {
        foreach (ref var candidate in into.All)
        {
            ref readonly var about = ref graph.Leaves[candidate.Leaf].Part.About[candidate.Item];
            candidate.IdHash = about.IdHash;
            if (profile.Seeds > 0)
            {
                candidate.Score += (weights[Signal.Year] * SignalMath.YearNearness(about.Year, profile.Times[0].Year))
                    + (weights[Signal.Popularity] * SignalMath.BothKnown(graph.Ranks.Place(about.Popularity), profile.Times[0].Place));
            }

            if (profile.Excluded.Contains(about.IdHash))
            {
                candidate.Score = float.NegativeInfinity;
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
