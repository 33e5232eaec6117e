using LeapSearch.Analysis;
using LeapSearch.V1;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>A film by its title: as it is, in part, with its year, without blanks and marks, run together.</summary>
internal static class TitleCases
{
    // Words that tell films apart as little as a blank does.
    private static readonly HashSet<string> Common = ["the", "a", "an", "of", "and", "in", "to", "on", "is", "for", "at", "with", "part", "movie"];

    public static void Make(CaseList cases)
    {
        var films = cases.Catalog.Films;
        var latin = films.Where(f => Text.IsLatin(f.Title)).ToArray();
        cases.Fill("exact-title", films, f => cases.Find(f.Title, QualityCatalog.KeyOf(f)));
        cases.Fill("original-title", films.Where(f => f.OriginalTitle.Length > 0 && f.OriginalTitle != f.Title),
            f => cases.Find(f.OriginalTitle, QualityCatalog.KeyOf(f)));
        cases.Fill("alias", films.Where(f => f.AlternativeTitles.Count > 0),
            f => cases.Find(f.AlternativeTitles[cases.Random.Next(f.AlternativeTitles.Count)], QualityCatalog.KeyOf(f)));
        cases.Fill("without-blanks", films.Where(f => f.OriginalTitle.Contains(' ') && Text.IsHangul(f.OriginalTitle)),
            f => cases.Find(f.OriginalTitle.Replace(" ", "", StringComparison.Ordinal), QualityCatalog.KeyOf(f)));
        cases.Fill("number-title", films.Where(f => f.Title.Any(char.IsAsciiDigit)), f => cases.Find(f.Title.ToLowerInvariant(), QualityCatalog.KeyOf(f)));
        cases.Fill("title-year", films.Where(f => f.Year > 0), f => WithYear(cases, f, shared: false));
        cases.Fill("same-title-year", films.Where(f => f.Year > 0), f => WithYear(cases, f, shared: true));
        cases.Fill("without-marks", latin.Where(f => Text.HasMarks(f.Title)),
            f => cases.Find(string.Join(' ', Text.PlainWords(f.Title)), QualityCatalog.KeyOf(f)));
        cases.Fill("some-words", latin, f => SomeWords(cases, f));
        cases.Fill("run-together", latin, f => RunTogether(cases, f));
        cases.Fill("cjk-inside", films.Where(f => f.OriginalTitle.Length > 2), f => Inside(cases, f));
    }

    private static Catalog.Evaluation.JudgementCase? WithYear(CaseList cases, Film film, bool shared)
    {
        var same = cases.Catalog.Named(film.Title).Where(d => d.Type == DocumentType.Film).Select(d => d.Id).ToHashSet();
        if (same.Count > 1 != shared)
        {
            return null;
        }

        // Two films of one title and year cannot be told apart by them: both are right.
        var right = cases.Catalog.Films.Where(f => same.Contains(f.Id) && f.Year == film.Year).Select(QualityCatalog.KeyOf);
        return CaseList.Find($"{film.Title} {Text.Number(film.Year)}", right);
    }

    private static Catalog.Evaluation.JudgementCase? SomeWords(CaseList cases, Film film)
    {
        var words = Text.PlainWords(film.Title);
        var telling = words.Where(w => w.Length > 2 && !Common.Contains(w)).ToArray();
        if (words.Length < 3 || telling.Length < 2)
        {
            return null;
        }

        var kept = telling.Length == 2 ? telling : telling.Where((_, i) => i != cases.Random.Next(telling.Length)).Take(3).ToArray();
        var holding = cases.Catalog.Films.Where(f => kept.All(w => Text.PlainWords(f.Title).Contains(w))).Select(QualityCatalog.KeyOf).ToArray();
        return kept.Length >= 2 && holding.Length == 1 ? CaseList.Find(string.Join(' ', kept), holding) : null;
    }

    private static Catalog.Evaluation.JudgementCase? RunTogether(CaseList cases, Film film)
    {
        var words = Text.PlainWords(film.Title);
        if (words.Length is < 2 or > 4 || words.Any(w => !w.All(char.IsAsciiLetter)))
        {
            return null;
        }

        var at = cases.Random.Next(words.Length - 1);
        var joined = words.Take(at).Append(words[at] + words[at + 1]).Concat(words.Skip(at + 2));
        return cases.Find(string.Join(' ', joined), QualityCatalog.KeyOf(film));
    }

    private static Catalog.Evaluation.JudgementCase? Inside(CaseList cases, Film film)
    {
        var title = film.OriginalTitle;
        var length = cases.Random.Next(2, 4);
        if (title.Length <= length)
        {
            return null;
        }

        var at = cases.Random.Next(title.Length - length + 1);
        var part = title.Substring(at, length);
        if (!Text.IsCjk(part))
        {
            return null;
        }

        var folded = Folding.Fold(part);
        var holding = cases.Catalog.Films
            .Where(f => QualityCatalog.NamesOf(f).Any(n => Folding.Fold(n).Contains(folded, StringComparison.Ordinal)))
            .Select(QualityCatalog.KeyOf)
            .Concat(cases.Catalog.People
                .Where(p => QualityCatalog.NamesOf(p).Any(n => Folding.Fold(n).Contains(folded, StringComparison.Ordinal)))
                .Select(QualityCatalog.KeyOf))
            .ToArray();
        return holding.Length <= 3 ? CaseList.Find(part, holding) : null;
    }
}
