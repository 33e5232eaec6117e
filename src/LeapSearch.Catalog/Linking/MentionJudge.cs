using LeapSearch.Catalog.Schema;
using LeapSearch.V1;

namespace LeapSearch.Catalog.Linking;

/// <summary>
/// Decides which mentions mean which documents. A long title in capitals speaks for itself; a short one (Leap, Mother, Her), or one that
/// several films share, needs evidence: its year, its director or cast in the same article, or quotes.
/// </summary>
internal sealed class MentionJudge(KeyProbe probe, IPersonDirectory people)
{
    /// <summary>From this many words a title in capitals is no accident.</summary>
    private const int TellingWords = 3;

    /// <summary>From this many letters two words are none either.</summary>
    private const int TellingLetters = 11;

    /// <summary>Above it are the scripts of East Asia, where title marks are no ordinary quotes and two characters are a name.</summary>
    private const char LastLatin = '\u2E7F';

    /// <summary>The films and people that the mentions mean, each once, in the order of the text.</summary>
    public (IReadOnlyList<string> Films, IReadOnlyList<string> People) Judge(IReadOnlyList<Mention> mentions, IEnumerable<string> knownFilms, IEnumerable<string> knownPeople)
    {
        var persons = new List<string>(knownPeople);
        foreach (var mention in mentions.Where(m => m.MayBePerson && IsFullName(m)))
        {
            var namesakes = probe.Find(mention.Key, DocumentType.Person).ToArray();
            if (namesakes.Length == 1 && !(mention.MayBeFilm && mention.IsQuoted))
            {
                Add(persons, namesakes[0].Person.Id);
            }
        }

        var films = new List<string>(knownFilms);
        var casts = new HashSet<string>();
        foreach (var mention in mentions.Where(m => m.MayBeFilm && m.IsTitleCased))
        {
            if (Film(mention, mentions, persons) is { } film)
            {
                Add(films, film.Id);
                casts.UnionWith(Credited(film));
            }
        }

        // A name that several people share, or a single word, means the one who is in a film of the article.
        foreach (var mention in mentions.Where(m => m.MayBePerson && m.IsTitleCased))
        {
            var inFilms = probe.Find(mention.Key, DocumentType.Person).Where(p => casts.Contains(p.Person.Id)).ToArray();
            if (inFilms.Length == 1 && (!mention.StartsSentence || mention.Words > 1))
            {
                Add(persons, inFilms[0].Person.Id);
            }
        }

        return (films, persons);
    }

    private Film? Film(Mention mention, IReadOnlyList<Mention> mentions, List<string> persons)
    {
        var films = probe.Find(mention.Key, DocumentType.Film).Select(d => d.Film).ToArray();
        var years = mentions.Where(m => m.Key == mention.Key && m.Year > 0).Select(m => m.Year).ToHashSet();
        if (years.Count > 0)
        {
            // A year that no film of that title has means another film of that title.
            films = [.. films.Where(f => f.Year == 0 || years.Any(y => Math.Abs(y - f.Year) <= 1))];
            var exact = films.Where(f => years.Contains(f.Year)).ToArray();
            films = exact.Length > 0 ? exact : films;
        }

        var withPeople = films.Where(f => Credited(f).Any(persons.Contains)).ToArray();
        if (withPeople.Length == 1)
        {
            return mention.StartsSentence && mention.Words == 1 && !mention.IsQuoted && mention.Year == 0
                && !mentions.Any(m => m.Key == mention.Key && (m.IsQuoted || !m.StartsSentence))
                ? null
                : withPeople[0];
        }

        if (films.Length != 1)
        {
            return null;
        }

        var isTelling = mention.Words >= TellingWords || (mention.Words == 2 && mention.Key.Length >= TellingLetters);
        return isTelling || years.Count > 0 || (mention.IsQuoted && (mention.Words > 1 || mention.Key.Length > 5 || mention.Key[0] > LastLatin)) ? films[0] : null;
    }

    private static bool IsFullName(Mention mention) => mention.IsTitleCased && (mention.Words >= 2 || (mention.Key.Length >= 3 && mention.Key[0] > LastLatin));

    private IEnumerable<string> Credited(Film film)
        => film.Directors.Concat(film.Cast).Concat(film.Writers).Concat(film.Subjects).Select(c => CreditKey.Of(c, people.Find(c)));

    private static void Add(List<string> to, string id)
    {
        if (!to.Contains(id))
        {
            to.Add(id);
        }
    }
}
