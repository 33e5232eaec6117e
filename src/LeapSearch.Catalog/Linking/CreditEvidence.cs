using System.Globalization;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Linking;

/// <summary>
/// How much speaks for a person being the one whom a credit names, about as the logarithm of how much likelier it makes them. Weights were fitted on namesakes
/// made of real people (docs/names.md, and decision 33).
/// </summary>
internal static class CreditEvidence
{
    /// <summary>Below this somebody cannot be meant at all.</summary>
    public const float Impossible = -100;

    /// <summary>Nobody is credited before birth, nor works so long after it.</summary>
    private const int OldestAge = 100;

    private const int MostCoWorkers = 6;

    private const float DocumentWeight = 1.6f;

    /// <summary>The countries and languages of the readings by which a name may be spelled, by the head of their keys.</summary>
    private static readonly Dictionary<string, string[]> Places = new(StringComparer.Ordinal)
    {
        ["ko"] = ["KR", "KP", "ko"],
        ["ja"] = ["JP", "ja"],
        ["zh"] = ["CN", "TW", "HK", "MO", "SG", "MY", "zh", "cmn", "yue"],
        ["yue"] = ["HK", "MO", "CN", "TW", "MY", "zh", "yue"],
    };

    /// <summary>What the person's own document says.</summary>
    public static float OfDocument(Person person, Film film, CreditRoles role)
    {
        var score = 0f;
        if (film.Year > 0 && person.BirthDate.Length >= 4 && int.TryParse(person.BirthDate.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var born))
        {
            var age = film.Year - born;
            if (age < 0 || (age > OldestAge && (role & (CreditRoles.Director | CreditRoles.Cast)) != 0))
            {
                return Impossible;
            }

            score += age is >= 16 and <= 80 ? 0.3f : age < 5 && role != CreditRoles.Cast ? -2 : 0;
        }

        if (person.NameLanguage.Length > 0 && Places.TryGetValue(person.NameLanguage.Split('-')[0], out var places))
        {
            score += IsOf(film, places) ? 0.7f : film.Countries.Count + film.Languages.Count > 0 ? -0.5f : 0;
        }

        score += role switch
        {
            CreditRoles.Director => Has(person, "direct"),
            CreditRoles.Writer => Has(person, "writ") + Has(person, "direct"),
            CreditRoles.Cast => Has(person, "act"),
            _ => 0,
        };
        return DocumentWeight * (score + InBiography(person, film));
    }

    /// <summary>What the person's other films say, and what else they are in the film.</summary>
    public static float OfFilms(Person person, PersonFilmography films, CreditContext context, CreditRoles role, string self)
    {
        var score = OtherCredits(person, context.Film, role);
        if (films.Count == 0)
        {
            return score;
        }

        var film = context.Film;
        score += 1 + WorkedWith(films, context, self) - (0.5f * MathF.Log(1 + films.Count));
        score += 1.4f * LogShare(films.Roles.GetValueOrDefault(role), films.Count, 0.5f);
        if (film.Year > 0 && films.Years.Count > 0)
        {
            score -= 0.6f * MathF.Log(1 + films.Years.Min(y => Math.Abs(y - film.Year)));
        }

        if (film.Countries.Count > 0)
        {
            score += 0.8f * LogShare(film.Countries.Max(c => films.Countries.GetValueOrDefault(c)), films.Count, 0.3f);
        }

        if (film.Languages.Count > 0)
        {
            score += 0.6f * LogShare(film.Languages.Max(l => films.Languages.GetValueOrDefault(l)), films.Count, 0.3f);
        }

        return film.Genres.Count == 0 ? score : score + (0.5f * film.Genres.Average(g => (float)films.Genres.GetValueOrDefault(g)) / films.Count);
    }

    /// <summary>Who directs what they wrote is one person; two of a name in one cast are two.</summary>
    private static float OtherCredits(Person person, Film film, CreditRoles role)
    {
        var roles = CreditContext.All(film).Where(c => c.Credit.PersonId == person.Id).Select(c => c.Role).ToArray();
        return (roles.Any(r => r != role) ? 1 : 0) - (roles.Contains(role) ? 0.9f : 0);
    }

    /// <summary>Whom of the film's people they worked with: who worked in few tells more, and who directed them or was met again.</summary>
    private static float WorkedWith(PersonFilmography films, CreditContext context, string self)
    {
        var met = context.People.Where(p => p.Key != self && films.CoWorkers.ContainsKey(p.Key)).OrderBy(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToArray();
        if (met.Length == 0)
        {
            return 0;
        }

        var again = met.Take(MostCoWorkers).Sum(p => films.CoWorkers[p.Key] - 1);
        var directors = context.Film.Directors.Select(d => CreditKey.Implied(d.Name)).Distinct(StringComparer.Ordinal).Count(d => d != self && films.Directors.Contains(d));
        return 0.4f + (0.8f * met.Take(MostCoWorkers).Sum(p => 1 / (1 + (MathF.Log2(1 + p.Value) / 3)))) + (0.5f * directors) + (0.5f * MathF.Log(1 + again));
    }

    /// <summary>The logarithm of a share of few, as if there were a little more of it.</summary>
    private static float LogShare(int some, int all, float more) => MathF.Log((some + more) / (all + 1));

    /// <summary>Whether a film is of where names are spelled by a reading, by the head of its key; also where the film does not tell.</summary>
    public static bool IsOf(Film film, string reading) => film.Countries.Count + film.Languages.Count == 0 || (Places.TryGetValue(reading, out var places) && IsOf(film, places));

    /// <summary>Whether that is so for any reading.</summary>
    public static bool IsOfAny(Film film) => Places.Keys.Any(r => IsOf(film, r));

    private static bool IsOf(Film film, string[] places)
        => film.Countries.Any(c => places.Contains(c, StringComparer.OrdinalIgnoreCase)) || film.Languages.Any(l => places.Contains(l.Split('-')[0], StringComparer.OrdinalIgnoreCase));

    private static float Has(Person person, string profession)
        => person.Professions.Any(p => p.Contains(profession, StringComparison.OrdinalIgnoreCase)) ? 0.5f : 0;

    private static float InBiography(Person person, Film film)
    {
        if (person.Biography.Length == 0)
        {
            return 0;
        }

        var text = Folding.Fold(person.Biography);
        return FilmFields.MainTitles(film).Select(Folding.Fold).Any(t => t.Length >= 4 && text.Contains(t, StringComparison.Ordinal)) ? 3 : 0;
    }
}
