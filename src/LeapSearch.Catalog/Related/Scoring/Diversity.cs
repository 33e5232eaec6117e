using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Picks a list out of the best films so that they differ from one another and show something of all that the seeds are known for: maximal
/// marginal relevance (Carbonell and Goldstein 1998) over shared people and titles, coverage of the seeds' <see cref="Aspects"/> (xQuAD),
/// and caps on what a list may hold of one director and of one title family.
/// <code>
/// next    = argmax over the pool of  score + diversity * unit * (Coverage * new - Strength * overlap)
/// overlap = the shared directors and cast over all of both (Jaccard) with the picked film that it overlaps most, 1 within a title family
/// new     = the weights of its aspects that no picked film has, and Second of those that one has
/// unit    = the request's weights over the fitted ones, so that a request that scales them all changes nothing
/// </code>
/// Films that share something telling with the seeds come before those that are of their time and country only, and before these even a
/// few more of a director than the cap; what the caps leave out comes last, rather than not at all.
/// At diversity 0 the caps are off as well: the best matches, whoever made them.
/// </summary>
/// <remarks>
/// What a film shares with those picked is looked at only when, sharing nothing, it would be picked; of most of the pool it never is.
/// </remarks>
internal sealed class Diversity
{
    /// <summary>Where a request gives none; chosen on the measured frontier (docs/relevance.md, "Related films").</summary>
    public const double Default = 0.5;

    /// <summary>How much full overlap counts against the score at diversity 1, on the scale of <see cref="SignalWeights"/>.</summary>
    private const float Strength = 3;

    /// <summary>How much a new aspect of weight 1 counts at diversity 1, likewise.</summary>
    private const float Coverage = 3;

    /// <summary>What the second film of an aspect counts beside the first.</summary>
    private const float Second = 0.5f;

    /// <summary>Films of each aspect that are looked at though they are not among the best.</summary>
    private const int PerAspect = 2;

    /// <summary>Films of one director in a list of ten, at diversity above 0; one more for each further ten.</summary>
    private const int PerDirector = 3;

    /// <summary>How many more where all others share nothing telling.</summary>
    private const int MorePerDirector = 2;

    /// <summary>Rungs of the ladder: telling and capped, telling and capped less, capped less, all.</summary>
    private const int LastRung = 3;

    private const int MaxPeople = 16;
    private const int MaxFamilies = 6;

    [ThreadStatic]
    private static Diversity? current;

    private PoolFilm[] pool = [];
    private ulong[] people = [];
    private ulong[] families = [];
    private int[] picks = [];

    /// <summary>The picked films by their numbers in the pool.</summary>
    private int[] pickedPool = [];
    private int[] numbers = [];

    /// <summary>The thread's own.</summary>
    public static Diversity Current => current ??= new Diversity();

    /// <summary>The best films looked at for a list of that many.</summary>
    public static int PoolFor(int count) => (count * 4) + 24;

    /// <summary>The numbers of the picked films, in order; valid until the next call.</summary>
    /// <param name="graph">Where the films are.</param>
    /// <param name="films">The scored films, best first.</param>
    /// <param name="count">Films to pick.</param>
    /// <param name="diversity">0 to 1.</param>
    /// <param name="unit">The sum of the request's weights over that of the fitted ones.</param>
    /// <param name="seeds">The seeds, whose family counts as picked once.</param>
    /// <param name="manyOfFamily">Lifts the cap on families.</param>
    public ReadOnlySpan<int> Pick(
        FilmGraph graph, ReadOnlySpan<ScoredFilm> films, int count, double diversity, float unit, SeedProfile seeds, bool manyOfFamily)
    {
        if (diversity <= 0)
        {
            return First(Math.Min(count, films.Length));
        }

        var size = FillPool(films, count, seeds);
        var picked = 0;
        var seedFamily = 0;
        var perDirector = PerDirector + ((count - 1) / 10);
        var strength = Strength * (float)diversity * unit;
        var coverage = Coverage * (float)diversity * unit;
        Span<float> open = stackalloc float[Aspects.Most];
        seeds.Aspects.Weights.CopyTo(open);

        for (var rung = 0; rung <= LastRung; rung++)
        {
            var most = rung == 0 ? perDirector : perDirector + MorePerDirector;
            while (picked < count)
            {
                var best = -1;
                var bestValue = float.NegativeInfinity;
                for (var i = 0; i < size; i++)
                {
                    ref readonly var film = ref films[numbers[i]];
                    if (pool[i].Taken || (rung < 2 && !film.IsTelling))
                    {
                        continue;
                    }

                    var value = film.Score + (coverage * New(film.Aspects, open));
                    if (value <= bestValue)
                    {
                        continue;
                    }

                    CompareWithPicked(graph, films, i, picked, seeds);
                    value -= strength * pool[i].Overlap;
                    if (value > bestValue && (rung == LastRung || !IsCapped(pool[i], seedFamily, most, manyOfFamily)))
                    {
                        (best, bestValue) = (i, value);
                    }
                }

                if (best < 0)
                {
                    break;
                }

                pool[best].Taken = true;
                seedFamily += pool[best].OfSeed ? 1 : 0;
                pickedPool[picked] = best;
                picks[picked++] = numbers[best];
                Cover(films[numbers[best]].Aspects, open, seeds.Aspects.Weights);
            }
        }

        return picks.AsSpan(0, picked);
    }

    private ReadOnlySpan<int> First(int count)
    {
        Reserve(count);
        for (var i = 0; i < count; i++)
        {
            picks[i] = i;
        }

        return picks.AsSpan(0, count);
    }

    /// <summary>Takes the best films and the best of each aspect; returns how many.</summary>
    private int FillPool(ReadOnlySpan<ScoredFilm> films, int count, SeedProfile seeds)
    {
        var best = Math.Min(films.Length, PoolFor(count));
        Reserve(best + (Aspects.Most * PerAspect));
        var size = 0;
        for (; size < best; size++)
        {
            numbers[size] = size;
        }

        if (seeds.Aspects.Count > 0)
        {
            Span<int> wanted = stackalloc int[Aspects.Most];
            wanted[..seeds.Aspects.Count].Fill(PerAspect);
            for (var i = best; i < films.Length; i++)
            {
                if (films[i].Aspects != 0 && IsWanted(films[i].Aspects, wanted))
                {
                    numbers[size++] = i;
                }
            }
        }

        pool.AsSpan(0, size).Clear();
        return size;
    }

    private static bool IsWanted(byte aspects, Span<int> wanted)
    {
        var isWanted = false;
        for (var aspect = 0; aspect < Aspects.Most; aspect++)
        {
            if ((aspects & (1 << aspect)) != 0 && wanted[aspect] > 0)
            {
                isWanted = true;
                wanted[aspect]--;
            }
        }

        return isWanted;
    }

    /// <summary>What a film with these aspects adds.</summary>
    private static float New(byte aspects, ReadOnlySpan<float> open)
    {
        var sum = 0f;
        for (var aspect = 0; aspects != 0; aspect++, aspects >>= 1)
        {
            sum += (aspects & 1) != 0 ? open[aspect] : 0;
        }

        return sum;
    }

    /// <summary>Notes that a film with these aspects was picked.</summary>
    private static void Cover(byte aspects, Span<float> open, ReadOnlySpan<float> weights)
    {
        for (var aspect = 0; aspect < weights.Length; aspect++)
        {
            if ((aspects & (1 << aspect)) != 0)
            {
                open[aspect] = open[aspect] == weights[aspect] ? Second * weights[aspect] : 0;
            }
        }
    }

    private static bool IsCapped(in PoolFilm film, int seedFamily, int perDirector, bool manyOfFamily)
        => film.SameDirector >= perDirector || (!manyOfFamily && ((film.OfSeed && seedFamily > 0) || film.SameFamily > 0));

    /// <summary>Notes what a film of the pool shares with those picked since it was last compared.</summary>
    private void CompareWithPicked(FilmGraph graph, ReadOnlySpan<ScoredFilm> films, int number, int picked, SeedProfile seeds)
    {
        ref var film = ref pool[number];
        if (!film.IsLoaded)
        {
            Load(graph, films[numbers[number]].Film, number, seeds);
        }

        for (; film.Compared < picked; film.Compared++)
        {
            Compare(number, pickedPool[film.Compared]);
        }
    }

    private void Load(FilmGraph graph, ItemRef item, int number, SeedProfile seeds)
    {
        var part = graph.Leaves[item.Leaf].Part;
        var loaded = new PoolFilm { IsLoaded = true };
        var end = part.TieStart[item.Item + 1];

        // People come first, of each film the directors, and they alone of what stands before the words have marks.
        for (var i = part.TieStart[item.Item]; i < end && part.Marks[i] != 0 && loaded.People < MaxPeople; i++)
        {
            var roles = PersonMark.RolesOf(part.Marks[i]);
            if ((roles & (Roles.Director | Roles.Cast)) != 0)
            {
                loaded.Directors += (roles & Roles.Director) != 0 ? 1 : 0;
                people[(number * MaxPeople) + loaded.People++] = part.Keys[part.Ties[i]];
            }
        }

        ref readonly var about = ref part.About[item.Item];
        var first = end - about.Words - about.Families;
        for (var i = first; i < first + Math.Min((int)about.Families, MaxFamilies); i++)
        {
            var key = part.Keys[part.Ties[i]];
            families[(number * MaxFamilies) + loaded.Families++] = key;
            loaded.OfSeed |= seeds.Find(key) >= 0;
        }

        pool[number] = loaded;
    }

    /// <summary>Notes what a film of the pool shares with a picked one.</summary>
    private void Compare(int number, int with)
    {
        ref var film = ref pool[number];
        var theirs = people.AsSpan(with * MaxPeople, pool[with].People);
        var mine = people.AsSpan(number * MaxPeople, film.People);
        var shared = 0;
        var director = false;
        for (var p = 0; p < mine.Length; p++)
        {
            var at = theirs.IndexOf(mine[p]);
            shared += at >= 0 ? 1 : 0;
            director |= at >= 0 && at < pool[with].Directors && p < film.Directors;
        }

        film.SameDirector += director ? 1 : 0;
        var theirFamilies = families.AsSpan(with * MaxFamilies, pool[with].Families);
        if (families.AsSpan(number * MaxFamilies, film.Families).IndexOfAny(theirFamilies) >= 0)
        {
            film.SameFamily++;
            film.Overlap = 1;
        }

        if (shared > 0)
        {
            film.Overlap = Math.Max(film.Overlap, shared / (float)(mine.Length + theirs.Length - shared));
        }
    }

    private void Reserve(int films)
    {
        if (pool.Length < films)
        {
            pool = new PoolFilm[films];
            people = new ulong[films * MaxPeople];
            families = new ulong[films * MaxFamilies];
            picks = new int[films];
            pickedPool = new int[films];
            numbers = new int[films];
        }
    }

    private struct PoolFilm
    {
        public int People;
        public int Directors;
        public int Families;

        /// <summary>The largest overlap with a picked film.</summary>
        public float Overlap;

        /// <summary>Picked films of a director of it.</summary>
        public int SameDirector;

        /// <summary>Picked films of its family.</summary>
        public int SameFamily;

        /// <summary>Whether it shares a family title with a seed.</summary>
        public bool OfSeed;

        /// <summary>Picked films that it was compared with.</summary>
        public int Compared;

        public bool IsLoaded;
        public bool Taken;
    }
}
