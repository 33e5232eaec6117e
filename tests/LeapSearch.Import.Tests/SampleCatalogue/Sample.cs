using LeapSearch.Testing;
using LeapSearch.V1;

namespace LeapSearch.Import.Tests.SampleCatalogue;

/// <summary>The catalogue that ships with the project, read once.</summary>
internal sealed class Sample
{
    private Sample(IReadOnlyList<ImportedDocument> documents)
    {
        Films = [.. documents.Select(d => d.Document.Film).OfType<Film>()];
        People = documents.Select(d => d.Document.Person).OfType<Person>().ToDictionary(p => p.Id);
        Articles = [.. documents.Select(d => d.Document.Article).OfType<Article>()];
    }

    public static Lazy<Task<Sample>> Whole { get; } = new(async () => new Sample(
        await Input.ReadAll(new DocumentReader(
            ImportSources.Find([Path.Combine(Repository.Root, "index-data", "catalog")]),
            new ImportOptions { MaxBadShare = 0 }))));

    public IReadOnlyList<Film> Films { get; }

    public IReadOnlyDictionary<string, Person> People { get; }

    public IReadOnlyList<Article> Articles { get; }

    public static IEnumerable<Credit> Credits(Film film) => [.. film.Directors, .. film.Cast, .. film.Writers, .. film.Subjects];

    public static IEnumerable<string> Titles(Film film)
        => new[] { film.Title, film.OriginalTitle }
            .Concat(film.AlternativeTitles)
            .Concat(film.LocalizedTitles.Select(t => t.Text))
            .Where(t => t.Length > 0);

    /// <summary>Every name that a credit may stand for.</summary>
    public IEnumerable<string> Names(Credit credit)
        => People.TryGetValue(credit.PersonId, out var person)
            ? [credit.Name, person.Name, person.OriginalName, .. person.AlternativeNames]
            : [credit.Name];
}
