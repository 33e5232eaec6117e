namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>Slips in titles and names.</summary>
internal static class TypoCases
{
    public static void Make(CaseList cases)
    {
        var random = cases.Random;
        var films = cases.Catalog.Films.Where(f => Text.IsLatin(f.Title)).ToArray();
        cases.Fill("typo-one", films, f => Slipped(f, w => Typos.InOneWord(w, 5, 20, random)));
        cases.Fill("typo-two", films, f => Slipped(f, w => Typos.InOneWord(w, 9, 20, random, Twice)));
        cases.Fill("typo-name", cases.Catalog.People.Where(p => Text.IsLatin(p.Name)), p =>
            Typos.InOneWord(Text.PlainWords(p.Name), 5, 20, random) is { } query ? cases.Find(query, QualityCatalog.KeyOf(p)) : null);
        cases.Fill("typo-hard-first-letter", films.Where(f => f.Title.Contains(' ')), f => Slipped(f, w => Typos.InOneWord(w, 5, 20, random, Typos.FirstLetter)));
        cases.Fill("typo-hard-four-letters", films.Where(f => f.Title.Contains(' ')), f => Slipped(f, w => Typos.InOneWord(w, 4, 4, random)));
        cases.Fill("typo-hard-two-words", films, f => Slipped(f, w => TwoWords(w, random)));

        Catalog.Evaluation.JudgementCase? Slipped(V1.Film film, Func<string[], string?> slip)
            => slip(Text.PlainWords(film.Title)) is { } query && !cases.Catalog.Named(query).Any()
                ? CaseList.Find(query, [QualityCatalog.KeyOf(film), .. cases.Catalog.Named(film.Title)])
                : null;
    }

    private static string? Twice(string word, Random random)
    {
        var slipped = Typos.Slip(word, random) is { } once ? Typos.Slip(once, random) : null;
        return slipped == word ? null : slipped;
    }

    private static string? TwoWords(string[] words, Random random)
    {
        var slipped = words.Select(w => w.Length >= 5 ? Typos.Slip(w, random) : null).ToArray();
        var changed = Enumerable.Range(0, words.Length).Where(i => slipped[i] is not null).Take(2).ToArray();
        return changed.Length == 2 ? string.Join(' ', words.Select((w, i) => changed.Contains(i) ? slipped[i]! : w)) : null;
    }
}
