using LeapSearch.Catalog.Related.Fields;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// What a visitor may have come for: the seeds' directors, their leads, their rarest genre. A diverse list shows something of each (xQuAD:
/// Santos, Macdonald and Ounis 2010), so each is a bit in a mask that scoring fills as it meets the tie, at no cost.
/// </summary>
internal sealed class Aspects
{
    public const int Most = 8;

    private const int MaxDirectors = 3;
    private const int MaxLeads = 4;

    /// <summary>A genre beside a person: what most films have is no aspect.</summary>
    private const float GenreWeight = 0.6f;
    private const float MinGenreRarity = 0.15f;

    private readonly float[] weights = new float[Most];

    /// <summary>How many there are; aspect n is bit n.</summary>
    public int Count { get; private set; }

    /// <summary>How much each counts, from 0 to 1.</summary>
    public ReadOnlySpan<float> Weights => weights.AsSpan(0, Count);

    /// <summary>Chooses the aspects of a profile whose rarities are known, and notes each in its term.</summary>
    public void Choose(Span<ProfileTerm> terms)
    {
        Count = 0;
        foreach (ref var term in terms)
        {
            term.DirectorAspect = term.CastAspect = term.GenreAspect = 0;
        }

        var best = Largest(terms, Role.Director);
        for (var n = 0; n < MaxDirectors && Largest(terms, Role.Director) is >= 0 and var director; n++)
        {
            terms[director].DirectorAspect = Add(terms[director].Director / terms[best].Director);
        }

        best = Largest(terms, Role.Lead);
        for (var n = 0; n < MaxLeads && Largest(terms, Role.Lead) is >= 0 and var lead; n++)
        {
            var share = terms[lead].Cast / terms[best].Cast;
            terms[lead].CastAspect = Add(share * share);
        }

        if (Largest(terms, Role.Genre) is >= 0 and var genre && terms[genre].Rarity >= MinGenreRarity)
        {
            terms[genre].GenreAspect = Add(GenreWeight);
        }
    }

    private byte Add(float weight)
    {
        weights[Count] = weight;
        return (byte)(1 << Count++);
    }

    /// <summary>The term with the largest part in a role that is no aspect yet, ties by key; -1 for none.</summary>
    private static int Largest(ReadOnlySpan<ProfileTerm> terms, Role role)
    {
        var (at, most) = (-1, 0f);
        for (var t = 0; t < terms.Length; t++)
        {
            ref readonly var term = ref terms[t];
            var part = role switch
            {
                Role.Director when term.Kind == TieKind.Person && term.DirectorAspect == 0 => term.Director,
                Role.Lead when term.Kind == TieKind.Person && term.CastAspect == 0 => term.Cast,
                Role.Genre when term.Kind == TieKind.Genre && term.GenreAspect == 0 => term.Value * term.Rarity,
                _ => 0,
            };
            if (part > most || (part == most && part > 0 && term.Key < terms[at].Key))
            {
                (at, most) = (t, part);
            }
        }

        return at;
    }

    private enum Role
    {
        Director,
        Lead,
        Genre,
    }
}
