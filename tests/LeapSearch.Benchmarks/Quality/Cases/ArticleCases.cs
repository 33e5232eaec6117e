using System.Net;
using System.Text.RegularExpressions;
using LeapSearch.Analysis;
using LeapSearch.Catalog.Evaluation;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>Articles by words of their text, and the articles of a film.</summary>
internal static partial class ArticleCases
{
    public static void Make(CaseList cases)
    {
        var articles = cases.Catalog.Articles;
        var bodies = articles.ToDictionary(a => a.Id, a => Text.Words(Plain(a)));
        var documentFrequency = bodies.Values
            .SelectMany(words => words.SelectMany(w => Text.PlainWords(w)).Distinct())
            .CountBy(w => w)
            .ToDictionary();
        cases.Fill("article-words", articles, a => Telling(cases, a, bodies[a.Id], documentFrequency));
        cases.Fill("article-running", articles, a => Running(cases, a, bodies));
        FilmArticles(cases);
    }

    // Three to five words that few articles have: what a reader remembers.
    private static JudgementCase? Telling(CaseList cases, Article article, string[] body, Dictionary<string, int> frequency)
    {
        var rare = body.SelectMany(w => Text.PlainWords(w))
            .Distinct()
            .Where(w => w.Length >= 4 && w.All(char.IsAsciiLetter))
            .OrderBy(w => frequency.GetValueOrDefault(w))
            .ThenBy(w => w, StringComparer.Ordinal)
            .Take(15)
            .ToArray();
        if (rare.Length < 5)
        {
            return null;
        }

        cases.Random.Shuffle(rare);
        return CaseList.Find(string.Join(' ', rare.Take(cases.Random.Next(3, 6))), [QualityCatalog.KeyOf(article)]);
    }

    private static JudgementCase? Running(CaseList cases, Article article, Dictionary<string, string[]> bodies)
    {
        var body = bodies[article.Id];
        var length = cases.Random.Next(4, 6);
        if (body.Length < 20)
        {
            return null;
        }

        var at = cases.Random.Next(body.Length - length);
        var phrase = string.Join(' ', body.Skip(at).Take(length));
        var folded = $" {Folding.Fold(phrase)} ";
        var holding = cases.Catalog.Articles
            .Where(a => $" {Folding.Fold(string.Join(' ', bodies[a.Id]))} ".Contains(folded, StringComparison.Ordinal))
            .Select(QualityCatalog.KeyOf)
            .ToArray();
        return holding.Length == 1 ? CaseList.Find(phrase, holding) : null;
    }

    // Sets by the strongest place in which any article names the film.
    private static void FilmArticles(CaseList cases)
    {
        var byFilm = cases.Catalog.Articles
            .SelectMany(a => a.FilmIds.Select(id => (Film: id, Article: a)))
            .GroupBy(x => x.Film, x => x.Article)
            .ToDictionary(g => g.Key, g => g.ToArray());
        var films = cases.Catalog.Films.Where(f => byFilm.ContainsKey(f.Id) && cases.Catalog.Named(f.Title).Count() == 1).ToArray();
        var graded = films.ToDictionary(f => f.Id, f => byFilm[f.Id].ToDictionary(QualityCatalog.KeyOf, a => Grade(f, a)));
        foreach (var (set, grade) in new[] { ("film-articles-title", 3), ("film-articles-body", 2), ("film-articles-passing", 1) })
        {
            cases.Fill(set, films.Where(f => graded[f.Id].Values.Max() == grade), f => CaseList.Graded(f.Title, graded[f.Id], DocumentType.Article));
        }
    }

    // Named in the title 3, more than once in the text 2, else 1.
    private static int Grade(Film film, Article article)
    {
        var name = $" {Folding.Fold(film.Title)} ";
        if ($" {Folding.Fold(article.Title)} ".Contains(name, StringComparison.Ordinal))
        {
            return 3;
        }

        var text = $" {Folding.Fold(Plain(article))} ";
        var first = text.IndexOf(name, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(name, first + 1, StringComparison.Ordinal) > 0 ? 2 : 1;
    }

    private static string Plain(Article article) => WebUtility.HtmlDecode(Tags().Replace(article.Body, " "));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
