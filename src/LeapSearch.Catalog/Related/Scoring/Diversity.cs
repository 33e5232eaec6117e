using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Picks a list out of the best films so that they differ from one another: maximal marginal relevance (Carbonell and Goldstein 1998) over
/// shared people and titles, and caps on what a list may hold of one director and of one title family.
/// <code>
/// next = argmax over the pool of  score/best - strength * diversity * (overlap with the picked film that it overlaps most)
/// overlap = the shared directors and cast over all of both (Jaccard), 1 within a title family
/// </code>
/// At diversity 0 the caps are off as well: the best matches, whoever made them.
/// </summary>
internal sealed class Diversity
{
    /// <summary>Where a request gives none; chosen on the measured frontier (docs/relevance.md, "Related films").</summary>
    public const double Default = 0.5;

    /// <summary>How much overlap counts against the score at diversity 1.</summary>
    private const float Strength = 4;

    /// <summary>Films of one director in a list of ten, at diversity above 0; one more for each further ten.</summary>
    private const int PerDirector = 2;

    private const int MaxPeople = 16;
    private const int MaxFamilies = 6;

    [ThreadStatic]
    private static Diversity? current;

    private PoolFilm[] pool = [];
    private ulong[] people = [];
    private ulong[] families = [];
    private int[] picks = [];

    /// <summary>The thread's own.</summary>
    public static Diversity Current => current ??= new Diversity();

    /// <summary>Films looked at for a list of that many.</summary>
    public static int PoolFor(int count) => (count * 4) + 24;

    /// <summary>The numbers of the picked films, in order; valid until the next call.</summary>
    /// <param name="graph">Where the films are.</param>
    /// <param name="films">The best films, best first.</param>
    /// <param name="count">Films to pick.</param>
    /// <param name="diversity">0 to 1.</param>
    /// <param name="seeds">The seeds, whose family counts as picked once.</param>
    /// <param name="manyOfFamily">Lifts the cap on families.</param>
    public ReadOnlySpan<int> Pick(
        FilmGraph graph, ReadOnlySpan<ScoredFilm> films, int count, double diversity, SeedProfile seeds, bool manyOfFamily)
    {
        films = films[..Math.Min(films.Length, PoolFor(count))];
        Reserve(films.Length);
        for (var i = 0; i < films.Length; i++)
        {
            Load(graph, films[i], i, seeds);
        }

        var picked = 0;
        var seedFamily = 0;
        var perDirector = PerDirector + ((count - 1) / 10);
        var scale = films.Length > 0 && films[0].Score > 0 ? 1 / films[0].Score : 0;
        var strength = Strength * (float)diversity;

        // What the caps leave out comes last, rather than not at all.
        for (var capped = diversity > 0; picked < count; capped = false)
        {
            while (picked < count)
            {
                var best = -1;
                var bestValue = float.NegativeInfinity;
                for (var i = 0; i < films.Length; i++)
                {
                    var value = (films[i].Score * scale) - (strength * pool[i].Overlap);
                    if (!pool[i].Taken && value > bestValue && !(capped && IsCapped(pool[i], seedFamily, perDirector, manyOfFamily)))
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
                picks[picked++] = best;
                Compare(films.Length, best);
            }

            if (!capped)
            {
                break;
            }
        }

        return picks.AsSpan(0, picked);
    }

    private static bool IsCapped(in PoolFilm film, int seedFamily, int perDirector, bool manyOfFamily)
        => film.SameDirector >= perDirector || (!manyOfFamily && ((film.OfSeed && seedFamily > 0) || film.SameFamily > 0));

    private void Load(FilmGraph graph, in ScoredFilm film, int number, SeedProfile seeds)
    {
        var part = graph.Leaves[film.Film.Leaf].Part;
        var loaded = new PoolFilm();
        for (var i = part.TieStart[film.Film.Item]; i < part.TieStart[film.Film.Item + 1]; i++)
        {
            var tie = part.Ties[i];
            switch (part.Kinds[tie])
            {
                case TieKind.Person when loaded.People < MaxPeople && (PersonMark.RolesOf(part.Marks[i]) & (Roles.Director | Roles.Cast)) != 0:
                    // Directors come first in the value, so that the first few people are the directors.
                    loaded.Directors += (PersonMark.RolesOf(part.Marks[i]) & Roles.Director) != 0 ? 1 : 0;
                    people[(number * MaxPeople) + loaded.People++] = part.Keys[tie];
                    break;
                case TieKind.Family when loaded.Families < MaxFamilies:
                    families[(number * MaxFamilies) + loaded.Families++] = part.Keys[tie];
                    loaded.OfSeed |= seeds.Find(part.Keys[tie]) >= 0;
                    break;
            }
        }

        pool[number] = loaded;
    }

    /// <summary>Notes what the rest of the pool shares with a picked film.</summary>
    private void Compare(int count, int with)
    {
        var theirs = people.AsSpan(with * MaxPeople, pool[with].People);
        var theirFamilies = families.AsSpan(with * MaxFamilies, pool[with].Families);
        for (var i = 0; i < count; i++)
        {
            ref var film = ref pool[i];
            if (film.Taken)
            {
                continue;
            }

            var mine = people.AsSpan(i * MaxPeople, film.People);
            var shared = 0;
            var director = false;
            for (var p = 0; p < mine.Length; p++)
            {
                var at = theirs.IndexOf(mine[p]);
                shared += at >= 0 ? 1 : 0;
                director |= at >= 0 && at < pool[with].Directors && p < film.Directors;
            }

            film.SameDirector += director ? 1 : 0;
            if (families.AsSpan(i * MaxFamilies, film.Families).IndexOfAny(theirFamilies) >= 0)
            {
                film.SameFamily++;
                film.Overlap = 1;
            }

            if (shared > 0)
            {
                film.Overlap = Math.Max(film.Overlap, shared / (float)(mine.Length + theirs.Length - shared));
            }
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

        public bool Taken;
    }
}
