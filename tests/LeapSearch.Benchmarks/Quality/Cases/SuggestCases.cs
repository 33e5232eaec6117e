using LeapSearch.Analysis;
using LeapSearch.Catalog.Evaluation;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>What has been typed so far of a title or name.</summary>
internal static class SuggestCases
{
    public static void Make(CaseList cases)
    {
        var films = cases.Catalog.Films.Where(f => f.Title.Length >= 5).ToArray();
        foreach (var (set, share) in new[] { ("suggest-title-40", 0.4), ("suggest-title-60", 0.6), ("suggest-title-80", 0.8) })
        {
            cases.Fill(set, films, f => Started(cases, Text.Start(f.Title, share), QualityCatalog.KeyOf(f), f.Title));
        }

        cases.Fill("suggest-original", cases.Catalog.Films.Where(f => f.OriginalTitle.Length >= 3),
            f => Started(cases, Text.Start(f.OriginalTitle, 0.6), QualityCatalog.KeyOf(f), f.OriginalTitle));
        cases.Fill("suggest-name", cases.Catalog.People.Where(p => p.Name.Length >= 6),
            p => Started(cases, Text.Start(p.Name, 0.6), QualityCatalog.KeyOf(p), p.Name));
        cases.Fill("suggest-slip", films.Where(f => Text.IsLatin(f.Title)), f =>
            Text.Start(f.Title, 0.8) is var meant && Typos.InOneWord(Text.PlainWords(meant), 5, 20, cases.Random) is { } typed
                ? Started(cases, typed, QualityCatalog.KeyOf(f), f.Title, meant)
                : null);
    }

    // With few letters many titles fit, and no one can know which was meant: all that start so are right.
    private static JudgementCase Started(CaseList cases, string typed, JudgedDocument wanted, string whole, string? meant = null)
    {
        var start = Folding.Fold(meant ?? typed);
        var fitting = cases.Catalog.Films
            .Where(f => QualityCatalog.NamesOf(f).Any(n => Folding.Fold(n).StartsWith(start, StringComparison.Ordinal)))
            .Select(QualityCatalog.KeyOf)
            .Concat(cases.Catalog.People
                .Where(p => QualityCatalog.NamesOf(p).Any(n => Folding.Fold(n).StartsWith(start, StringComparison.Ordinal)))
                .Select(QualityCatalog.KeyOf));
        return CaseList.Find(typed, [wanted, .. cases.Catalog.Named(whole), .. fitting], JudgedCall.Suggest);
    }
}
