using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// What the seeds have, as one weighted set of ties: the score of a film against it is the mean of its scores against the seeds. Filled
/// anew for each call; its arrays are kept.
/// </summary>
internal sealed class SeedProfile
{
    private readonly Dictionary<ulong, int> numbers = [];

    /// <summary>Ties in <see cref="Terms"/>.</summary>
    public int Count { get; private set; }

    public ProfileTerm[] Terms { get; private set; } = new ProfileTerm[128];

    /// <summary>Seed films with year and place, the first <see cref="Seeds"/>.</summary>
    public (int Year, float Place, float Popularity)[] Times { get; private set; } = new (int, float, float)[64];

    public int Seeds { get; private set; }

    /// <summary>What of the seeds a diverse list shows something of; chosen once the terms' rarities are known.</summary>
    public Aspects Aspects { get; } = new();

    /// <summary>Hashes of ids that are not answered: the seeds and what the request excludes.</summary>
    public HashSet<ulong> Excluded { get; } = [];

    public void Clear()
    {
        Count = 0;
        Seeds = 0;
        numbers.Clear();
        Excluded.Clear();
    }

    /// <summary>Adds a seed film, one of <paramref name="seeds"/> in all.</summary>
    public void AddFilm(FilmGraph graph, ItemRef film, int seeds)
    {
        var part = graph.Leaves[film.Leaf].Part;
        ref readonly var about = ref part.About[film.Item];
        var share = 1f / seeds;
        Times[Seeds++] = (about.Year, graph.Ranks.Place(about.Popularity), about.Popularity);
        Excluded.Add(about.IdHash);
        for (var i = part.TieStart[film.Item]; i < part.TieStart[film.Item + 1]; i++)
        {
            var tie = part.Ties[i];
            var mark = part.Marks[i];
            if (part.Kinds[tie] == TieKind.Keyword && FormKeywords.Has(part.Keys[tie]))
            {
                continue;
            }

            ref var term = ref Term(part.Keys[tie], part.Kinds[tie]);
            if (term.Kind == TieKind.Person)
            {
                var roles = PersonMark.RolesOf(mark);
                term.Director += (roles & Roles.Director) != 0 ? share * SignalMath.InverseRoot(about.Directors) : 0;
                term.Cast += (roles & Roles.Cast) != 0 ? share * SignalMath.Billing(PersonMark.BillingOf(mark)) * SignalMath.InverseCastNorm(about.Cast) : 0;
                term.Writer += (roles & Roles.Writer) != 0 ? share * SignalMath.InverseRoot(about.Writers) : 0;
            }
            else
            {
                term.Value += share * FilmScorer.TieValue(term.Kind, mark, about);
            }
        }
    }

    /// <summary>Adds a tie that no seed film has but the seed asks for: a person or word of an article. <paramref name="value"/> is as of <see cref="FilmScorer.TieValue"/>.</summary>
    public void AddTie(TieKind kind, ulong hash, float value)
    {
        ref var term = ref Term(TieKey.Of(kind, hash), kind);
        if (kind == TieKind.Person)
        {
            term.Director += value;
            term.Cast += value;
            term.Writer += value;
        }
        else
        {
            term.Value += value;
        }
    }

    /// <summary>The number of the term of a key, or -1.</summary>
    public int Find(ulong key) => numbers.TryGetValue(key, out var number) ? number : -1;

    private ref ProfileTerm Term(ulong key, TieKind kind)
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            number = Count++;
            numbers[key] = number;
            if (number == Terms.Length)
            {
                var larger = new ProfileTerm[Terms.Length * 2];
                Terms.CopyTo(larger, 0);
                Terms = larger;
            }

            Terms[number] = new ProfileTerm { Key = key, Kind = kind, IsPlace = kind == TieKind.Keyword && PlaceKeywords.Has(key) };
        }

        return ref Terms[number];
    }
}

/// <summary>A tie of the seeds.</summary>
internal struct ProfileTerm
{
    public ulong Key;
    public TieKind Kind;

    /// <summary>Whether it is one of <see cref="PlaceKeywords"/>.</summary>
    public bool IsPlace;

    /// <summary>Items that have it, over all parts.</summary>
    public int Frequency;

    /// <summary><see cref="SignalMath.Rarity"/> of it.</summary>
    public float Rarity;

    /// <summary>Of a person: as director, in the cast, as writer; each divided by the seed's length in that role.</summary>
    public float Director;
    public float Cast;
    public float Writer;

    /// <summary>Of other ties: what the seed brings to the product.</summary>
    public float Value;

    /// <summary>The bit in <see cref="Aspects"/> of who has the person as director, in the cast, or has the genre; 0 for none.</summary>
    public byte DirectorAspect;
    public byte CastAspect;
    public byte GenreAspect;
}
