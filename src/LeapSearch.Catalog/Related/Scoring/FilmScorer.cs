using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;

namespace LeapSearch.Catalog.Related.Scoring;

/// <summary>
/// Scores films of one part against a profile: the signals of <see cref="Signal"/>, each the product of what both sides bring, times rarity.
/// <code>
/// director, cast, writer   cosine of the people in that role, cast weighed by billing, each person times rarity
/// genre                    cosine of the sets, times rarity
/// country, language        cosine of the sets
/// keyword                  logarithm of the sum of rarity squared; not divided by the numbers, which tell how well a film is described
/// synopsis                 cosine of the sets, times rarity squared (tf-idf on both sides)
/// family                   1 where a family title is shared, and something else that is told
/// year                     nearness, the mean over the seeds
/// popularity               how well known the less known of both is, the mean over the seeds
/// </code>
/// Every signal is the same whichever of two films is the seed.
/// </summary>
internal sealed class FilmScorer
{
    /// <summary>What a person counts who directed one film and wrote the other, beside who wrote both.</summary>
    private const float CrossedRoles = 0.4f;

    private const float TellingKeywords = 0.05f;

    private readonly LocalTerms local = new();
    private SeedProfile profile = new();
    private FilmGraph graph = null!;
    private GraphPart part = null!;

    /// <summary>What one side brings to the product for a tie other than a person.</summary>
    public static float TieValue(TieKind kind, byte mark, in GraphItem about) => kind switch
    {
        TieKind.Genre => SignalMath.InverseRoot(about.Genres),
        TieKind.Country => SignalMath.InverseRoot(about.Countries),
        TieKind.Language => SignalMath.InverseRoot(about.Languages),
        TieKind.Word => SignalMath.InverseRoot(about.Words) * MathF.Sqrt(mark),
        _ => 1,
    };

    /// <summary>Turns to a leaf; <paramref name="numbers"/> are the numbers there of the profile's terms, -1 for those it lacks.</summary>
    public void Use(FilmGraph of, int leaf, SeedProfile against, ReadOnlySpan<int> numbers)
    {
        graph = of;
        part = of.Leaves[leaf].Part;
        profile = against;
        local.Fill(numbers);
    }

    /// <summary>The aspects (<see cref="Scoring.Aspects"/>) that the item scored last has.</summary>
    public byte Aspects { get; private set; }

    /// <summary>Whether the keywords that the item scored last shares tell something.</summary>
    /// <remarks>One that many films have tells nothing: below this, no reader sees the likeness.</remarks>
    public bool KeywordsTell { get; private set; }

    /// <summary>The signals of an item.</summary>
    public Signals Signals(int item)
    {
        ref readonly var about = ref part.About[item];
        var terms = profile.Terms;
        var signals = new Signals();
        float director = 0, cast = 0, writer = 0, genre = 0, keyword = 0, places = 0, country = 0, language = 0, word = 0, family = 0;
        Aspects = 0;
        var start = part.TieStart[item];
        foreach (var place in local.Likely(part.Ties.AsSpan(start, part.TieStart[item + 1] - start)))
        {
            var i = start + place;
            var number = local.Find(part.Ties[i]);
            if (number < 0)
            {
                continue;
            }

            ref readonly var term = ref terms[number];
            switch (term.Kind)
            {
                case TieKind.Person:
                    AddPerson(term, part.Marks[i], about, ref director, ref cast, ref writer);
                    break;
                case TieKind.Genre:
                    genre += term.Rarity * term.Value;
                    Aspects |= term.GenreAspect;
                    break;
                case TieKind.Keyword:
                    keyword += term.Rarity * term.Rarity * term.Value;
                    places += term.IsPlace ? term.Rarity * term.Rarity * term.Value : 0;
                    break;
                case TieKind.Country:
                    country += term.Value;
                    break;
                case TieKind.Language:
                    language += term.Value;
                    break;
                case TieKind.Word:
                    word += term.Rarity * term.Rarity * term.Value * MathF.Sqrt(part.Marks[i]);
                    break;
                case TieKind.Family:
                    family = 1;
                    break;
            }
        }

        signals[Signal.Director] = director;
        signals[Signal.Cast] = cast;
        signals[Signal.Writer] = writer;
        signals[Signal.Genre] = genre * SignalMath.InverseRoot(about.Genres);
        signals[Signal.Keyword] = keyword > 0 ? SignalMath.Keywords(keyword) : 0;
        var telling = genre > 0 ? keyword : keyword - places;
        KeywordsTell = telling > 0 && SignalMath.Keywords(telling) > TellingKeywords;
        signals[Signal.Country] = country * SignalMath.InverseRoot(about.Countries);
        signals[Signal.Language] = language * SignalMath.InverseRoot(about.Languages);
        signals[Signal.Synopsis] = word * SignalMath.InverseRoot(about.Words);
        // Equal titles alone are chance; something else must be shared too.
        signals[Signal.Family] = director + cast + writer + genre + keyword + word > 0 ? family : 0;
        AddNearness(about, ref signals);
        return signals;
    }

    private void AddPerson(in ProfileTerm term, byte mark, in GraphItem about, ref float director, ref float cast, ref float writer)
    {
        var roles = PersonMark.RolesOf(mark);
        var asDirector = (roles & Roles.Director) != 0 ? term.Rarity * SignalMath.InverseRoot(about.Directors) : 0;
        var asWriter = (roles & Roles.Writer) != 0 ? term.Rarity * SignalMath.InverseRoot(about.Writers) : 0;
        director += term.Director * asDirector;
        Aspects |= (byte)(((roles & Roles.Director) != 0 ? term.DirectorAspect : 0) | ((roles & Roles.Cast) != 0 ? term.CastAspect : 0));
        if ((roles & Roles.Cast) != 0)
        {
            cast += term.Cast * term.Rarity * SignalMath.Billing(PersonMark.BillingOf(mark)) * SignalMath.InverseCastNorm(about.Cast);
        }

        writer += term.Writer * asWriter > 0
            ? term.Writer * asWriter
            : CrossedRoles * ((term.Writer * asDirector) + (term.Director * asWriter));
    }

    private void AddNearness(in GraphItem about, ref Signals signals)
    {
        var place = graph.Ranks.Place(about.Popularity);
        float year = 0, popularity = 0;
        for (var s = 0; s < profile.Seeds; s++)
        {
            year += SignalMath.YearNearness(about.Year, profile.Times[s].Year);
            popularity += SignalMath.BothKnown(place, profile.Times[s].Place);
        }

        signals[Signal.Year] = year / Math.Max(profile.Seeds, 1);
        signals[Signal.Popularity] = popularity / Math.Max(profile.Seeds, 1);
    }
}
