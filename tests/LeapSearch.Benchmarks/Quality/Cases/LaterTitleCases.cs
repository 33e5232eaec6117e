using LeapSearch.Benchmarks.Quality.Large;
using LeapSearch.Catalog.Evaluation;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>Films by a title that is a number, by one with a word written as two, and a family of titles by the one that they share.</summary>
internal static class LaterTitleCases
{
    public static void Make(CaseList cases)
    {
        var films = cases.Catalog.Films;
        cases.Fill("number-alone", films.Where(f => f.Title.All(char.IsAsciiDigit)), f => cases.Find(f.Title, QualityCatalog.KeyOf(f)));
        cases.Fill("across-ko-title-by-rule", films.Where(f => Text.IsHangul(f.OriginalTitle) && !f.OriginalTitle.All(char.IsAscii)),
            f => cases.Find(Romanisations.KoreanTitle(f.OriginalTitle), QualityCatalog.KeyOf(f)));
        var titles = films.Where(f => Text.IsLatin(f.Title)).Select(f => (Film: f, Words: Text.PlainWords(f.Title))).ToArray();
        var known = titles.SelectMany(t => t.Words).Where(w => w.Length > 2).ToHashSet();
        cases.Fill("run-apart", titles, t => Apart(cases, t.Words, known) is { } query ? cases.Find(query, QualityCatalog.KeyOf(t.Film)) : null);
        Families(cases, [.. titles.Select(t => (QualityCatalog.KeyOf(t.Film), $" {string.Join(' ', t.Words)} "))]);
    }

    // One word of the title as two that other titles have: "snow piercer".
    private static string? Apart(CaseList cases, string[] words, HashSet<string> known)
    {
        var places = Enumerable.Range(0, words.Length)
            .SelectMany(i => Enumerable.Range(3, Math.Max(words[i].Length - 5, 0)).Select(at => (Word: i, At: at)))
            .Where(p => known.Contains(words[p.Word][..p.At]) && known.Contains(words[p.Word][p.At..]))
            .ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var (word, at) = places[cases.Random.Next(places.Length)];
        return string.Join(' ', words.Select((w, i) => i == word ? $"{w[..at]} {w[at..]}" : w));
    }

    // Who asks for "batman" wants the film of that title, then those that begin with it, then those that have it in their title.
    private static void Families(CaseList cases, (JudgedDocument Film, string Title)[] titles) => cases.Fill("title-family", titles.Where(t => t.Title.Length > 6), t =>
    {
        var grades = titles.Where(o => o.Title.Contains(t.Title, StringComparison.Ordinal))
            .ToDictionary(o => o.Film, o => o.Title.Length == t.Title.Length ? 3 : o.Title.StartsWith(t.Title, StringComparison.Ordinal) ? 2 : 1);
        return grades.Count is < 3 or > 15 ? null : CaseList.Graded(t.Title.Trim(), grades);
    });
}
