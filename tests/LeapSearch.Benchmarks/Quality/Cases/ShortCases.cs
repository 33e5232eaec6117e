using LeapSearch.Analysis;

namespace LeapSearch.Benchmarks.Quality.Cases;

/// <summary>
/// Queries of up to three characters: the first three results must be what a reader can see a reason for. A title or name gives
/// one by a word that starts so, by its initials, or, in a script without blanks, by holding the query.
/// </summary>
internal static class ShortCases
{
    public static void Make(CaseList cases)
    {
        var named = cases.Catalog.Films.Select(f => (Key: QualityCatalog.KeyOf(f), Names: Keys(QualityCatalog.NamesOf(f))))
            .Concat(cases.Catalog.People.Select(p => (Key: QualityCatalog.KeyOf(p), Names: Keys(QualityCatalog.NamesOf(p)))))
            .Concat(cases.Catalog.Articles.Select(a => (Key: QualityCatalog.KeyOf(a), Names: Keys([a.Title, .. a.Tags]))))
            .ToArray();
        var starts = cases.Catalog.Films.Select(f => f.Title)
            .Concat(cases.Catalog.Films.Select(f => f.OriginalTitle))
            .Concat(cases.Catalog.People.Select(p => p.Name))
            .Concat(cases.Catalog.People.Select(p => p.OriginalName))
            .SelectMany(n => Text.PlainWords(n))
            .Select(w => w[..Math.Min(w.Length, cases.Random.Next(1, 4))])
            .Where(w => w.All(char.IsLetterOrDigit));
        cases.Fill("short", starts, query =>
        {
            var start = Folding.Fold(query);
            var reasons = named.Where(n => n.Names.Any(name => Shows(name, start))).Select(n => n.Key);
            return CaseList.Find(query, reasons) with { Only = 3 };
        });
    }

    private static string[] Keys(IEnumerable<string> names) => names.Select(Folding.Fold).ToArray();

    private static bool Shows(string name, string start)
    {
        if ($" {name}".Contains($" {start}", StringComparison.Ordinal) || (Text.IsCjk(start) && name.Contains(start, StringComparison.Ordinal)))
        {
            return true;
        }

        var initials = string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w[0]));
        return initials.StartsWith(start, StringComparison.Ordinal);
    }
}
