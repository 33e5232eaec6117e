using LeapSearch.Catalog.Related.Fields;
using LeapSearch.Catalog.Related.Graph;
using LeapSearch.Catalog.Related.Scoring;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Related.Answers;

/// <summary>
/// Says why a film is related: a reason for each signal that scored, with what is shared; strongest first by its part of the score.
/// </summary>
/// <remarks>
/// What only sets the scene (country, language, years, popularity) is weak always. Where something telling is shared, country and years
/// are said if they are not the most there is to say, language and popularity not at all. Of a film that shares nothing telling with the
/// seeds, every reason is said, and every one is weak; where there is none at all, that is said. The most that is telling is said however
/// little it counts, so that no film stands among the telling without a word why.
/// </remarks>
internal sealed class FilmReasons(FilmGraph graph, SeedProfile profile, Signals weights, TieNames names)
{
    private const int MaxItems = 5;

    /// <summary>Parts of a score below this are not worth a line.</summary>
    private const float MinPart = 0.02f;

    private readonly List<(Signal Signal, float Worth, ReasonItem Item)> shared = [];

    /// <summary>The reasons of one film, with its signals.</summary>
    public IReadOnlyList<Reason> Of(ItemRef film, in Signals signals)
    {
        Collect(film);
        var total = signals.Dot(weights);
        var telling = MostTelling(signals);
        var reasons = new List<(Signal Signal, float Part, Reason Reason)>();
        for (var signal = Signal.Director; signal <= Signal.Popularity; signal++)
        {
            var part = total > 0 ? weights[signal] * signals[signal] / total : 0;
            if ((part >= MinPart || (part > 0 && signal == telling)) && Make(signal, film) is { } reason)
            {
                reason.Weight = Math.Min(part, 1);
                reason.Weak = telling is null || IsScene(signal);
                reasons.Add((signal, part, reason));
            }
        }

        if (reasons.Count == 0)
        {
            return [new Reason { Kind = ReasonKind.NothingCloser, Text = "Nothing closer is in the catalogue", Weak = true }];
        }

        var best = telling is not null ? reasons.Where(r => !IsScene(r.Signal)).Select(r => r.Part).DefaultIfEmpty(0).Max() : 0;
        return
        [
            .. reasons.Where(r => best == 0 || !IsScene(r.Signal) || (r.Part <= best && r.Signal is (Signal.Country or Signal.Year)))
                .OrderByDescending(r => r.Part).ThenBy(r => r.Signal).Select(r => r.Reason),
        ];
    }

    /// <summary>The signal that counts most of those that are telling by themselves; null for none.</summary>
    private Signal? MostTelling(in Signals signals)
    {
        Signal? most = null;
        for (var signal = Signal.Director; signal <= Signal.Popularity; signal++)
        {
            if (signals.IsTelling(signal) && (most is not { } other || weights[signal] * signals[signal] > weights[other] * signals[other]))
            {
                most = signal;
            }
        }

        return most;
    }

    private static bool IsScene(Signal signal) => signal is Signal.Country or Signal.Language or Signal.Year or Signal.Popularity;

    private Reason? Make(Signal signal, ItemRef film)
    {
        var items = shared.Where(s => s.Signal == signal).OrderByDescending(s => s.Worth).ThenBy(s => s.Item.Name, StringComparer.Ordinal)
            .Take(MaxItems).Select(s => s.Item).ToArray();
        var list = string.Join(", ", items.Select(i => i.Name));
        var (kind, text) = signal switch
        {
            Signal.Director => (ReasonKind.Director, items.Length > 1 ? $"Same directors: {list}" : $"Same director: {list}"),
            Signal.Cast => (ReasonKind.Cast, $"Shared cast: {list}"),
            Signal.Writer => (ReasonKind.Writer, $"Shared writing: {list}"),
            Signal.Genre => (ReasonKind.Genre, items.Length > 1 ? $"Same genres: {list}" : $"Same genre: {list}"),
            Signal.Keyword => (ReasonKind.Keyword, $"Shared keywords: {list}"),
            Signal.Country => (ReasonKind.Country, $"Also from {list}"),
            Signal.Language => (ReasonKind.Language, $"Same language: {list}"),
            Signal.Synopsis => (ReasonKind.Synopsis, $"Similar story: {list}"),
            Signal.Family => (ReasonKind.Family, $"Same title or series: {list}"),
            Signal.Year => (ReasonKind.Era, $"From the same years: {graph.About(film).Year}"),
            _ => (ReasonKind.Popularity, "Well known too"),
        };
        if (signal == Signal.Popularity)
        {
            return graph.About(film).Popularity > 0 ? new Reason { Kind = kind, Text = text } : null;
        }

        return items.Length > 0 || signal == Signal.Year ? new Reason { Kind = kind, Text = text, Items = { items } } : null;
    }

    /// <summary>What the film shares with the seeds, by signal.</summary>
    private void Collect(ItemRef film)
    {
        shared.Clear();
        var part = graph.Leaves[film.Leaf].Part;
        for (var i = part.TieStart[film.Item]; i < part.TieStart[film.Item + 1]; i++)
        {
            var key = part.Keys[part.Ties[i]];
            var number = profile.Find(key);
            if (number < 0 || names.Find(key) is not { } item)
            {
                continue;
            }

            ref readonly var term = ref profile.Terms[number];
            if (term.Kind == TieKind.Person)
            {
                AddPerson(term, part.Marks[i], item);
            }
            else if (SignalOf(term.Kind) is { } signal && (signal != Signal.Family || shared.All(s => s.Signal != Signal.Family)))
            {
                shared.Add((signal, term.Rarity * term.Value, item));
            }
        }
    }

    private void AddPerson(in ProfileTerm term, byte mark, ReasonItem item)
    {
        var roles = PersonMark.RolesOf(mark);
        if ((roles & Roles.Director) != 0 && term.Director > 0)
        {
            shared.Add((Signal.Director, term.Director, item));
        }

        if ((roles & Roles.Cast) != 0 && term.Cast > 0)
        {
            shared.Add((Signal.Cast, term.Rarity * term.Cast * SignalMath.Billing(PersonMark.BillingOf(mark)), item));
        }

        if (((roles & (Roles.Writer | Roles.Director)) != 0 && term.Writer > 0) || ((roles & Roles.Writer) != 0 && term.Director > 0))
        {
            shared.Add((Signal.Writer, term.Rarity, item));
        }
    }

    private static Signal? SignalOf(TieKind kind) => kind switch
    {
        TieKind.Genre => Signal.Genre,
        TieKind.Keyword => Signal.Keyword,
        TieKind.Country => Signal.Country,
        TieKind.Language => Signal.Language,
        TieKind.Word => Signal.Synopsis,
        TieKind.Family => Signal.Family,
        _ => null,
    };
}
