using LeapSearch.Benchmarks.Quality.Cases;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Large;

/// <summary>
/// A catalogue of the size that quality is asked for, 13,334 films, 21,514 people and 3,831 articles of real data, and cases of
/// every kind over it. The data may not ship, so this is made when it is run.
/// </summary>
internal static class LargeSets
{
    private const int People = 21_514;
    private const int Articles = 3_831;
    private const int PerSet = 120;

    public static void Write(QualityCatalog sample, string folder, int seed)
    {
        var random = new Random(seed);
        var names = new NamePairs(sample.People, random);
        var titles = new TitlePairs(sample.Films);
        var films = new LargeFilms(titles.Films, random);
        var people = new LargePeople(films.Films, names.People, People).People;
        var articles = LargeArticles.Make(films.Films, Articles, random);
        var catalog = new QualityCatalog(Documents(films.Films, people, articles));

        var cases = new CaseList(catalog, random, PerSet);
        TitleCases.Make(cases);
        ScriptCases.Make(cases, new HanVariants());
        TypoCases.Make(cases);
        NameCases.Make(cases);
        SuggestCases.Make(cases);
        ArticleCases.Make(cases);
        ShortCases.Make(cases);
        names.MakeCases(cases);
        titles.MakeCases(cases);
        NoAnswers(cases, films.HeldOut);

        // With dice of their own: what came before stays as it was.
        var later = new CaseList(catalog, new Random(seed), PerSet);
        LaterTitleCases.Make(later);
        NamesakeCases.Make(later);
        Misspellings.MakeCases(later);

        // The links are the judgements' knowledge: the service finds its own.
        articles.ForEach(a => a.FilmIds.Clear());
        Directory.CreateDirectory(Path.Combine(folder, "catalog"));
        Directory.CreateDirectory(Path.Combine(folder, "judgements"));
        catalog.Save(Path.Combine(folder, "catalog", "large.jsonl"));
        JudgementFiles.Write(Path.Combine(folder, "judgements", "large.jsonl"), [.. cases.Cases, .. later.Cases]);
        Console.Error.WriteLine($"{catalog.Films.Count} films, {catalog.People.Count} people, {catalog.Articles.Count} articles, {cases.Cases.Count + later.Cases.Count} cases; seed {seed}");
    }

    // Titles of films that are not there, some of whose words stand nowhere, and people of whose names no word does.
    private static void NoAnswers(CaseList cases, IReadOnlyList<Film> heldOut)
    {
        var words = cases.Catalog.Films.SelectMany(QualityCatalog.NamesOf)
            .Concat(cases.Catalog.People.SelectMany(QualityCatalog.NamesOf))
            .Concat(cases.Catalog.Films.SelectMany(f => f.Directors.Concat(f.Cast).Concat(f.Writers)).Select(c => c.Name))
            .Concat(cases.Catalog.Films.SelectMany(f => f.Genres.Concat(f.Keywords)))
            .Concat(cases.Catalog.Films.Select(f => f.Synopsis))
            .Concat(cases.Catalog.Articles.SelectMany(a => new[] { a.Title, a.Body }))
            .SelectMany(n => Text.PlainWords(n))
            .ToHashSet();
        cases.Fill("none-held-out", heldOut, f => Text.PlainWords(f.Title).Count(w => !words.Contains(w)) > 0 && Text.IsLatin(f.Title) ? CaseList.None(f.Title) : null);
        cases.Fill("none-person", heldOut.SelectMany(f => f.Cast), c => Text.PlainWords(c.Name).All(w => !words.Contains(w)) ? CaseList.None(c.Name) : null);
        cases.Fill("none-keys", Enumerable.Range(0, 500), _ => CaseList.None(Noise(cases.Random)));
    }

    private static string Noise(Random random) => new([.. Enumerable.Range(0, random.Next(6, 13)).Select(_ => (char)('a' + random.Next(26)))]);

    private static IEnumerable<Document> Documents(IEnumerable<Film> films, IEnumerable<Person> people, IEnumerable<Article> articles)
        => films.Select(f => new Document { Film = f })
            .Concat(people.Select(p => new Document { Person = p }))
            .Concat(articles.Select(a => new Document { Article = a }));
}
