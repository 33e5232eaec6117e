namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Finds the films that score highest against a profile. Two steps: candidates from the rarest ties and from contemporaries of the same
/// genre, each within a budget that depends on the catalogue alone and not on its segments; then the exact score of the best of them.
/// </summary>
/// <remarks>
/// Behaves as if written: score every film, keep the best; but may miss films that share nothing rarer with the seeds than what thousands
/// share and are no close contemporaries. <see cref="Exhaustive"/> is that slow loop, and the oracle. One instance a thread; it allocates
/// only when a call is larger than any before.
/// </remarks>
internal sealed class RelatedSearch
{
    /// <summary>Films scored exactly.</summary>
    private const int Scored = 128;

    [ThreadStatic]
    private static RelatedSearch? current;

    private readonly CandidateSet candidates = new();
    private readonly CandidateFinder finder = new();
    private readonly FilmScorer scorer = new();
    private int[] numbers = [];
    private ItemRef[] films = [];

    /// <summary>Of each leaf the place of its next film.</summary>
    private int[] places = [];
    private ScoredFilm[] found = new ScoredFilm[Scored];
    private ScoredFilm[] sorted = new ScoredFilm[Scored];
    private ulong[] order = new ulong[Scored];

    /// <summary>The thread's own.</summary>
    public static RelatedSearch Current => current ??= new RelatedSearch();

    /// <summary>What was touched, of no meaning; kept so that the compiler does not leave the reading out.</summary>
    internal int Touched { get; private set; }

    /// <summary>The profile to fill before a search.</summary>
    public SeedProfile Profile { get; } = new();

    /// <summary>The best films against <see cref="Profile"/>, best first, ties by the hash of the id; valid until the next call.</summary>
    /// <param name="graph">Where.</param>
    /// <param name="weights">How signals count.</param>
    /// <param name="allowed">What may be answered; null for all.</param>
    /// <param name="count">Films wanted, where the catalogue has them.</param>
    public Span<ScoredFilm> Find(FilmGraph graph, in Signals weights, AllowedFilms? allowed, int count)
    {
        Prepare(graph);
        candidates.Clear();
        finder.Find(graph, Profile, weights, numbers, allowed, count, candidates);
        return Score(graph, weights, candidates.Best(graph.Films <= CandidateFinder.SmallCatalogue ? int.MaxValue : Math.Max(Scored, count * 2)));
    }

    /// <summary>The same by scoring every film.</summary>
    public Span<ScoredFilm> Exhaustive(FilmGraph graph, in Signals weights, AllowedFilms? allowed)
    {
        Prepare(graph);
        candidates.Clear();
        CandidateFinder.Everything(graph, allowed, candidates);
        CandidateFinder.BarExcluded(graph, Profile, candidates);
        return Score(graph, weights, candidates.Best(int.MaxValue));
    }

    /// <summary>The signals of one film against <see cref="Profile"/>.</summary>
    public Signals SignalsOf(FilmGraph graph, ItemRef film)
    {
        Prepare(graph);
        scorer.Use(graph, film.Leaf, Profile, numbers.AsSpan(film.Leaf * Profile.Count, Profile.Count));
        return scorer.Signals(film.Item);
    }

    /// <summary><see cref="FilmScorer.KeywordsTell"/> of the film whose signals were asked for last.</summary>
    public bool KeywordsTell => scorer.KeywordsTell;

    /// <summary>The signals of every film against <see cref="Profile"/>, in the order of leaves and items: what weights are fitted on.</summary>
    public IEnumerable<(ItemRef Film, Signals Signals)> AllSignals(FilmGraph graph)
    {
        Prepare(graph);
        for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
        {
            scorer.Use(graph, leaf, Profile, numbers.AsSpan(leaf * Profile.Count, Profile.Count));
            for (var item = 0; item < graph.Leaves[leaf].Part.Documents.Length; item++)
            {
                if (graph.Leaves[leaf].Part.About[item].IsFilm)
                {
                    yield return (new ItemRef(leaf, item), scorer.Signals(item));
                }
            }
        }
    }

    /// <summary>Looks the profile's ties up in every part, and how rare they are over all.</summary>
    private void Prepare(FilmGraph graph)
    {
        var terms = Profile.Terms.AsSpan(0, Profile.Count);
        if (numbers.Length < terms.Length * graph.Leaves.Length)
        {
            numbers = new int[terms.Length * graph.Leaves.Length * 2];
        }

        foreach (ref var term in terms)
        {
            term.Frequency = 0;
        }

        foreach (var leaf in graph.Leaves)
        {
            foreach (ref readonly var term in terms)
            {
                Touched += (int)leaf.Part.Table.Touch(term.Key);
            }
        }

        for (var leaf = 0; leaf < graph.Leaves.Length; leaf++)
        {
            var part = graph.Leaves[leaf].Part;
            var here = numbers.AsSpan(leaf * terms.Length, terms.Length);
            for (var t = 0; t < terms.Length; t++)
            {
                here[t] = part.Find(terms[t].Key);
            }

            for (var t = 0; t < terms.Length; t++)
            {
                if (here[t] >= 0)
                {
                    terms[t].Frequency += part.ItemStart[here[t] + 1] - part.ItemStart[here[t]];
                }
            }
        }

        foreach (ref var term in terms)
        {
            term.Rarity = SignalMath.Rarity(term.Frequency, graph.Films);
        }

        Profile.Aspects.Choose(terms);
    }

    private Span<ScoredFilm> Score(FilmGraph graph, in Signals weights, ReadOnlySpan<Candidate> from)
    {
        if (found.Length < from.Length)
        {
            found = new ScoredFilm[from.Length];
        }

        var order = ByLeaf(graph.Leaves.Length, from);
        Touch(graph, order);
        for (var start = 0; start < order.Length;)
        {
            var leaf = order[start].Leaf;
            var part = graph.Leaves[leaf].Part;
            scorer.Use(graph, leaf, Profile, numbers.AsSpan(leaf * Profile.Count, Profile.Count));
            for (; start < order.Length && order[start].Leaf == leaf; start++)
            {
                var item = order[start].Item;
                var signals = scorer.Signals(item);
                found[start] = new ScoredFilm(signals.Dot(weights), part.About[item].IdHash, order[start], scorer.Aspects, signals.IsTelling(scorer.KeywordsTell));
            }
        }

        return Sorted(order.Length);
    }

    /// <summary>What was found, best first. Sorted as numbers, of the score and the place; then equals by the hash of their ids.</summary>
    private Span<ScoredFilm> Sorted(int count)
    {
        if (order.Length < count)
        {
            order = new ulong[found.Length];
            sorted = new ScoredFilm[found.Length];
        }

        var keys = order.AsSpan(0, count);
        for (var i = 0; i < count; i++)
        {
            // Zero has two signs; adding makes them one. Scores are never negative.
            keys[i] = ((ulong)~BitConverter.SingleToUInt32Bits(found[i].Score + 0f) << 32) | (uint)i;
        }

        keys.Sort();
        for (var i = 0; i < count; i++)
        {
            sorted[i] = found[(uint)keys[i]];
        }

        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && keys[end] >> 32 == keys[start] >> 32)
            {
                end++;
            }

            if (end - start > 1)
            {
                sorted.AsSpan(start, end - start).Sort();
            }

            start = end;
        }

        return sorted.AsSpan(0, count);
    }

    /// <summary>The films of the candidates, those of a leaf together.</summary>
    private ReadOnlySpan<ItemRef> ByLeaf(int leaves, ReadOnlySpan<Candidate> from)
    {
        if (films.Length < from.Length)
        {
            films = new ItemRef[from.Length];
        }

        if (places.Length <= leaves)
        {
            places = new int[leaves + 1];
        }

        places.AsSpan().Clear();
        foreach (ref readonly var candidate in from)
        {
            places[candidate.Leaf + 1]++;
        }

        for (var leaf = 0; leaf < leaves; leaf++)
        {
            places[leaf + 1] += places[leaf];
        }

        foreach (ref readonly var candidate in from)
        {
            films[places[candidate.Leaf]++] = new ItemRef(candidate.Leaf, candidate.Item);
        }

        return films.AsSpan(0, from.Length);
    }

    /// <summary>
    /// Reads a little of each cache line of the films' data, without using it: loads that do not wait for one another go to memory
    /// together, where scoring would wait for each. First where the ties begin, then the ties.
    /// </summary>
    private void Touch(FilmGraph graph, ReadOnlySpan<ItemRef> films)
    {
        const int Line = 64;
        var sum = 0;
        foreach (var film in films)
        {
            var part = graph.Leaves[film.Leaf].Part;
            sum += part.TieStart[film.Item] + part.About[film.Item].Directors;
        }

        foreach (var film in films)
        {
            var part = graph.Leaves[film.Leaf].Part;
            var (start, end) = (part.TieStart[film.Item], part.TieStart[film.Item + 1]);
            for (var tie = start; tie < end; tie += Line / sizeof(int))
            {
                sum += part.Ties[tie];
            }

            for (var tie = start; tie < end; tie += Line)
            {
                sum += part.Marks[tie];
            }
        }

        Touched = sum;
    }
}

/// <summary>
/// A film with its score, the <see cref="Scoring.Aspects"/> of the seeds that it has, and whether what it shares is telling
/// (<see cref="Signals.IsTelling(bool)"/>); compares best first, ties by the hash of its id.
/// </summary>
internal readonly record struct ScoredFilm(float Score, ulong IdHash, ItemRef Film, byte Aspects, bool IsTelling) : IComparable<ScoredFilm>
{
    public int CompareTo(ScoredFilm other)
        => other.Score.CompareTo(Score) is not 0 and var order ? order : IdHash.CompareTo(other.IdHash);
}
