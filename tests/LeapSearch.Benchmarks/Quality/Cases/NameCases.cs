using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>A person by their name, in other orders and forms.</summary>
internal static class NameCases
{
    public static void Make(CaseList cases)
    {
        var people = cases.Catalog.People;
        var latin = people.Where(p => Text.IsLatin(p.Name)).ToArray();
        cases.Fill("name", people, p => cases.Find(p.Name, QualityCatalog.KeyOf(p)));
        cases.Fill("original-name", people.Where(p => p.OriginalName.Length > 0), p => cases.Find(p.OriginalName, QualityCatalog.KeyOf(p)));
        cases.Fill("other-name", people.Where(p => p.AlternativeNames.Count > 0),
            p => cases.Find(p.AlternativeNames[cases.Random.Next(p.AlternativeNames.Count)], QualityCatalog.KeyOf(p)));
        cases.Fill("name-swapped", latin, p => Swapped(cases, p));
        cases.Fill("name-form", latin.Where(p => Text.Words(p.Name).Length > 1), p => cases.Find(Form(p.Name, cases.Random), QualityCatalog.KeyOf(p)));
        cases.Fill("person-title", cases.Catalog.Films.Where(f => f.Directors.Concat(f.Cast).Any()), f => WithTitle(cases, f));
        cases.Fill("person-genre", latin, p => WithGenre(cases, p));
    }

    private static JudgementCase? Swapped(CaseList cases, Person person)
    {
        var words = Text.Words(person.Name);
        return words.Length == 2 ? cases.Find($"{words[1]} {words[0]}", QualityCatalog.KeyOf(person)) : null;
    }

    private static string Form(string name, Random random) => random.Next(6) switch
    {
        0 => name.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(),
        1 => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant(),
        2 => name.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
        3 => name.ToUpperInvariant(),
        4 => name.Replace(" ", "-", StringComparison.Ordinal),
        _ => string.Join(' ', Text.PlainWords(name)),
    };

    private static JudgementCase? WithTitle(CaseList cases, Film film)
    {
        var credits = film.Directors.Concat(film.Cast).ToArray();
        var person = credits[cases.Random.Next(credits.Length)].Name;
        var same = cases.Catalog.Named(film.Title).Where(d => d.Type == DocumentType.Film).Select(d => d.Id).ToHashSet();
        var right = cases.Catalog.Films
            .Where(f => same.Contains(f.Id) && f.Directors.Concat(f.Cast).Any(c => c.Name == person))
            .Select(QualityCatalog.KeyOf);
        return CaseList.Find(cases.Random.Next(2) == 0 ? $"{person} {film.Title}" : $"{film.Title} {person}", right);
    }

    private static JudgementCase? WithGenre(CaseList cases, Person person)
    {
        var films = cases.Catalog.Films
            .Where(f => f.Directors.Concat(f.Cast).Any(c => c.PersonId == person.Id || c.Name == person.Name))
            .ToArray();
        var genres = films.SelectMany(f => f.Genres).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (films.Length < 3 || genres.Length < 2)
        {
            return null;
        }

        var genre = genres[cases.Random.Next(genres.Length)];
        var right = films.Where(f => f.Genres.Contains(genre)).Select(QualityCatalog.KeyOf);
        return CaseList.Find($"{person.Name} {genre}".ToLowerInvariant(), right);
    }
}
