using System.Globalization;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Linking;

/// <summary>How much speaks for a person being the one whom a credit names. Weights were set on namesakes made of real people; see docs/names.md.</summary>
internal static class CreditEvidence
{
    /// <summary>Below this somebody cannot be meant at all.</summary>
    public const float Impossible = -100;

    /// <summary>Nobody is credited before birth, nor works so long after it.</summary>
    private const int OldestAge = 100;

    private const int MostCoWorkers = 6;

    private const float CoWorker = 2.5f;

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
        return score + InBiography(person, film);
    }

    /// <summary>What the person's other films say.</summary>
    public static float OfFilms(PersonFilmography films, CreditContext context, CreditRoles role, string self)
    {
        var film = context.Film;
        var score = -Math.Min(films.Years.Count * 0.1f, 1.5f);
        foreach (var (_, count) in context.People.Where(p => p.Key != self && films.CoWorkers.Contains(p.Key)).OrderBy(p => p.Value).Take(MostCoWorkers))
        {
            score += CoWorker / (1 + (MathF.Log2(1 + count) / 3));
        }

        if (film.Year > 0 && films.Years.Count > 0)
        {
            score += films.Years.Min(y => Math.Abs(y - film.Year)) switch { <= 5 => 1, <= 15 => 0.5f, <= 40 => -0.5f, _ => -3 };
        }

        if (film.Countries.Count > 0 && films.Countries.Count > 0)
        {
            score += film.Countries.Any(films.Countries.Contains) ? 0.8f : -0.8f;
        }

        if (films.Years.Count > 0)
        {
            score += (films.Roles & role) != 0 ? 0.7f : -1f;
            score += film.Genres.Any(films.Genres.Contains) ? 0.3f : 0;
        }

        return score;
    }

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
