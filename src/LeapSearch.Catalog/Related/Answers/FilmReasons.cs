using System.Text;
using Google.Protobuf.Collections;
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

    /// <summary>By signal, the worthiest first; among equals by name, then as they stand in the film.</summary>
    private static readonly Comparison<SharedTie> BySignal = static (a, b) =>
        a.Signal != b.Signal ? a.Signal.CompareTo(b.Signal)
        : a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth)
        : string.CompareOrdinal(a.Item.Name, b.Item.Name) is not 0 and var names ? names : a.Place.CompareTo(b.Place);

    /// <summary>The greatest part first.</summary>
    private static readonly Comparison<SignalPart> ByPart = static (a, b) => a.Part != b.Part ? b.Part.CompareTo(a.Part) : a.Signal.CompareTo(b.Signal);

    [ThreadStatic]
    private static (List<SharedTie> Shared, List<SignalPart> Parts, StringBuilder Text)? kept;

    private readonly List<SharedTie> shared = Kept.Shared;
    private readonly List<SignalPart> parts = Kept.Parts;
    private readonly StringBuilder text = Kept.Text;

    /// <summary>The thread's own lists, which keep their room from call to call.</summary>
    private static (List<SharedTie> Shared, List<SignalPart> Parts, StringBuilder Text) Kept => kept ??= ([], [], new StringBuilder());

    /// <summary>Adds the reasons of one film, with its signals.</summary>
    public void AddTo(RepeatedField<Reason> said, ItemRef film, in Signals signals, bool keywordsTell)
    {
        Collect(film);
        var total = signals.Dot(weights);
        var telling = MostTelling(signals, keywordsTell);
        var best = 0f;
        parts.Clear();
        for (var signal = Signal.Director; signal <= Signal.Popularity; signal++)
        {
            var part = total > 0 ? weights[signal] * signals[signal] / total : 0;
            if ((part >= MinPart || (part > 0 && signal == telling)) && CanBeSaid(signal, film))
            {
                parts.Add(new SignalPart(signal, part));
                best = telling is not null && !IsScene(signal) ? Math.Max(best, part) : best;
            }
        }

        if (parts.Count == 0)
        {
            said.Add(new Reason { Kind = ReasonKind.NothingCloser, Text = "Nothing closer is in the catalogue", Weak = true });
            return;
        }

        parts.Sort(ByPart);
        foreach (var (signal, part) in parts)
        {
            if (best == 0 || !IsScene(signal) || (part <= best && signal is (Signal.Country or Signal.Year)))
            {
                var reason = Make(signal, film);
                reason.Weight = Math.Min(part, 1);
                reason.Weak = telling is null || IsScene(signal);
                said.Add(reason);
            }
        }
    }

    /// <summary>The signal that counts most of those that are telling by themselves; null for none.</summary>
    private Signal? MostTelling(in Signals signals, bool keywordsTell)
    {
        Signal? most = null;
        for (var signal = Signal.Director; signal <= Signal.Popularity; signal++)
        {
            if (signals.IsTelling(signal, keywordsTell) && (most is not { } other || weights[signal] * signals[signal] > weights[other] * signals[other]))
            {
                most = signal;
            }
        }

        return most;
    }

    private static bool IsScene(Signal signal) => signal is Signal.Country or Signal.Language or Signal.Year or Signal.Popularity;

    private bool CanBeSaid(Signal signal, ItemRef film)
        => signal == Signal.Year || (signal == Signal.Popularity ? graph.About(film).Popularity > 0 : SharedBy(signal) > 0);

    private int SharedBy(Signal signal)
    {
        var count = 0;
        foreach (var tie in shared)
        {
            count += tie.Signal == signal ? 1 : 0;
        }

        return count;
    }

    private Reason Make(Signal signal, ItemRef film)
    {
        var made = new Reason();
        made.Items.Capacity = Math.Min(MaxItems, SharedBy(signal));
        foreach (var tie in shared)
        {
            if (tie.Signal == signal && made.Items.Count < MaxItems)
            {
                made.Items.Add(tie.Item);
            }
        }

        (made.Kind, made.Text) = KindAndText(signal, film, made.Items);
        return made;
    }

    private (ReasonKind Kind, string Text) KindAndText(Signal signal, ItemRef film, RepeatedField<ReasonItem> items) => signal switch
    {
        Signal.Director => (ReasonKind.Director, Listed(items.Count > 1 ? "Same directors: " : "Same director: ", items)),
        Signal.Cast => (ReasonKind.Cast, Listed("Shared cast: ", items)),
        Signal.Writer => (ReasonKind.Writer, Listed("Shared writing: ", items)),
        Signal.Genre => (ReasonKind.Genre, Listed(items.Count > 1 ? "Same genres: " : "Same genre: ", items)),
        Signal.Keyword => (ReasonKind.Keyword, Listed("Shared keywords: ", items)),
        Signal.Country => (ReasonKind.Country, Listed("Also from ", items)),
        Signal.Language => (ReasonKind.Language, Listed("Same language: ", items)),
        Signal.Synopsis => (ReasonKind.Synopsis, Listed("Similar story: ", items)),
        Signal.Family => (ReasonKind.Family, Listed("Same title or series: ", items)),
        Signal.Popularity => (ReasonKind.Popularity, "Well known too"),
        _ => (ReasonKind.Era, $"From the same years: {graph.About(film).Year}"),
    };

    private string Listed(string begins, RepeatedField<ReasonItem> items)
    {
        text.Clear().Append(begins);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(items[i].Name);
        }

        return text.ToString();
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
            else if (SignalOf(term.Kind) is { } signal && (signal != Signal.Family || shared.TrueForAll(static s => s.Signal != Signal.Family)))
            {
                Share(signal, term.Rarity * term.Value, item);
            }
        }

        shared.Sort(BySignal);
    }

    private void Share(Signal signal, float worth, ReasonItem item) => shared.Add(new SharedTie(signal, worth, item, shared.Count));

    private void AddPerson(in ProfileTerm term, byte mark, ReasonItem item)
    {
        var roles = PersonMark.RolesOf(mark);
        if ((roles & Roles.Director) != 0 && term.Director > 0)
        {
            Share(Signal.Director, term.Director, item);
        }

        if ((roles & Roles.Cast) != 0 && term.Cast > 0)
        {
            Share(Signal.Cast, term.Rarity * term.Cast * SignalMath.Billing(PersonMark.BillingOf(mark)), item);
        }

        if (((roles & (Roles.Writer | Roles.Director)) != 0 && term.Writer > 0) || ((roles & Roles.Writer) != 0 && term.Director > 0))
        {
            Share(Signal.Writer, term.Rarity, item);
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

    /// <summary>Something that the film shares with the seeds.</summary>
    private readonly record struct SharedTie(Signal Signal, float Worth, ReasonItem Item, int Place);

    /// <summary>What a signal counts in the score.</summary>
    private readonly record struct SignalPart(Signal Signal, float Part);
}
